"""Samples of documents that are signed by hand."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "event", "gist"),
    [
        ("docusign", "envelope-completed", r"Please sign: berth contract 2041 · completed · lena\.brandt@example\.com"),
        ("dropbox-sign", "signature_request_signed", r"Berth contract 2041 · lena\.brandt@example\.com · signed"),
    ],
)
def test_its_own(provider: str, event: str, gist: str) -> None:
    """Known among all others as just this provider's, verified, and told in one line."""
    assert re.fullmatch(gist, check(provider)[event] or "")
