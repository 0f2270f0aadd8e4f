"""Payments: accounts that people pay from and to."""

from base64 import b64encode

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.paypal import CENTS, PAYPAL
from inspector.providers.samples.sample import Sample, Values


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
    *PAYPAL,
    SQUARE,
    WECHAT_PAY,
)
