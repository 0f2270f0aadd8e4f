"""Samples of Shopify."""

import json
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest

from inspector.providers.samples.registry import find_sample
from tests.providers.samples.sent import arrived, check

ORDER = r"#\d{4} · \d+\.\d\d EUR"
GISTS = {
    "orders/create": ORDER,
    "orders/paid": ORDER,
    "orders/fulfilled": ORDER,
    "orders/cancelled": ORDER,
    "products/update": "Espresso No. 3 · active · 2 variants",
    "refunds/create": r"order \d+ · 18\.50 EUR",
    "fulfillments/create": r"#\d{4}\.1 · success · DHL",
    "checkouts/create": r"#\d{14} · \d+\.\d\d EUR",
    "customers/create": r"Noor Haddad · noor\.haddad@example\.com",
    "inventory_levels/update": r"item 47120938629449 · \d+ available",
    "app/uninstalled": r"harbour-roasters\.myshopify\.com",
    "customers/data_request": r"lena\.brandt@example\.com · harbour-roasters\.myshopify\.com",
}


def test_each_tells_what_happened() -> None:
    """In one line."""
    gists = check("shopify")

    assert gists.keys() == GISTS.keys()
    assert {event: gist for event, gist in gists.items() if not re.fullmatch(GISTS[event], gist or "")} == {}


@pytest.mark.parametrize("topic", ["orders/create", "orders/paid", "orders/fulfilled"])
def test_an_order_adds_up(topic: str) -> None:
    """Its lines and the shipping make the total, whatever was ordered this time."""
    order = json.loads(_body(topic))

    assert Decimal(order["subtotal_price"]) == _sum(order["line_items"])
    assert Decimal(order["total_price"]) == _sum(order["line_items"]) + Decimal(order["shipping_lines"][0]["price"])


def test_what_was_sent_is_what_was_ordered() -> None:
    """An order that was sent in full holds its parcel, and nothing is left to send."""
    order = json.loads(_body("orders/fulfilled"))

    assert order["fulfillments"][0]["order_id"] == order["id"]
    assert order["fulfillments"][0]["line_items"] == order["line_items"]
    assert {line["fulfillable_quantity"] for line in order["line_items"]} == {0}


def test_a_checkout_adds_up() -> None:
    """Before there is a price of shipping."""
    checkout = json.loads(_body("checkouts/create"))

    assert Decimal(checkout["total_price"]) == _sum(checkout["line_items"])
    assert Decimal(checkout["total_price"]) == sum(Decimal(line["line_price"]) for line in checkout["line_items"])


def _sum(lines: Sequence[Mapping[str, str]]) -> Decimal:
    return sum((Decimal(line["price"]) * Decimal(line["quantity"]) for line in lines), Decimal())


def _body(topic: str) -> bytes:
    sample = find_sample("shopify", topic)
    assert sample is not None
    return arrived(sample).body.read()
