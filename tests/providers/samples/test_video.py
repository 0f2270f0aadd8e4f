"""Samples of video and calls."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("mux", "video.asset.ready", r"A tour of the harbour · ready · 1080p"),
        ("livekit", "participant_joined", r"harbour-desk · lena · Lena Brandt"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
