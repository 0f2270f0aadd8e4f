"""Samples of banks, cards and accounts."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("lithic", r"\d+\.\d\d USD · HARBOUR ROASTERS · APPROVED"),
        ("plaid", r"item \w{37} · production"),
        ("revolut", r"[0-9a-f-]{36} · order-\d{4}"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
