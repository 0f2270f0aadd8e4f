"""Samples of those who sell in their own name."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("dodo", r"\d+\.00 EUR · lena\.brandt@example\.com · pay_\w{21}"),
        ("lemonsqueezy", r"\d+\.00 EUR · lena\.brandt@example\.com · #\d{4}"),
        ("paddle", r"\d+\.00 EUR · ctm_01m[0-9a-hjkmnp-tv-z]{23} · completed"),
        ("paddle-classic", r"\d+\.00 EUR · zoe\.lindqvist@example\.com · \d{8}-\d{6}"),
        ("polar", r"\d+\.00 USD · lena\.brandt@example\.com · Tidewater Icons"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
