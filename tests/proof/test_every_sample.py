"""Every sample event that ships, not only each provider's first: recognised, named, verified, and open to changes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from inspector.core.assignments import assign, parse_assignment
from inspector.core.body import Body
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.providers.registry import BY_ID, PROVIDERS
from inspector.providers.samples.registry import SAMPLES, events_of
from inspector.providers.samples.sample import Sample
from tests.providers.samples.sent import SECRETS, arrived, bare, judged

MOST_USED = (
    "easypost",
    "elevenlabs",
    "github",
    "gitlab",
    "openai",
    "paypal",
    "shopify",
    "slack",
    "stripe",
    "trello",
    "twilio",
    "typeform",
)
"""Those that most people build for."""


@pytest.fixture(scope="module")
def judgements() -> Mapping[tuple[str, str], Judgement]:
    """What is said of each on arrival, with the samples' own secrets."""
    return {(sample.provider, sample.event): judged(sample) for sample in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.provider} {sample.event}")
def test_it_is_known_and_valid(sample: Sample, judgements: Mapping[tuple[str, str], Judgement]) -> None:
    """As exactly its provider's event, with a delivery id where there is one, told in one line."""
    provider = BY_ID[sample.provider]
    judgement = judgements[sample.provider, sample.event]

    assert (judgement.provider, judgement.event) == (
        sample.provider,
        sample.recognised_event if provider.event else None,
    )
    assert judgement.verdict.status == ("valid" if provider.schemes else "unsigned"), judgement.verdict.explanation
    assert (judgement.delivery_id is not None) is (bool(provider.delivery_id) and sample.has_id)
    assert judgement.gist


def test_none_is_valid_with_one_bit_changed(judgements: Mapping[tuple[str, str], Judgement]) -> None:
    """Of its body, where the signature covers that, which it does with most."""
    covered = [one for one in SAMPLES if judgements[one.provider, one.event].verdict.covers_body]
    taken = []
    for sample in covered:
        request = arrived(sample)
        content = bytearray(request.body.read())
        place = next(place for place in range(len(content) * 2 // 3, 0, -1) if chr(content[place]).isalnum())
        content[place] ^= 1
        if judge(replace(request, body=Body.of(bytes(content))), Basis(samples=SECRETS)).verdict.status == "valid":
            taken.append((sample.provider, sample.event))

    assert taken == []
    assert len(covered) > len(SAMPLES) // 2


@pytest.mark.parametrize("provider", MOST_USED)
def test_most_used_providers_have_ten(provider: str) -> None:
    """Each with a title of its own, so that they can be told apart in a list."""
    samples = events_of(provider)

    assert len(samples) >= 10
    assert len({sample.title for sample in samples}) == len(samples)
    assert len({sample.event for sample in samples}) == len(samples)
    assert len({bare(sample).body.read() for sample in samples}) == len(samples)


def test_any_field_can_be_set() -> None:
    """The first text of each document and its last one; the first field of a form, and the document inside of one."""
    stayed = []
    for sample in SAMPLES:
        request = bare(sample)
        body, content_type = request.body.read(), request.headers.get("content-type") or ""
        for path in _settable(sample, body):
            changed = assign(body, content_type, [parse_assignment(f"{path}=once upon a time")])
            if changed == body or b"once upon a time" not in changed.replace(b"+", b" "):
                stayed.append((sample.provider, sample.event, path))

    assert stayed == []


def test_every_provider_is_covered() -> None:
    """None is without a sample."""
    assert {sample.provider for sample in SAMPLES} == {provider.id for provider in PROVIDERS}


def _settable(sample: Sample, body: bytes) -> tuple[str, ...]:
    if sample.written in ("multipart", "text"):
        return ()
    if sample.written == "form":
        fields = {name: values[0] for name, values in parse_qs(body.decode(), keep_blank_values=True).items()}
        inside = [(name, list(_texts(json.loads(value)))) for name, value in fields.items() if value.startswith("{")]
        return (next(iter(fields)), *(f"{name}.{paths[-1]}" for name, paths in inside if paths))
    paths = list(_texts(json.loads(body)))
    return (paths[0], paths[-1])


def _texts(value: object, path: str = "") -> Iterator[str]:
    """The paths of all texts in a document, as `--set` takes them."""
    if isinstance(value, str):
        yield path
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _texts(entry, f"{path}[{number}]")
    elif isinstance(value, dict):
        for name, entry in value.items():
            if not set(name) & set(".[]=:"):
                yield from _texts(entry, f"{path}.{name}" if path else name)
