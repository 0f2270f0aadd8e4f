"""Verdicts are said in a title and a sentence."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from inspector.core.verdict import BY_DESIGN, FAR_AHEAD, Cause, Judgement, Status, Verdict
from inspector.gui.views.detail.verdict_words import CAUSES, verdict_words
from tests.gui.stage import FACES
from tests.providers.made import STRIPE, diagnosed, secret, signed

AT = datetime(2026, 11, 23, 8, 21, 11, tzinfo=UTC)


def test_every_cause_has_words() -> None:
    """No cause that the engine can name is without a title."""
    assert set(get_args(Cause)) == CAUSES.keys()


@pytest.mark.parametrize(
    ("verdict", "tone", "title"),
    [
        (Verdict(status="valid"), "valid", "✓ Valid."),
        (Verdict(status="invalid", cause="timestamp-stale"), "invalid", "✗ Not valid: the signature is too old."),
        (Verdict(status="invalid", cause="unexplained"), "invalid", "✗ Not valid."),
        (Verdict(status="invalid", final=False), "invalid", "✗ Not valid. Looking for the cause…"),
        (Verdict(status="no-secret"), "warn", "Stripe signed this."),
        (Verdict(status="no-secret", cause="key-unavailable"), "warn", "Signed, not checked."),
        (Verdict(status="unsigned"), "neutral", "Unsigned."),
        (Verdict(status="unknown"), "neutral", "Nothing to check."),
    ],
)
def test_titles(verdict: Verdict, tone: str, title: str) -> None:
    """Each verdict has its colour and its title."""
    words = verdict_words(Judgement(provider="stripe", verdict=verdict), FACES("stripe"), AT)

    assert (tone, title) == (words.tone, words.title)


def test_a_handshake_is_unsigned_by_design() -> None:
    """That its signature is missing is nothing to worry about."""
    judgement = Judgement(
        provider="okta", handshake="verification", verdict=Verdict(status="unsigned", explanation=BY_DESIGN)
    )
    words = verdict_words(judgement, FACES("okta"), AT)

    assert (words.tone, words.title) == ("neutral", "Unsigned by design.")


@pytest.mark.parametrize("status", get_args(Status))
def test_every_status_has_words(status: Status) -> None:
    """Nothing is left without a title."""
    assert verdict_words(Judgement(verdict=Verdict(status=status)), FACES("github"), AT).title


def test_names_several_causes() -> None:
    """What took two changes names both."""
    verdict = Verdict(
        status="invalid", cause="secret-whitespace", causes=("secret-whitespace", "body-trailing-newline")
    )

    assert ", and " in verdict_words(Judgement(verdict=verdict), FACES("github"), AT).title


def test_says_when_it_was_signed_and_with_what() -> None:
    """A match over the body tells its age and the secret's name; without a time, the name alone."""
    timed = Verdict(status="valid", secret="staging", covers_body=True, signed_at=AT - timedelta(seconds=2))
    early = replace(timed, signed_at=AT + timedelta(seconds=3))
    plain = replace(timed, signed_at=None)

    said = [verdict_words(Judgement(verdict=one), FACES("github"), AT).sentence for one in (timed, early, plain)]

    assert [
        "Signed 2 s before it arrived; matched the secret “staging”.",
        "Its time is 3 s after it arrived; matched the secret “staging”.",
        "It matches the secret “staging”.",
    ] == said


def test_says_what_a_match_does_not_cover() -> None:
    """Where the body is not protected the explanation is told, for it says so."""
    verdict = Verdict(status="valid", secret="staging", covers_body=False, explanation="The body is not protected.")

    assert "The body is not protected." == verdict_words(Judgement(verdict=verdict), FACES("gitlab"), AT).sentence


def test_asks_for_the_secret_by_its_name() -> None:
    """What is missing is called what the provider calls it, with its form."""
    words = verdict_words(Judgement(verdict=Verdict(status="no-secret")), FACES("stripe"), AT)

    assert "Paste the endpoint’s signing secret (whsec_…) to check it." == words.sentence


def test_an_age_that_nobody_checks_is_said() -> None:
    """Behind when it was signed, where the explanation says so."""
    verdict = Verdict(
        status="valid",
        secret="live",
        covers_body=True,
        signed_at=AT - timedelta(hours=1),
        explanation=f"It matches. {FAR_AHEAD}",
    )
    said = verdict_words(Judgement(provider="stripe", verdict=verdict), FACES("stripe"), AT).sentence

    assert said == f"Signed 60 min before it arrived; matched the secret “live”. {FAR_AHEAD}"


@pytest.mark.parametrize(
    ("pasted", "title"),
    [
        (b'"%s"', "✗ Not valid: the secret stands in quotation marks."),
        (b"%s\n", "✗ Not valid: the secret is not kept exactly as the sender has it."),
        (b"%s'", "✗ Not valid: a quotation mark stands beside the secret."),
    ],
)
def test_says_what_stands_around_a_secret(pasted: bytes, title: str) -> None:
    """One cause for all of it, but the words are those of what was proved."""
    judgement = diagnosed(signed("stripe"), secret("stripe", pasted % STRIPE))

    assert verdict_words(judgement, FACES("stripe"), AT).title == title


def test_a_secret_without_its_beginning() -> None:
    """It is not called white space."""
    told = "The signature matches when “live” is used with “whsec_” before it."
    verdict = Verdict(status="invalid", cause="secret-whitespace", explanation=told)

    title = verdict_words(Judgement(provider="stripe", verdict=verdict), FACES("stripe"), AT).title
    assert title == "✗ Not valid: the secret lacks its beginning."
