"""Samples of issues, errors, feature flags and secrets."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("doppler", "checkout · prd · Tidewater Commerce"),
        ("jira", r"SHOP-\d+ Totals differ by a cent in the mail · In Review · Amélie Renard"),
        ("launchdarkly", r"New checkout · turned on the flag · amelie@tidewater\.example"),
        ("sentry", r"CHECKOUT-\w{3} ZeroDivisionError: division by zero · created"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
