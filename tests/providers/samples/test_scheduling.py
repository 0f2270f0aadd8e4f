"""Samples of appointments."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("calendly", "invitee.created", r"Berth viewing · Lena Brandt · 2026-11-25T08:21:11\.\d+Z"),
        (
            "calcom",
            "BOOKING_CREATED",
            r"Berth viewing between .* · lena\.brandt@example\.com · 2026-11-25T08:21:11Z · ACCEPTED",
        ),
        ("acuity", "appointment.scheduled", r"appointment \d{9} · calendar \d{7} · type \d{8}"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
