"""Samples of parcels."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("shippo", "track_updated", r"920590\d{16} · usps · TRANSIT"),
        ("aftership", "tracking_update", r"00340\d{15} · dhl · InTransit · Order B-\d{4}"),
        ("onfleet", "taskCompleted", r"Lena Brandt · Pier Street 12 · Sam Ortega"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
