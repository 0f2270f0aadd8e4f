"""HAR archives that browsers and other tools write."""

import json
from pathlib import Path

import pytest

from inspector.core.capture import Arrival
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.formats.har import HAR, read
from inspector.formats.har_reading import target_of
from tests.captures import head_of
from tests.formats.requests import reasons

CHROME = {
    "_initiator": {"type": "script"},
    "_priority": "High",
    "startedDateTime": "2026-11-23T09:21:11.123+01:00",
    "time": 12.5,
    "request": {
        "method": "POST",
        "url": "https://me:pw@api.example.test/v1/hooks?x=%20#part",
        "httpVersion": "h2",
        "headers": [
            {"name": ":authority", "value": "api.example.test"},
            {"name": ":method", "value": "POST"},
            {"name": "content-type", "value": "application/json"},
        ],
        "queryString": [{"name": "x", "value": "%20"}],
        "cookies": [],
        "headersSize": -1,
        "bodySize": 10,
        "postData": {"mimeType": "application/json", "text": '{"a":"é"}'},
    },
    "response": {
        "status": 201,
        "statusText": "",
        "httpVersion": "h2",
        "headers": [{"name": "set-cookie", "value": "a=1\nb=2"}],
        "cookies": [],
        "content": {"size": 2, "mimeType": "text/plain", "text": "b2s=", "encoding": "base64"},
        "redirectURL": "",
        "headersSize": -1,
        "bodySize": -1,
    },
    "cache": {},
    "timings": {"send": 1, "wait": 2, "receive": 3},
}
FIREFOX = {
    "startedDateTime": "2026-11-23T08:21:11Z",
    "request": {
        "bodySize": 7,
        "method": "PUT",
        "url": "http://localhost:3000",
        "httpVersion": "HTTP/1.1",
        "headers": [{"name": "Host", "value": "localhost:3000"}, {"name": "Content-Length", "value": "7"}],
        "postData": {
            "mimeType": "application/x-www-form-urlencoded",
            "params": [{"name": "a", "value": "1"}, {"name": "b", "value": " "}],
            "text": "",
        },
    },
    "response": {"status": 0, "headers": [], "content": {}},
}
MITMPROXY = {
    "startedDateTime": "2026-11-23T08:21:11.5+00:00",
    "time": 3,
    "request": {
        "method": "POST",
        "url": "http://x.test/bin",
        "httpVersion": "HTTP/1.0",
        "headers": [{"name": "Transfer-Encoding", "value": "chunked"}],
        "postData": {"mimeType": "", "text": "AP8=", "params": [], "encoding": "base64"},
    },
    "response": None,
}


def _read(folder: Path, *entries: object, before: bytes = b"") -> list[Arrival]:
    path = folder / "other.har"
    path.write_bytes(before + json.dumps({"log": {"version": "1.2", "pages": [], "entries": entries}}).encode())
    items = list(read(path))
    assert [item for item in items if not isinstance(item, Arrival)] == []
    return [item for item in items if isinstance(item, Arrival)]


def test_a_request_of_http_2_becomes_http_1_1(tmp_path: Path) -> None:
    """Its own fields are left out; Host and Content-Length are added, so that it can be sent."""
    (arrival,) = _read(tmp_path, CHROME)

    assert arrival.request.head == head_of(
        b"POST /v1/hooks?x=%20 HTTP/1.1",
        b"Host: api.example.test",
        b"content-type: application/json",
        b"Content-Length: 10",
    )
    assert arrival.request.body.read() == '{"a":"é"}'.encode()
    assert arrival.request.received_at.isoformat() == "2026-11-23T08:21:11.123000+00:00"
    assert arrival.response == Response(
        status=201,
        by="target",
        headers=Headers.of(("set-cookie", "a=1"), ("set-cookie", "b=2")),
        body=b"ok",
        duration_ms=12.5,
    )
    assert (arrival.origin.kind, arrival.origin.file) == ("import", "other.har")


def test_a_form_that_stands_only_as_parameters_is_put_together(tmp_path: Path) -> None:
    """As a browser sends it."""
    (arrival,) = _read(tmp_path, FIREFOX, before=b"\xef\xbb\xbf")

    assert arrival.request.body.read() == b"a=1&b=+"
    assert arrival.request.target == "/"
    assert (arrival.request.complete, arrival.response) == (True, None)


def test_bytes_in_base64_are_decoded(tmp_path: Path) -> None:
    """As proxies write what is no text."""
    (arrival,) = _read(tmp_path, MITMPROXY)

    assert arrival.request.body.read() == b"\0\xff"
    assert arrival.request.http_version == "1.0"
    assert arrival.request.headers.texts() == [("Host", "x.test"), ("Transfer-Encoding", "chunked")]


def test_an_archive_without_bodies_tells_that_one_is_missing(tmp_path: Path) -> None:
    """The capture is marked as incomplete."""
    request = {name: value for name, value in CHROME["request"].items() if name != "postData"}  # type: ignore[attr-defined]
    (arrival,) = _read(tmp_path, CHROME | {"request": request})

    assert (arrival.request.body.size, arrival.request.complete) == (0, False)


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        (5, "this is no object of a capture"),
        ({}, "this is no object of a capture"),
        ({"request": {"url": "http://x/"}}, "its method or target is empty"),
        ({"request": {"method": "GET", "url": "http://x/", "headers": [{"name": "a", "value": "\n"}]}}, "a line break"),
        ({"request": {"method": "GET", "url": "http://x/", "headers": ["a"]}}, "no object"),
        (
            {"request": {"method": "POST", "url": "http://x/", "postData": {
                "mimeType": "multipart/form-data; boundary=x", "params": [{"name": "a", "value": "b"}]}}},
            "only as the parts of a form",
        ),
        ({"request": {"method": "POST", "url": "x", "postData": {"text": "?", "encoding": "base64"}}}, "no base64"),
    ],
)  # fmt: skip
def test_an_entry_that_cannot_be_taken_is_named(entry: object, why: str, tmp_path: Path) -> None:
    """And does not spoil the others."""
    said = reasons(HAR, json.dumps({"log": {"entries": [MITMPROXY, entry, MITMPROXY]}}).encode(), tmp_path)

    assert [said[0], said[2]] == ["", ""]
    assert said[1].startswith("given.har, entry 2: ")
    assert why in said[1]


def test_a_broken_archive_gives_what_it_holds(tmp_path: Path) -> None:
    """As one that a browser did not finish writing."""
    whole = json.dumps({"log": {"entries": [MITMPROXY, MITMPROXY]}}).encode()

    assert [bool(reason) for reason in reasons(HAR, whole[:-9], tmp_path)] == [False, True]


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("http://x/a?b", "/a?b"),
        ("http://x", "/"),
        ("http://x?b", "/?b"),
        ("http://x/?", "/?"),
        ("http://x//a/%2F#f", "//a/%2F"),
        ("", "/"),
    ],
)
def test_targets_are_cut_out_to_the_byte(url: str, target: str) -> None:
    """Nothing is decoded or tidied."""
    assert target_of(url) == target
