"""Samples of identity checks."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("persona", "inquiry.approved", r"harbour-2041 · approved"),
        ("onfido", "check.completed", r"check [0-9a-f-]{36} · complete · clear"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
