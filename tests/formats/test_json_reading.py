"""Objects of captures read back."""

from dataclasses import replace

import pytest

from inspector.core.capture import Origin
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.core.verdict import NOT_JUDGED, Judgement, Verdict
from inspector.formats.capture_json import to_json
from inspector.formats.format import Strange
from inspector.formats.json_reading import from_json
from tests.captures import AT, capture_of, head_of

CAPTURE = replace(
    capture_of(head_of(b"POST /a HTTP/1.1", b"Host: x"), b"\0\xff", trailers=Headers([(b"T", b"\xff")])),
    response=Response(status=503, by="limit", headers=Headers.of(("A", "b")), body=b"no", duration_ms=2.5),
    judgement=Judgement(provider="stripe", verdict=Verdict(status="valid", matches=True)),
    pinned=True,
    note="look",
)


def test_request_response_pin_and_note_come_back() -> None:
    """The same request and the response that its sender got."""
    arrival = from_json(to_json(CAPTURE, bodies="all"), file="a.json", otherwise_at=AT)

    assert arrival.request == CAPTURE.request
    assert arrival.response == CAPTURE.response
    assert (arrival.pinned, arrival.note) == (True, "look")
    assert arrival.origin == Origin(kind="import", file="a.json")


def test_why_a_handshake_was_told_something_comes_back() -> None:
    """It stands in the object only where there is such a sentence."""
    told = replace(CAPTURE, response=Response(by="handshake", why="Slack asks whether this address answers."))

    assert from_json(to_json(told, bodies="all"), file="a", otherwise_at=AT).response == told.response
    assert "why" not in str(to_json(CAPTURE, bodies="all")["response"])


def test_a_verdict_in_a_file_is_not_believed() -> None:
    """Valid means that it was computed here, over the bytes."""
    assert from_json(to_json(CAPTURE, bodies="all"), file="a", otherwise_at=AT).judgement == NOT_JUDGED


def test_incomplete_and_malformed_stay_what_they_were() -> None:
    """With the bytes that came."""
    request = replace(
        capture_of(b"\x16\x03\x01", b"rest").request, malformed="no HTTP", complete=False, method="", target=""
    )
    arrival = from_json(to_json(replace(CAPTURE, request=request), bodies="all"), file="a", otherwise_at=AT)

    assert arrival.request == request


def test_an_object_by_hand_needs_little() -> None:
    """A method and a target; the rest has a sensible value."""
    thing: object = {"method": "PUT", "target": "/x", "headers": [["Host", "a"]], "body_text": "é"}
    request = from_json(thing, file="a", otherwise_at=AT).request

    assert request.head == head_of(b"PUT /x HTTP/1.1", b"Host: a")
    assert (request.body.read(), request.received_at) == ("é".encode(), AT)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"v": 2}, "newer version"),
        ({"v": "x"}, "v is no whole number"),
        ({"method": ""}, "method or target is empty"),
        ({"method": None}, "method or target is empty"),
        ({"target": "/a b"}, "holds a space"),
        ({"target": "/\n"}, "line break"),
        ({"method": 3}, "method is no text"),
        ({"headers": {}}, "headers is no list"),
        ({"headers": [["a"]]}, "no list of"),
        ({"headers": [["a", "b\r\nc: d"]]}, "line break"),
        ({"headers": [["a\0", "b"]]}, "line break or NUL"),
        ({"body_base64": "?"}, "body_base64 is no base64"),
        ({"body_base64": None, "body_text": None}, "its body is not in the file"),
        ({"body_base64": None, "body_text": "ab"}, "only as decoded text"),
        ({"received_at": "soon"}, "received_at is no time"),
        ({"received_at": "0001-01-01T00:00:00+23:59"}, "received_at is no time"),
        ({"complete": 1}, "neither true nor false"),
        ({"response": []}, "no object"),
        ({"size": 1.5, "body_base64": None}, "size is no whole number"),
    ],
)
def test_strange_fields_are_named(change: dict[str, object], why: str) -> None:
    """The reason says which field it is."""
    thing = to_json(replace(CAPTURE, request=replace(CAPTURE.request, trailers=Headers())), bodies="all")
    with pytest.raises(Strange, match=why):
        from_json(thing | change, file="a", otherwise_at=AT)


@pytest.mark.parametrize("thing", [None, [], "x", 3])
def test_what_is_no_object_is_refused(thing: object) -> None:
    """Whatever else JSON can say."""
    with pytest.raises(Strange, match="no object of a capture"):
        from_json(thing, file="a", otherwise_at=AT)
