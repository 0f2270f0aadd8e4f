"""Amounts with the decimals of their currency."""

import pytest

from inspector.providers.money import currency_of, from_major, from_minor


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        ("4900", "eur", "49.00 EUR"),
        ("5", "usd", "0.05 USD"),
        ("-1050", "usd", "-10.50 USD"),
        ("500", "jpy", "500 JPY"),
        ("5124", "KWD", "5.124 KWD"),
        ("9007199254740993", "eur", "90071992547409.93 EUR"),
        ("4900.5", "eur", None),
        ("x", "eur", None),
        ("٤٩", "eur", None),
        ("49", "e1r", None),
        ("9" * 99, "eur", None),
    ],
)
def test_smallest_units(amount: str, currency: str, text: str | None) -> None:
    """Cents become euros without passing through a float; what is no amount gives nothing."""
    assert from_minor(amount, currency) == text


def test_main_units() -> None:
    """The digits stay as they came."""
    assert from_major("199.00", "eur") == "199.00 EUR"
    assert from_major("1,5", "eur") is None
    assert from_major("", "eur") is None


def test_decimals() -> None:
    """Stripe counts ISK and UGX in hundredths, though they have none."""
    known = [currency_of(code) for code in ("eur", "JPY", "kwd", "ISK", "UGX")]

    assert known == [("EUR", 2), ("JPY", 0), ("KWD", 3), ("ISK", 2), ("UGX", 2)]
    assert [currency_of(text) for text in ("", "euro", "e1r", "éur")] == [None] * 4
