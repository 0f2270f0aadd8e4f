"""Shops, orders, parcels."""

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values

MUG, BEANS, SHIPPING = 1_850, 1_490, 490
"""Prices in cents."""


def _headers(topic: str) -> tuple[tuple[str, str], ...]:
    return (
        ("User-Agent", "Shopify-Captain-Hook"),
        ("Accept", "*/*"),
        ("Accept-Encoding", "gzip;q=1.0,deflate;q=0.6,identity;q=0.3"),
        ("Content-Type", "application/json"),
        ("X-Shopify-API-Version", "2026-10"),
        ("X-Shopify-Event-Id", "${event_id}"),
        ("X-Shopify-Shop-Domain", "harbour-roasters.myshopify.com"),
        ("X-Shopify-Topic", topic),
        ("X-Shopify-Triggered-At", "${triggered}"),
        ("X-Shopify-Webhook-Id", "${webhook_id}"),
    )


def _shopify(fresh: Fresh) -> Values:
    mugs, bags = fresh.number(1, 3), fresh.number(1, 6)
    subtotal = mugs * MUG + bags * BEANS
    order_number = fresh.number(1_104, 9_870)
    order = fresh.number(6_100_000_000_000, 6_900_000_000_000)
    return {
        "event_id": fresh.uuid(),
        "webhook_id": fresh.uuid(),
        "triggered": fresh.utc_exact(1),
        "order": order,
        "order_number": order_number,
        "name": f"#{order_number}",
        "refund": fresh.number(980_000_000_000, 999_000_000_000),
        "transaction": fresh.number(7_100_000_000_000, 7_900_000_000_000),
        "line": fresh.number(15_100_000_000_000, 15_900_000_000_000),
        "second_line": fresh.number(15_100_000_000_000, 15_900_000_000_000),
        "checkout": fresh.number(35_100_000_000_000, 35_900_000_000_000),
        "token": fresh.hex(32),
        "checkout_token": fresh.hex(32),
        "confirmation": fresh.upper(9),
        "mugs": mugs,
        "bags": bags,
        "mug_price": money(MUG),
        "bag_price": money(BEANS),
        "shipping": money(SHIPPING),
        "subtotal": money(subtotal),
        "total": money(subtotal + SHIPPING),
        "stock": fresh.number(4, 180),
        "now": fresh.offset(1),
        "earlier": fresh.offset(3),
        "yesterday": fresh.offset(82_800),
    }


ORDER_CREATED = Sample(
    provider="shopify",
    event="orders/create",
    title="Order placed",
    file="orders.create",
    headers=_headers("orders/create"),
    values=_shopify,
)
PRODUCT_UPDATED = Sample(
    provider="shopify",
    event="products/update",
    title="Product changed",
    file="products.update",
    headers=_headers("products/update"),
    values=_shopify,
)
REFUND_CREATED = Sample(
    provider="shopify",
    event="refunds/create",
    title="Order refunded",
    file="refunds.create",
    headers=_headers("refunds/create"),
    values=_shopify,
)

COMMERCE = (
    ORDER_CREATED,
    PRODUCT_UPDATED,
    REFUND_CREATED,
)
