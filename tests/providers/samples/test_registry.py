"""Which samples there are."""

import json
import re
from datetime import UTC, datetime
from urllib.parse import parse_qs

import pytest

from inspector.core.errors import UsageError
from inspector.core.resources import resource
from inspector.core.sending_wishes import Seed
from inspector.providers.registry import PROVIDERS
from inspector.providers.samples.making import make
from inspector.providers.samples.registry import SAMPLES, events_of, find_sample, named, sample_body, sample_headers
from inspector.providers.samples.sample import Sample

FIRST = {
    "github": "push",
    "gitlab": "Push Hook",
    "stripe": "payment_intent.succeeded",
    "slack": "app_mention",
    "shopify": "orders/create",
    "openai": "batch.completed",
    "svix": "user.created",
    "standard-webhooks": "contact.created",
}


def test_every_provider_has_one() -> None:
    """Those that most people use have three at least, and offer the one first that most want."""
    first = {provider.id: events_of(provider.id)[0].event for provider in PROVIDERS}

    assert {provider: first[provider] for provider in FIRST} == FIRST
    assert all(len(events_of(provider)) >= 3 for provider in FIRST)
    assert len({(sample.provider, sample.event) for sample in SAMPLES}) == len(SAMPLES)


def test_every_body_that_ships_is_used() -> None:
    """A payload that nobody names is found."""
    shipped = {(path.parent.name, path.stem) for path in resource("samples").glob("*/*.json")}

    assert shipped == {(sample.provider, sample.file) for sample in SAMPLES}


def test_every_part_that_ships_is_used() -> None:
    """As every body is: some body of its provider, or another part of it, names it."""
    for folder in resource("samples").glob("*/parts"):
        texts = "".join(path.read_text(encoding="utf-8") for path in folder.parent.rglob("*.json"))
        named = set(re.findall(r'"\$include": "(\w+)"', texts))
        assert {path.stem for path in folder.glob("*.json")} == named, folder.parent.name


def test_an_event_is_found_in_any_case() -> None:
    """`push hook` is GitLab's Push Hook; nothing else is guessed."""
    assert find_sample("gitlab", " push hook ") is events_of("gitlab")[0]
    assert find_sample("gitlab", "push") is None


@pytest.mark.parametrize(
    ("provider", "event", "sentence"),
    [("github", "pull", "“push”, “pull_request”, “issues”"), ("acme", "x", "no sample events of “acme”")],
)
def test_an_event_that_there_is_not(provider: str, event: str, sentence: str) -> None:
    """The sentence names those that there are."""
    with pytest.raises(UsageError, match=sentence):
        named(provider, event)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.provider} {sample.event}")
def test_what_an_editor_shows(sample: Sample) -> None:
    """JSON stands indented, a form as it is sent, and no name is left unfilled."""
    body = sample_body(sample.provider, sample.event)
    headers = sample_headers(sample.provider, sample.event)

    assert b"${" not in body
    assert not any(b"${" in value for _, value in headers)
    if sample.written == "form":
        assert parse_qs(body.decode(), keep_blank_values=True, strict_parsing=True)
    elif sample.written not in ("multipart", "text"):
        assert body == (json.dumps(json.loads(body), ensure_ascii=False, indent=2) + sample.end).encode()


def test_what_was_shown_is_made_again() -> None:
    """Of one seed come the same ids, times and amounts, whatever way they are written in."""
    seed = Seed(number=7, at=datetime(2026, 11, 23, tzinfo=UTC))
    for sample in (events_of(provider)[0] for provider in ("stripe", "github", "slack")):
        shown = json.loads(sample_body(sample.provider, sample.event, seed))
        made = make(sample.provider, sample.event, now=seed.at, seed=seed.number)

        assert json.loads(made.body.read()) == shown
