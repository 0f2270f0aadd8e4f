"""Verdicts are said in a title and a sentence."""

from typing import get_args

import pytest

from inspector.core.verdict import Cause, Judgement, Status, Verdict
from inspector.gui.faces import KNOWN
from inspector.gui.views.detail.verdict_words import CAUSES, verdict_words


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
    words = verdict_words(Judgement(provider="stripe", verdict=verdict), KNOWN["stripe"])

    assert (tone, title) == (words.tone, words.title)


@pytest.mark.parametrize("status", get_args(Status))
def test_every_status_has_words(status: Status) -> None:
    """Nothing is left without a title."""
    assert verdict_words(Judgement(verdict=Verdict(status=status)), KNOWN["github"]).title


def test_names_several_causes() -> None:
    """What took two changes names both."""
    verdict = Verdict(
        status="invalid", cause="secret-whitespace", causes=("secret-whitespace", "body-trailing-newline")
    )

    assert ", and " in verdict_words(Judgement(verdict=verdict), KNOWN["github"]).title


def test_names_the_secret_that_matched_once() -> None:
    """The name of the secret is told where the explanation does not tell it."""
    verdict = Verdict(status="valid", secret="staging", explanation="It matches.")
    told = Verdict(status="valid", secret="staging", explanation="It equals the secret “staging”.")

    assert (
        "It matches. Matched the secret “staging”."
        == verdict_words(Judgement(verdict=verdict), KNOWN["github"]).sentence
    )
    assert 1 == verdict_words(Judgement(verdict=told), KNOWN["github"]).sentence.count("staging")


def test_asks_for_the_secret_by_its_name() -> None:
    """What is missing is called what the provider calls it, with its form."""
    words = verdict_words(Judgement(verdict=Verdict(status="no-secret")), KNOWN["stripe"])

    assert "Paste the endpoint’s signing secret (whsec_…) to check it." == words.sentence
