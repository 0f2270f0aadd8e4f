"""Payments: accounts that people pay from and to."""

from base64 import b64encode

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values

CENTS = ("1900", "2900", "4900", "7900", "12900", "24900")
"""Amounts in cents."""


def _paypal(fresh: Fresh) -> Values:
    cents = int(fresh.pick(CENTS))
    return {
        "certificate": f"{fresh.hex(8)}-{fresh.hex(8)}",
        "transmission": f"{fresh.hex(8)}-c842-11f0-{fresh.hex(4)}-{fresh.hex(12)}",
        "correlation": f"f{fresh.hex(12)}",
        "event": f"WH-{fresh.upper(17)}-{fresh.upper(17)}",
        "now": fresh.utc(2),
        "earlier": fresh.utc(9),
        "capture": fresh.upper(17),
        "order": fresh.upper(17),
        "invoice": f"INV-{fresh.number(10_000, 99_999)}",
        "amount": money(cents),
        "fee": money(cents * 3 // 100 + 35),
        "net": money(cents - cents * 3 // 100 - 35),
    }


PAYPAL = Sample(
    provider="paypal",
    event="PAYMENT.CAPTURE.COMPLETED",
    title="Payment completed",
    file="PAYMENT.CAPTURE.COMPLETED",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("User-Agent", "PayPal/AUHD-214.0-58663431"),
        ("PAYPAL-AUTH-ALGO", "SHA256withRSA"),
        ("PAYPAL-AUTH-VERSION", "v2"),
        ("PAYPAL-CERT-URL", "https://api.paypal.com/v1/notifications/certs/CERT-${certificate}"),
        ("PAYPAL-TRANSMISSION-ID", "${transmission}"),
        ("PAYPAL-TRANSMISSION-TIME", "${now}"),
        ("CORRELATION-ID", "${correlation}"),
    ),
    values=_paypal,
)


def _square(fresh: Fresh) -> Values:
    cents = int(fresh.pick(CENTS))
    return {
        "merchant": f"ML{fresh.upper(11)}",
        "location": f"L{fresh.upper(12)}",
        "event": fresh.uuid(),
        "now": fresh.utc_exact(1),
        "earlier": fresh.utc_exact(3),
        "payment": fresh.alnum(29),
        "amount": cents,
        "fingerprint": f"sq-1-{fresh.alnum(62)}",
        "order": fresh.alnum(29),
        "receipt": fresh.alnum(4),
    }


SQUARE = Sample(
    provider="square",
    event="payment.created",
    title="Payment created",
    file="payment.created",
    headers=(
        ("User-Agent", "Square Connect v2"),
        ("Content-Type", "application/json"),
        ("Accept", "*/*"),
        ("square-environment", "Production"),
        ("square-initial-delivery-timestamp", "${now}"),
    ),
    values=_square,
)


def _wechat_pay(fresh: Fresh) -> Values:
    return {
        "header_nonce": fresh.alnum(32),
        "serial": fresh.hex(40).upper(),
        "event": fresh.uuid(),
        "now": fresh.offset(2).replace("+00:00", "+08:00"),
        "ciphertext": b64encode(bytes.fromhex(fresh.hex(1_240))).decode(),
        "nonce": fresh.alnum(12),
    }


WECHAT_PAY = Sample(
    provider="wechat-pay",
    event="TRANSACTION.SUCCESS",
    title="Payment succeeded",
    file="TRANSACTION.SUCCESS",
    headers=(
        ("User-Agent", "Mozilla/4.0"),
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("Wechatpay-Nonce", "${header_nonce}"),
        ("Wechatpay-Serial", "${serial}"),
        ("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048"),
    ),
    values=_wechat_pay,
)

WALLETS = (
    PAYPAL,
    SQUARE,
    WECHAT_PAY,
)
