"""Samples of accounts that people pay from and to."""

import re

import pytest

from tests.providers.samples.sent import check


@pytest.mark.parametrize(
    ("provider", "gist"),
    [
        ("square", r"\d+\.00 USD · \w{29} · APPROVED"),
        ("wechat-pay", r"支付成功 · transaction · [0-9a-f-]{36}"),
    ],
)
def test_its_own(provider: str, gist: str) -> None:
    """Known among all others as just this provider's, valid, and told in one line."""
    (told,) = check(provider).values()

    assert re.fullmatch(gist, told or "")
