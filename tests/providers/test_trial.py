"""A recipe is tried on a request, step by step."""

import hashlib
from dataclasses import replace

from inspector.core.recipe import Recipe
from inspector.providers.trial import try_recipe
from tests.providers.described import ACME, BODY, KEY, NOW, acme, mac, secret, sent

MESSAGE = NOW.encode() + b"." + BODY


def test_a_match_shows_what_was_signed() -> None:
    """Both digests, the bytes, their number and hash, event and id; the secret is nowhere."""
    trial = try_recipe(ACME, acme(), [secret()], content=BODY)

    assert trial.recognised
    assert trial.verdict is not None
    assert trial.verdict.status == "valid"
    assert trial.signed == MESSAGE.decode()
    assert (trial.signed_size, trial.signed_sha256) == (len(MESSAGE), hashlib.sha256(MESSAGE).hexdigest())
    assert trial.received == trial.expected == "sha256=" + mac(MESSAGE).hex()
    assert (trial.event, trial.delivery_id) == ("order.paid", "ev_1234")
    assert KEY.decode() not in repr(trial)


def test_no_match_shows_both_digests() -> None:
    """What stands there and what this recipe gives differ."""
    trial = try_recipe(replace(ACME, message="{body}"), acme(), [secret()], content=BODY)

    assert trial.verdict is not None
    assert trial.verdict.matches is False
    assert trial.expected == "sha256=" + mac(BODY).hex() != trial.received


def test_mistakes_and_strangers() -> None:
    """A recipe that is wrong says where; one that does not fit is not recognised; without a request it is complete."""
    wrong = try_recipe(replace(ACME, message="{body"), acme(), [], content=BODY)
    stranger = try_recipe(ACME, sent({}), [], content=BODY)
    alone = try_recipe(ACME, None, [])

    assert (wrong.where, wrong.recognised) == ("message", False)
    assert "no partner" in wrong.problem
    assert (stranger.problem, stranger.recognised, stranger.verdict) == ("", False, None)
    assert "HMAC-SHA256" in alone.formula


def test_without_secret_or_signature() -> None:
    """Each is told by the verdict; nothing is signed where a token stands."""
    assert (no := try_recipe(ACME, acme(), [], content=BODY).verdict) is not None
    assert no.status == "no-secret"
    unsigned = try_recipe(replace(ACME, recognise=("path=/hooks/*",)), sent({}), [secret()], content=BODY)
    assert unsigned.verdict is not None
    assert unsigned.verdict.status == "unsigned"
    token = try_recipe(
        Recipe(name="a", signature="header:P", digest="token"), sent({"P": KEY.decode()}), [secret(provider="custom:a")]
    )
    assert (token.signed, token.signed_size) == ("", 0)
    assert KEY.decode() not in token.received


def test_a_large_message_is_cut() -> None:
    """A megabyte is hashed whole and shown by its beginning."""
    body = b"a" * 1_000_000
    trial = try_recipe(Recipe(name="a", signature="header:S"), sent({"S": "x"}, body), [secret()], content=b"")

    assert (trial.signed_size, trial.signed_sha256) == (1_000_000, hashlib.sha256(body).hexdigest())
    assert len(trial.signed) <= 300
