"""Samples of clouds."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("aws-sns", "Notification", r"Order B-\d{4} packed · arn:aws:sns:eu-central-1:123456789012:orders"),
        ("microsoft-graph", "created", r"Users/[0-9a-f-]{36}/Messages/AAMk.* · 1 notification · .*"),
        ("google-oidc", "OBJECT_FINALIZE", r"invoices/\d{5}\.pdf · harbour-uploads"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
