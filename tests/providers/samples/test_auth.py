"""Samples of sign-in."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("auth0", "s", r"lena\.brandt@example\.com · Harbour Portal · 203\.0\.113\.24"),
        ("clerk", "user.created", r"lena\.brandt@example\.com · Lena Brandt"),
        ("fusionauth", "user.create.complete", r"lena\.brandt@example\.com"),
        ("okta", "user.session.start", r"Harbour Portal · User login to Okta · SUCCESS"),
        ("workos", "dsync.user.created", r"lena\.brandt@example\.com · active"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
