"""Samples of books and invoices."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("quickbooks", r"Invoice \d{3} · company 934145\d{10} · 2 changes"),
        ("xero", r"[0-9a-f-]{36} · tenant [0-9a-f-]{36} · 1 event"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
