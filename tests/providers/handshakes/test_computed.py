"""Answers that a secret makes of a challenge."""

import json

import pytest

from inspector.providers.handshakes.computed import BRAINTREE, DISCORD, EBAY, HEX, LINKEDIN, XERO, ZOOM
from inspector.providers.handshakes.computed import X as X_CRC
from inspector.providers.handshakes.handshake import Answered, Handshake, Refused
from tests.providers.handshakes.asking import Asking, asked, hmac_sha256, posted


@pytest.mark.parametrize(
    "handshake", [ZOOM, X_CRC, LINKEDIN, EBAY, BRAINTREE, XERO, DISCORD], ids=lambda one: one.provider
)
def test_without_its_secret_it_says_which_one_to_store(handshake: Handshake) -> None:
    """Nothing is made up."""
    refused = handshake.answer(asked(Asking(provider=handshake.provider), "abc"))

    assert isinstance(refused, Refused)
    assert f"Store it as a secret of {handshake.provider}" in refused.why


def test_zoom_is_answered_with_the_secret_that_matched() -> None:
    """Of several stored ones the one that the request is signed with."""
    asking = Asking(provider="zoom", secrets=(("old", "a"), ("new", "b")))
    answer = ZOOM.answer(asked(asking, "token", verified=True, matched="new"))

    assert isinstance(answer, Answered)
    assert json.loads(answer.response.body)["encryptedToken"] == hmac_sha256(b"b", "token").hex()
    assert "“new”" in answer.why


@pytest.mark.parametrize(
    ("body", "verified", "status", "told"),
    [
        ({"type": 1}, True, 200, b'{"type":1}'),
        ({"type": 0, "version": 1}, True, 204, b""),
        ({"type": 1}, False, 401, b""),
        ({"type": 0}, False, 401, b""),
    ],
)
def test_discord_is_told_pong_or_401(body: dict[str, int], verified: bool, status: int, told: bytes) -> None:
    """It probes with wrong signatures, and drops an address that accepts them."""
    answer = DISCORD.answer(asked(posted("discord", body), verified=verified))

    assert isinstance(answer, Answered)
    assert (answer.response.status, answer.response.body) == (status, told)


def test_ebay_needs_the_url_and_a_token_of_its_form() -> None:
    """The URL is a part of the answer; a public key stored for eBay is no verification token."""
    token = Asking(provider="ebay", secrets=(("key", "-----BEGIN PUBLIC KEY-----"), ("token", "t" * 32)))
    without = EBAY.answer(asked(token, "abc"))
    answer = EBAY.answer(asked(token, "abc", url="http://a.example/x"))

    assert isinstance(without, Refused)
    assert "public URL" in without.why
    assert isinstance(answer, Answered)
    assert "https://a.example/x" in answer.why
    assert isinstance(EBAY.answer(asked(Asking(provider="ebay", secrets=(("a", "short"),)), "abc")), Refused)


def test_braintrees_challenge_is_hexadecimal() -> None:
    """Of 20 to 32 digits, as its library demands."""
    good = ("a" * 20, "0123456789abcdef" * 2)
    bad = ("a" * 19, "a" * 33, "g" * 20, "A" * 20, "a" * 20 + "\n")

    assert all(HEX.fullmatch(text) for text in good)
    assert not any(HEX.fullmatch(text) for text in bad)
