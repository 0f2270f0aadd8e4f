"""Samples of models that work for a while."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("anthropic", "session.idled", r"sesn_01\w{22} · wrkspc_01\w{22}"),
        ("replicate", "succeeded", r"\w{26} · black-forest-labs/flux-schnell · \d"),
        ("gemini", "batch.succeeded", r"batches/\w{28} · files/\w{12}"),
        ("fal", "OK", r"[0-9a-f-]{36} · 1 image · image/jpeg"),
        ("huggingface", "repo.content.update", r"harbour-labs/tide-forecast-small · model · [0-9a-f]{7}"),
        (
            "cursor",
            "statusChange",
            r"bc_[0-9a-f-]{36} · FINISHED · https://github\.com/harbour-labs/tide-forecast · Retry .*",
        ),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
