"""Samples of those who move the money of shops and apps."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("adyen", r"\d+\.00 EUR · order-\d{4} · [0-9A-Z]{16} · \d{6}:1142:03/2030"),
        ("airwallex", r"\d+ EUR · int_hkdm\w{18} · SUCCEEDED"),
        ("authorize-net", r"\d+ · transaction \d{11}"),
        ("coinbase-commerce", r"\d+\.00 EUR · [0-9A-Z]{8} · Tidewater Pro"),
        ("gocardless", r"2 events · PM[0-9A-Z]{14} · payment_confirmed"),
        ("mollie", r"\d+\.00 EUR · pl_\w{22} · Invoice \d{8}"),
        ("paystack", r"\d+00\.00 NGN · ada\.okafor@example\.com · \w{15}"),
        ("razorpay", r"\d+\.00 INR · pay_\w{14} · priya\.nair@example\.com"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
