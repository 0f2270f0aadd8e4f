"""The registry of terms."""

from dataclasses import replace

import pytest

from inspector.core.capture import Capture, Origin
from inspector.core.dispatch import Dispatch
from inspector.core.filter.parser import parse
from inspector.core.filter.terms import STATES, TERMS, Term, find
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Verdict
from tests.captures import AT, capture_of, head_of

PLAIN = capture_of(head_of(b"POST /a%2Fb?x=1 HTTP/1.1", b"Host: example.com:80"), b"12345")
JUDGED = replace(
    PLAIN,
    judgement=Judgement(provider="stripe", event="x.y", delivery_id="evt_1", verdict=Verdict(status="valid")),
    response=Response(status=418),
    dispatches=(
        Dispatch(capture_id=1, at=AT, target="http://localhost:3000/", status=500),
        Dispatch(capture_id=1, at=AT, target="http://localhost:4000/", error="refused"),
    ),
)


@pytest.mark.parametrize("term", TERMS, ids=lambda term: term.name)
def test_examples_can_be_read(term: Term) -> None:
    """What help and completion show as an example is a filter of that term."""
    assert term.example.startswith(term.name)
    assert f"term='{term.name}'" in repr(parse(term.example))


def test_terms_are_found_in_any_case_and_named_once() -> None:
    """No two terms share a name."""
    assert [find(term.name.upper()) for term in TERMS] == list(TERMS)
    assert len({term.name for term in TERMS}) == len(TERMS)
    assert find("stat") is None


@pytest.mark.parametrize(
    ("name", "plain", "judged"),
    [
        ("method", "POST", "POST"),
        ("path", "/a%2Fb", "/a%2Fb"),
        ("host", "example.com:80", "example.com:80"),
        ("provider", None, "stripe"),
        ("event", None, "x.y"),
        ("delivery", None, "evt_1"),
        ("signature", "unknown", "valid"),
        ("cause", None, None),
        ("status", None, 418),
        ("size", 5, 5),
        ("since", 1795422071123456, 1795422071123456),
        ("on", 1795422071123456, 1795422071123456),
        ("is", frozenset(), frozenset()),
        ("sent.status", (), (500, None)),
        ("sent.to", (), ("http://localhost:3000/", "http://localhost:4000/")),
        ("sent.error", (), (None, "refused")),
    ],
)
def test_what_terms_read(name: str, plain: object, judged: object) -> None:
    """Each term reads its value of a capture, and nothing where there is none."""
    term = find(name)

    assert term
    assert AT.microsecond == 123456
    assert (term.read(PLAIN), term.read(JUDGED)) == (plain, judged)


@pytest.mark.parametrize(
    ("state", "capture"),
    [
        ("pinned", replace(PLAIN, pinned=True)),
        ("unread", replace(PLAIN, unread=True)),
        ("retry", replace(PLAIN, repeat="retry")),
        ("duplicate", replace(PLAIN, repeat="duplicate")),
        ("redelivery", replace(PLAIN, repeat="redelivery")),
        ("same-event", replace(PLAIN, repeat="same-event")),
        ("handshake", replace(PLAIN, judgement=Judgement(handshake="challenge"))),
        ("sample", replace(PLAIN, origin=Origin(kind="sample"))),
        ("resend", replace(PLAIN, origin=Origin(kind="resend", of=3))),
        ("import", replace(PLAIN, origin=Origin(kind="import", file="a.har"))),
        ("incomplete", replace(PLAIN, request=replace(PLAIN.request, complete=False))),
        ("malformed", replace(PLAIN, request=replace(PLAIN.request, malformed="no request"))),
    ],
)
def test_states(state: str, capture: Capture) -> None:
    """A capture is in the state that it was put in, and in no other."""
    assert {name for name, holds in STATES.items() if holds(capture)} == {state}


def test_every_state_is_tested() -> None:
    """A new state needs its capture above."""
    (states,) = (mark for mark in test_states.pytestmark if mark.name == "parametrize")  # type: ignore[attr-defined]

    assert {state for state, _ in states.args[1]} == set(STATES)
