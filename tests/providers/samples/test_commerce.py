"""Samples of shops."""

import json
import re
from decimal import Decimal

from inspector.providers.samples.commerce import ORDER_CREATED
from tests.providers.samples.sent import arrived, check


def test_those_of_shopify() -> None:
    """An order with number and total, a product, a refund."""
    gists = check("shopify")

    assert re.fullmatch(r"#\d{4} · \d+\.\d\d EUR", gists["orders/create"] or "")
    assert gists["products/update"] == "Espresso No. 3 · active · 2 variants"
    assert re.fullmatch(r"order \d+ · 18\.50 EUR", gists["refunds/create"] or "")


def test_an_order_adds_up() -> None:
    """Its lines and the shipping make the total, whatever was ordered this time."""
    order = json.loads(arrived(ORDER_CREATED).body.read())
    lines = sum(Decimal(line["price"]) * line["quantity"] for line in order["line_items"])

    assert Decimal(order["subtotal_price"]) == lines
    assert Decimal(order["total_price"]) == lines + Decimal(order["shipping_lines"][0]["price"])
