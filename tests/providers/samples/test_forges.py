"""Samples of forges and registries of code."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("bitbucket", "tidewater-commerce/checkout-service · main · 2 commits"),
        ("forgejo", r"tidewater/storefront · v3\.\d+\.0 · published"),
        ("gitea", "tidewater/storefront · main · 1 commit"),
        ("npm", r"@tidewater/money 2\.14\.0 · latest · tidewater-ci"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
