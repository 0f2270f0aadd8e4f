"""Samples of forms."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("jotform", "submission", r"Berth request · Name:Lena Brandt, Email:lena\.brandt@example\.com, .*"),
        ("tally", "FORM_RESPONSE", r"Berth request · 4 fields · Lena Brandt"),
        ("surveymonkey", "response_completed", r"Berth survey · response \d{12} · survey \d{9}"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
