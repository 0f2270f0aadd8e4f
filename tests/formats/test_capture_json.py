"""The JSON object of a capture."""

import base64
import gzip
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from inspector.core.body import LARGE, Body
from inspector.core.capture import Capture, Origin
from inspector.core.dispatch import Dispatch
from inspector.core.errors import ResourceError
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Verdict
from inspector.formats.capture_json import to_json
from tests.captures import AT, capture_of, head_of

BODY = b'{"id":"evt_1","amount":1.0}'
HEAD = head_of(
    b"POST /hooks/stripe?x=1 HTTP/1.1", b"Host: 127.0.0.1:8765", b"Content-Type: application/json; charset=utf-8"
)


def _full() -> Capture:
    return replace(
        capture_of(HEAD, BODY),
        judgement=Judgement(
            provider="stripe",
            event="payment_intent.succeeded",
            gist="49.00 EUR · cus_9s6XBn",
            delivery_id="evt_1",
            verdict=Verdict(
                status="invalid",
                scheme="stripe-v1",
                secret="staging",
                matches=True,
                signed_at=datetime(2026, 11, 23, 8, 1, 9, tzinfo=UTC),
                fresh=False,
                covers_body=True,
                cause="timestamp-stale",
                causes=("timestamp-stale",),
                tried=2,
                explanation="It matches, but it is too old.",
            ),
        ),
        response=Response(headers=Headers.of(("A", "b")), body=b"ok", duration_ms=1.80049),
        origin=Origin(kind="resend", of=3),
        attempt=2,
        duplicate_of=9,
        repeat="retry",
        dispatches=(
            Dispatch(id=3, capture_id=17, at=AT, target="http://x/", status=400, body=b"no", changed=("Host",)),
        ),
        pinned=True,
        note="look",
    )


def test_the_object_is_the_documented_one() -> None:
    """Every field by its name, in the documented order, with its documented form."""
    thing = to_json(_full(), bodies="all")

    assert json.loads(json.dumps(thing)) == {
        "v": 1,
        "id": 17,
        "received_at": "2026-11-23T08:21:11.123456Z",
        "origin": {"kind": "resend", "of": 3, "file": None},
        "endpoint": "default",
        "method": "POST",
        "target": "/hooks/stripe?x=1",
        "http_version": "1.1",
        "remote": "127.0.0.1:53122",
        "tls": None,
        "headers": [["Host", "127.0.0.1:8765"], ["Content-Type", "application/json; charset=utf-8"]],
        "trailers": [],
        "content_type": "application/json",
        "body_base64": base64.b64encode(BODY).decode(),
        "body_text": BODY.decode(),
        "body_sha256": Body.of(BODY).sha256,
        "size": len(BODY),
        "complete": True,
        "malformed": None,
        "provider": "stripe",
        "event": "payment_intent.succeeded",
        "gist": "49.00 EUR · cus_9s6XBn",
        "handshake": None,
        "delivery_id": "evt_1",
        "attempt": 2,
        "duplicate_of": 9,
        "repeat": "retry",
        "signature": {
            "status": "invalid",
            "scheme": "stripe-v1",
            "secret": "staging",
            "matches": True,
            "signed_at": "2026-11-23T08:01:09Z",
            "fresh": False,
            "url": None,
            "covers_body": True,
            "cause": "timestamp-stale",
            "causes": ["timestamp-stale"],
            "tried": 2,
            "explanation": "It matches, but it is too old.",
        },
        "response": {
            "status": 200,
            "by": "default",
            "rule": None,
            "headers": [["A", "b"]],
            "body_base64": "b2s=",
            "duration_ms": 1.8,
        },
        "dispatches": [
            {
                "id": 3,
                "at": "2026-11-23T08:21:11.123456Z",
                "kind": "resend",
                "target": "http://x/",
                "as": "received",
                "status": 400,
                "duration_ms": None,
                "headers": [],
                "body_base64": "bm8=",
                "error": None,
                "changed": ["Host"],
            }
        ],
        "redacted": [],
        "pinned": True,
        "note": "look",
    }
    assert list(thing)[:4] == ["v", "id", "received_at", "origin"]


def test_a_response_that_was_not_recorded_is_null() -> None:
    """As after a crash between storing and answering."""
    assert to_json(capture_of(HEAD), bodies="none")["response"] is None


def test_bodies_are_given_as_asked() -> None:
    """None at all, the text alone, or everything."""
    capture = _full()

    assert [to_json(capture, bodies=kind)["body_base64"] is None for kind in ("none", "text", "all")] == [
        True,
        True,
        False,
    ]
    assert [to_json(capture, bodies=kind)["body_text"] is None for kind in ("none", "text", "all")] == [
        True,
        False,
        False,
    ]


def test_text_is_decoded_and_bounded() -> None:
    """A list holds no text above 64 KiB; whole captures hold it up to 8 MiB; binary is no text."""
    packed = head_of(b"POST / HTTP/1.1", b"Content-Encoding: gzip", b"Content-Type: text/plain; charset=latin-1")
    small, bomb = gzip.compress("café".encode("latin-1")), gzip.compress(b"x" * (LARGE + 1))
    text = b"y" * (64 * 1024 + 1)

    assert to_json(capture_of(packed, small), bodies="text")["body_text"] == "café"
    assert to_json(capture_of(packed, bomb), bodies="all")["body_text"] is None
    assert to_json(capture_of(HEAD, text), bodies="text")["body_text"] is None
    assert to_json(capture_of(HEAD, text[1:]), bodies="text")["body_text"] == text[1:].decode()
    assert to_json(capture_of(HEAD, text), bodies="all")["body_text"] == text.decode()
    assert to_json(capture_of(head_of(b"POST / HTTP/1.1"), b"\0\xff\1"), bodies="all")["body_text"] is None


@pytest.mark.parametrize(
    "head",
    [
        b"POST / HTTP/1.1\r\nHost:x\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x \r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: \xe9\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost:\r\n\r\n",
        b"\x16\x03",
    ],
)
def test_a_head_that_fields_cannot_give_back_is_added(head: bytes) -> None:
    """Blanks and bytes that the readable fields do not tell stand in head_base64, in whole captures only."""
    capture = capture_of(head)

    assert to_json(capture, bodies="all")["head_base64"] == base64.b64encode(head).decode()
    assert "head_base64" not in to_json(capture, bodies="text")


def test_a_body_whose_file_is_gone_is_said(tmp_path: Path) -> None:
    """An export never leaves a body out in silence."""
    lost = replace(Body.of(b"x" * 10), content=None, path=tmp_path / "gone")
    capture = capture_of(HEAD)
    capture = replace(capture, request=replace(capture.request, body=lost))

    assert to_json(capture, bodies="text")["body_text"] is None
    with pytest.raises(ResourceError, match="body of capture 17 cannot be read"):
        to_json(capture, bodies="all")
