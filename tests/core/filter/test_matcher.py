"""Asking a filter of one capture."""

import gzip
from dataclasses import replace

import pytest

from inspector.core.filter.matcher import matches
from inspector.core.filter.parser import parse
from inspector.core.filter.tree import Condition, State, Wildcard
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Verdict
from tests.captures import capture_of, head_of

HEAD = head_of(b"POST /hooks/Stripe?token=Abc HTTP/1.1", b"Host: localhost:8765", b"X-Debug: \xe9t\xc3\xa9")
CAPTURE = replace(
    capture_of(HEAD, '{"id": "evt_1", "name": "Zoë"}'.encode()),
    judgement=Judgement(provider="stripe", event="invoice.paid", verdict=Verdict(status="invalid")),
    response=Response(status=500),
    repeat="retry",
    unread=True,
)
BARE = capture_of(head_of(b"GET / HTTP/1.1"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        'EVT_1 x-debug "token=ABC"',
        "zoë",
        "POST HTTP/1.1",
        "path:/HOOKS/*",
        "path=/hooks/Stripe",
        "method:post host:localhost host:LOCALHOST:8765 host:local*",
        "provider:str?pe event:*.paid -event:*.failed event!=Invoice.paid",
        "signature:invalid -signature:valid",
        "status>=500 status<=500 status>499 status<501 status:500 status=500 status!=200",
        "size>20 size<1kb",
        "is:retry is:unread -is:pinned is!=sample",
        "since:2026-11-20 -on:2026-11-20",
        "nowhere OR (evt_1 NOT nowhere)",
    ],
)
def test_matches(text: str) -> None:
    """Words in any part of the request and terms of every kind find the capture."""
    assert matches(parse(text), CAPTURE)
    assert not matches(parse(f"-({text})") if text else parse("-evt_1"), CAPTURE)


@pytest.mark.parametrize(
    "text",
    [
        "evt_2",
        "ZOË",
        "1.1x-debug",
        "path:/hooks",
        "path:hooks/*",
        "path=/hooks/stripe",
        "path:*token*",
        "host:local",
        "event:invoice",
        "delivery:*",
        "status>500",
        "is:duplicate",
        "on:2020-01-01",
        "evt_1 nowhere",
    ],
)
def test_does_not_match(text: str) -> None:
    """A wildcard match is of the whole value; `=` minds the case; head and body are searched each for itself."""
    assert not matches(parse(text), CAPTURE)


@pytest.mark.parametrize("term", ["provider:*", "event:*", "delivery:*", "status>=0", "status<1000", "is:retry"])
def test_what_is_not_there_matches_nothing_but_its_negation(term: str) -> None:
    """A capture without an event has none that matches, not even `*`."""
    assert not matches(parse(term), BARE)
    assert matches(parse(f"-{term}"), BARE)


def test_a_compressed_body_is_searched_decoded() -> None:
    """The words a person sees are those that are found."""
    head = head_of(b"POST / HTTP/1.1", b"Content-Encoding: gzip")
    capture = capture_of(head, gzip.compress(b"secret word"))

    assert matches(parse('"secret word"'), capture, decode=lambda body, encoding: gzip.decompress(body))
    assert not matches(parse('"secret word"'), capture)


def test_a_tree_of_another_version_matches_nothing() -> None:
    """A term or state that this version does not know is no reason to fail."""
    assert not matches(Condition(term="mood", test=Wildcard(pattern="*")), CAPTURE)
    assert not matches(Condition(term="is", test=State(name="happy")), CAPTURE)
    assert not matches(Condition(term="status", test=Wildcard(pattern="*")), CAPTURE)
