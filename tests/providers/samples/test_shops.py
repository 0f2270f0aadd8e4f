"""Samples of shops other than Shopify."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("bigcommerce", r"order \d{4} · stores/\w{10}"),
        ("ebay", r"lena_\d+ · \w{11}"),
        ("wix", r"\d{5} · created · instance [0-9a-f-]{36}"),
        ("woocommerce", r"#\d{4} · \d+\.\d\d EUR · lena\.brandt@example\.com · processing"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
