"""Samples of builds, deployments and hosting."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("buildkite", r"checkout-service #\d+ · main · passed"),
        ("circleci", "github/tidewater-commerce/checkout-service · build-and-test · failed"),
        ("heroku", r"tidewater-checkout · v\d+ · Deploy [0-9a-f]{8}"),
        ("netlify", "tidewater-journal · main · production · ready"),
        ("vercel", r"storefront · production · storefront-[0-9a-f]{8}-tidewater\.vercel\.app"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
