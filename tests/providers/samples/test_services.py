"""Samples of alerts, gateways, and services that an application is built on."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("grafana", "Checkout errors · 1 alert · firing"),
        ("pagerduty", r"#\d+ More than 2 % of checkouts fail · Checkout · high triggered"),
        ("hookdeck", r"nordfracht · shipment\.status_changed"),
        ("supabase", r"jonas\.lindqvist@example\.com · .*"),
        ("cloudinary", "products/lamp-[0-9a-f]{6} · jpg · 2400×1600"),
        ("pusher", r"presence-order-\d+ · agent-\d\d · 2 events"),
        ("strava", r"activity \d+ · Along the dyke before work · athlete \d+"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
