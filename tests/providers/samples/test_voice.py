"""Samples of speech."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("assemblyai", "completed", r"[0-9a-f-]{36} · completed"),
        ("deepgram", "callback", r"the ferry leaves at a quarter past seven · 1 channel"),
        ("murf", "completed", r"[0-9a-f-]{36} · COMPLETED · harbour-tour\.mp4"),
        ("retell", "call_ended", r"\+12025550143 · \+12025550178 · user_hangup"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
