"""Payments: those who move the money of shops and apps."""

from inspector.providers.samples.braintree import BRAINTREE
from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values

CENTS = ("1900", "2900", "4900", "7900", "12900", "24900")
"""Amounts in cents."""


def _adyen(fresh: Fresh) -> Values:
    return {
        "auth": f"{fresh.number(0, 999_999):06d}",
        "recurring": fresh.upper(16),
        "amount": int(fresh.pick(CENTS)),
        "now": fresh.offset(2),
        "reference": f"order-{fresh.number(4_000, 9_999)}",
        "psp": fresh.upper(16),
    }


ADYEN = Sample(
    provider="adyen",
    event="AUTHORISATION",
    title="Payment authorised",
    file="AUTHORISATION",
    headers=(
        ("User-Agent", "Adyen HttpClient 1.0"),
        ("Content-Type", "application/json; charset=utf-8"),
    ),
    values=_adyen,
)


def _airwallex(fresh: Fresh) -> Values:
    return {
        "event": f"evt_{fresh.hex(20)}_{fresh.hex(6)}",
        "account": f"acct_{fresh.alnum(22)}",
        "org": f"org_{fresh.alnum(22)}",
        "intent": f"int_hkdm{fresh.alnum(18).lower()}",
        "request": fresh.uuid(),
        "amount": fresh.number(19, 249),
        "earlier": fresh.offset(64),
        "now": fresh.offset(2),
        "customer": f"cus_hkdm{fresh.alnum(18).lower()}",
        "order": f"order-{fresh.number(4_000, 9_999)}",
        "attempt": f"att_hkdm{fresh.alnum(18).lower()}",
        "auth": f"{fresh.number(0, 999_999):06d}",
        "transaction": fresh.hex(24),
    }


AIRWALLEX = Sample(
    provider="airwallex",
    event="payment_intent.succeeded",
    title="Payment succeeded",
    file="payment_intent.succeeded",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_airwallex,
)


def _authorize_net(fresh: Fresh) -> Values:
    return {
        "notification": fresh.uuid(),
        "now": fresh.utc_exact(2),
        "webhook": fresh.uuid(),
        "auth": fresh.upper(6),
        "amount": int(fresh.pick(CENTS)) // 100,
        "reference": f"order-{fresh.number(4_000, 9_999)}",
        "invoice": f"INV-{fresh.number(10_000, 99_999)}",
        "transaction": str(fresh.number(60_100_000_000, 60_990_000_000)),
    }


AUTHORIZE_NET = Sample(
    provider="authorize-net",
    event="net.authorize.payment.authcapture.created",
    title="Payment captured",
    file="net.authorize.payment.authcapture.created",
    headers=(
        ("Content-Type", "application/json; charset=utf-8"),
        ("Cache-Control", "no-cache"),
    ),
    values=_authorize_net,
)


def _coinbase_commerce(fresh: Fresh) -> Values:
    return {
        "now": fresh.utc(3),
        "earlier": fresh.utc(610),
        "expires": fresh.utc(-2_990),
        "address": fresh.hex(40),
        "code": fresh.upper(8),
        "charge": fresh.uuid(),
        "block": fresh.hex(64),
        "height": fresh.number(23_400_000, 24_900_000),
        "transaction": fresh.hex(64),
        "amount": money(int(fresh.pick(CENTS))),
        "event": fresh.uuid(),
        "delivery": fresh.uuid(),
    }


COINBASE_COMMERCE = Sample(
    provider="coinbase-commerce",
    event="charge:confirmed",
    title="Charge confirmed",
    file="charge.confirmed",
    headers=(
        ("User-Agent", "weipay-webhooks"),
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_coinbase_commerce,
)


def _gocardless(fresh: Fresh) -> Values:
    return {
        "event": f"EV{fresh.upper(14)}",
        "second": f"EV{fresh.upper(14)}",
        "earlier": fresh.utc_exact(31),
        "payment": f"PM{fresh.upper(14)}",
        "second_payment": f"PM{fresh.upper(14)}",
        "order": str(fresh.number(4_000, 9_999)),
        "webhook": f"WB{fresh.upper(14)}",
    }


GOCARDLESS = Sample(
    provider="gocardless",
    event="payments.confirmed",
    title="Payment confirmed",
    file="payments.confirmed",
    headers=(
        ("User-Agent", "gocardless-webhook-service/1.1"),
        ("Content-Type", "application/json"),
        ("Origin", "https://api.gocardless.com"),
    ),
    values=_gocardless,
)


def _mollie(fresh: Fresh) -> Values:
    return {
        "event": f"event_{fresh.alnum(22)}",
        "link": f"pl_{fresh.alnum(22)}",
        "token": fresh.alnum(22),
        "profile": f"pfl_{fresh.alnum(10)}",
        "invoice": fresh.number(2_026_1000, 2_026_9999),
        "amount": money(int(fresh.pick(CENTS))),
        "now": fresh.offset(2),
        "earlier": fresh.offset(3_700),
    }


MOLLIE = Sample(
    provider="mollie",
    event="payment-link.paid",
    title="Payment link paid",
    file="payment-link.paid",
    headers=(
        ("User-Agent", "Mollie HTTP client 1.0"),
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_mollie,
)


def _paystack(fresh: Fresh) -> Values:
    return {
        "id": fresh.number(4_100_000_000, 4_900_000_000),
        "reference": fresh.alnum(15).lower(),
        "amount": fresh.number(20, 480) * 10_000,
        "fees": fresh.number(3_000, 9_000),
        "now": fresh.utc(3),
        "earlier": fresh.utc(71),
        "order": fresh.number(4_000, 9_999),
        "authorization": f"AUTH_{fresh.alnum(10).lower()}",
        "signature": f"SIG_{fresh.alnum(20)}",
        "customer": fresh.number(180_000_000, 290_000_000),
        "customer_code": f"CUS_{fresh.alnum(15).lower()}",
    }


PAYSTACK = Sample(
    provider="paystack",
    event="charge.success",
    title="Charge succeeded",
    file="charge.success",
    headers=(
        ("User-Agent", "Paystack/2.0"),
        ("Content-Type", "application/json"),
    ),
    values=_paystack,
)


def _razorpay(fresh: Fresh) -> Values:
    return {
        "event": fresh.alnum(14),
        "request": fresh.alnum(14),
        "account": f"acc_{fresh.alnum(14)}",
        "payment": f"pay_{fresh.alnum(14)}",
        "order": f"order_{fresh.alnum(14)}",
        "amount": int(fresh.pick(CENTS)) * 10,
        "cart": fresh.alnum(8),
        "fee": fresh.number(80, 900),
        "rrn": str(fresh.number(100_000_000_000, 999_999_999_999)),
        "earlier": fresh.seconds(42),
        "now": fresh.seconds(2),
    }


RAZORPAY = Sample(
    provider="razorpay",
    event="payment.captured",
    title="Payment captured",
    file="payment.captured",
    headers=(
        ("User-Agent", "Razorpay-Webhook/v1"),
        ("Content-Type", "application/json"),
        ("x-razorpay-event-id", "${event}"),
        ("request-id", "${request}"),
    ),
    values=_razorpay,
)

GATEWAYS = (
    ADYEN,
    BRAINTREE,
    AIRWALLEX,
    AUTHORIZE_NET,
    COINBASE_COMMERCE,
    GOCARDLESS,
    MOLLIE,
    PAYSTACK,
    RAZORPAY,
)
