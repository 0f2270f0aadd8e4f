"""Samples of subscriptions and invoices."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("chargebee", r"lena\.brandt@example\.com · \w{17} · active"),
        ("orb", r"\d+\.\d\d USD · Harbour Roasters · [0-9A-Z]{6}-\d{5}"),
        ("recurly", r"cust-20417 · \d{4} · 2026-11-23T08:21:09Z"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
