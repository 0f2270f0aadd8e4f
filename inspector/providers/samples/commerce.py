"""Samples of Shopify."""

from inspector.providers.samples.fresh import Fresh, money
from inspector.providers.samples.sample import Sample, Values

MUG, BEANS, SHIPPING = 1_850, 1_490, 490
"""Prices in cents."""


def _values(fresh: Fresh) -> Values:
    order_number = fresh.number(1_104, 9_870)
    return {
        **_prices(fresh),
        "event_id": fresh.uuid(),
        "webhook_id": fresh.uuid(),
        "triggered": fresh.utc_exact(1),
        "order": fresh.number(6_100_000_000_000, 6_900_000_000_000),
        "earlier_order": fresh.number(5_100_000_000_000, 5_900_000_000_000),
        "order_number": order_number,
        "name": f"#{order_number}",
        "refund": fresh.number(980_000_000_000, 999_000_000_000),
        "transaction": fresh.number(7_100_000_000_000, 7_900_000_000_000),
        "fulfillment": fresh.number(5_200_000_000_000, 5_800_000_000_000),
        "customer": fresh.number(8_300_000_000_000, 8_900_000_000_000),
        "line": fresh.number(15_100_000_000_000, 15_900_000_000_000),
        "second_line": fresh.number(15_100_000_000_000, 15_900_000_000_000),
        "checkout": fresh.number(35_100_000_000_000, 35_900_000_000_000),
        "data_request": fresh.number(41_000, 98_000),
        "tracking": f"003404{fresh.number(10**13, 10**14 - 1)}",
        "token": fresh.hex(32),
        "checkout_token": fresh.hex(32),
        "key": fresh.hex(32),
        "confirmation": fresh.upper(9),
        "stock": fresh.number(4, 180),
        "now": fresh.offset(1),
        "earlier": fresh.offset(3),
        "yesterday": fresh.offset(82_800),
    }


def _prices(fresh: Fresh) -> Values:
    """Of some mugs and some bags of coffee, and their sum."""
    mugs, bags = fresh.number(1, 3), fresh.number(1, 6)
    subtotal = mugs * MUG + bags * BEANS
    return {
        "mugs": mugs,
        "bags": bags,
        "mug_price": money(MUG),
        "bag_price": money(BEANS),
        "mugs_price": money(mugs * MUG),
        "bags_price": money(bags * BEANS),
        "shipping": money(SHIPPING),
        "subtotal": money(subtotal),
        "total": money(subtotal + SHIPPING),
    }


def _event(topic: str, title: str) -> Sample:
    return Sample(
        provider="shopify",
        event=topic,
        title=title,
        file=topic.replace("/", "."),
        headers=(
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
        ),
        values=_values,
    )


COMMERCE = (
    _event("orders/create", "Order placed"),
    _event("orders/paid", "Order paid"),
    _event("orders/fulfilled", "Order sent in full"),
    _event("orders/cancelled", "Order cancelled"),
    _event("products/update", "Product changed"),
    _event("refunds/create", "Order refunded"),
    _event("fulfillments/create", "Parcel sent"),
    _event("checkouts/create", "Checkout begun"),
    _event("customers/create", "Customer created"),
    _event("inventory_levels/update", "Stock changed"),
    _event("app/uninstalled", "App uninstalled"),
    _event("customers/data_request", "Customer asks for their data"),
)
