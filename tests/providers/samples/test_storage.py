"""Samples of files: kept, and drawn."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("box", r"delivery-note-4711\.pdf · Delivery notes · Amélie Renard"),
        ("dropbox", r"1 account · dbid:AAH\w{33}"),
        ("figma", r"Checkout – redesign · Amélie Renard: Can the delivery date stand above the total\?"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
