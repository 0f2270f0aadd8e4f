"""Shops other than Shopify."""

from base64 import b64encode

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values


def _bigcommerce(fresh: Fresh) -> Values:
    return {
        "delivery": fresh.uuid(),
        "order": fresh.number(1_104, 9_870),
        "hash": fresh.hex(40),
        "now": fresh.seconds(2),
        "store": fresh.alnum(10).lower(),
    }


BIGCOMMERCE = Sample(
    provider="bigcommerce",
    event="store/order/created",
    title="Order placed",
    file="store.order.created",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("webhook-id", "${delivery}"),
    ),
    values=_bigcommerce,
)


def _ebay(fresh: Fresh) -> Values:
    return {
        "notification": f"{fresh.uuid()}_{fresh.uuid()}",
        "earlier": fresh.utc_exact(61),
        "now": fresh.utc_exact(2),
        "username": f"lena_{fresh.number(10, 9_999)}",
        "user": fresh.alnum(11),
        "eias": b64encode(bytes.fromhex(fresh.hex(96))).decode(),
    }


EBAY = Sample(
    provider="ebay",
    event="MARKETPLACE_ACCOUNT_DELETION",
    title="Account deleted",
    file="MARKETPLACE_ACCOUNT_DELETION",
    headers=(
        ("User-Agent", "eBayNioHttpClient 1.0"),
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_ebay,
)


def _wix(fresh: Fresh) -> Values:
    return {
        "event": fresh.uuid(),
        "order": fresh.uuid(),
        "number": str(fresh.number(10_104, 19_870)),
        "earlier": fresh.utc_exact(4),
        "now": fresh.utc_exact(2),
        "contact": fresh.uuid(),
        "member": fresh.uuid(),
        "line": fresh.uuid(),
        "origin": fresh.uuid(),
        "instance": fresh.uuid(),
        "visitor": fresh.uuid(),
    }


WIX = Sample(
    provider="wix",
    event="wix.ecom.v1.order_created",
    title="Order placed",
    file="wix.ecom.v1.order_created",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "text/plain;charset=UTF-8"),
    ),
    values=_wix,
)


def _woocommerce(fresh: Fresh) -> Values:
    bags = fresh.number(1, 6)
    return {
        "delivery": fresh.hex(32),
        "order": fresh.number(1_104, 9_870),
        "now": fresh.utc(2).rstrip("Z"),
        "quantity": bags,
        "subtotal": money(bags * 1_490),
        "total": money(bags * 1_490 + 490),
        "customer": fresh.number(20, 900),
        "key": fresh.alnum(13),
        "transaction": f"pi_3{fresh.alnum(23)}",
        "cart": fresh.hex(32),
        "line": fresh.number(4_000, 9_000),
        "shipping": fresh.number(9_001, 12_000),
    }


WOOCOMMERCE = Sample(
    provider="woocommerce",
    event="order.created",
    title="Order placed",
    file="order.created",
    headers=(
        ("User-Agent", "WooCommerce/10.3.4 Hookshot (WordPress/6.8.3)"),
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("X-WC-Webhook-Source", "https://harbour-roasters.example/"),
        ("X-WC-Webhook-Topic", "order.created"),
        ("X-WC-Webhook-Resource", "order"),
        ("X-WC-Webhook-Event", "created"),
        ("X-WC-Webhook-ID", "7"),
        ("X-WC-Webhook-Delivery-ID", "${delivery}"),
    ),
    values=_woocommerce,
)

SHOPS = (
    BIGCOMMERCE,
    EBAY,
    WIX,
    WOOCOMMERCE,
)
