"""HAR archives of ours."""

import json
import random
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.capture import Arrival, Capture
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Verdict
from inspector.formats.har import HAR, read, write
from tests.captures import capture_of, head_of
from tests.formats.requests import bytes_of, captures, read_back


def _entries(wanted: list[Capture]) -> list[dict[str, dict[str, object]]]:
    archive = json.loads(b"".join(write(wanted)))
    assert archive["log"]["version"] == "1.2"
    assert archive["log"]["creator"]["name"] == "Webhook Inspector"
    entries: list[dict[str, dict[str, object]]] = archive["log"]["entries"]
    return entries


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(captures(), max_size=3))
def test_what_goes_out_comes_in(tmp_path: Path, wanted: list[Capture]) -> None:
    """Every request comes back to the byte."""
    got = read_back(HAR, b"".join(write(wanted)), tmp_path)

    assert [bytes_of(one) for one in got] == [bytes_of(capture.request) for capture in wanted]


def test_an_entry_has_what_har_asks_for() -> None:
    """So that browsers and other tools can open it."""
    head = head_of(b"POST /a?x=1&y HTTP/1.1", b"Host: x.test:81", b"Content-Type: text/plain", b"Content-Length: 4")
    capture = replace(
        capture_of(head, "né".encode() + b"\n"),
        response=Response(status=302, headers=Headers.of(("Location", "/b")), body=b"\xff", duration_ms=2.25),
    )
    (entry,) = _entries([capture])

    assert [str(entry[name]) for name in ("startedDateTime", "time")] == ["2026-11-23T08:21:11.123456Z", "2.25"]
    assert entry["timings"] == {
        "send": 0,
        "wait": 2.25,
        "receive": 0,
        "blocked": -1,
        "dns": -1,
        "connect": -1,
        "ssl": -1,
    }
    assert entry["cache"] == {}
    request = entry["request"]
    assert request["url"] == "http://x.test:81/a?x=1&y"
    assert (request["method"], request["httpVersion"], request["cookies"]) == ("POST", "HTTP/1.1", [])
    assert request["queryString"] == [{"name": "x", "value": "1"}, {"name": "y", "value": ""}]
    assert request["postData"] == {"mimeType": "text/plain", "text": "né\n"}
    assert (request["headersSize"], request["bodySize"]) == (len(head), 4)
    response = entry["response"]
    assert (response["status"], response["statusText"], response["redirectURL"]) == (302, "Found", "/b")
    assert response["content"] == {"size": 1, "mimeType": "", "text": "/w==", "encoding": "base64"}


def test_what_har_has_no_place_for_is_ours_and_nothing_twice() -> None:
    """A tool that cleans the fields of HAR leaves no second copy of a secret."""
    secret = "very-secret"
    head = head_of(
        b"POST /a?token=very-secret HTTP/1.1", b"Host: x", b"X-Gitlab-Token: very-secret", b"Content-Length: 11"
    )
    capture = replace(
        capture_of(head, secret.encode()),
        judgement=Judgement(provider="gitlab", event="push", verdict=Verdict(status="valid", matches=True)),
        response=Response(body=secret.encode()),
        note="look",
    )
    (entry,) = _entries([capture])
    ours = entry["request"]["_webhookInspector"]

    assert isinstance(ours, dict)
    assert (ours["provider"], ours["event"], ours["signature"]["status"], ours["note"]) == (
        "gitlab",
        "push",
        "valid",
        "look",
    )
    assert secret not in json.dumps(ours)


def test_a_capture_without_a_response_has_none(tmp_path: Path) -> None:
    """Status 0 is what HAR has for that, and it is read as that."""
    capture = capture_of(head_of(b"GET / HTTP/1.1", b"Host: x"))
    assert _entries([capture])[0]["response"]["status"] == 0

    path = tmp_path / "a.har"
    path.write_bytes(b"".join(write([capture, replace(capture, response=Response(body=b"ok", duration_ms=1.5))])))
    none, some = read(path)
    assert isinstance(none, Arrival)
    assert isinstance(some, Arrival)
    assert none.response is None
    assert some.response == Response(body=b"ok", duration_ms=1.5)


def test_malformed_and_incomplete_ones_come_back(tmp_path: Path) -> None:
    """With the bytes that came and the reason."""
    capture = capture_of(b"\x16\x03\x01", b"\xff")
    odd = replace(capture, request=replace(capture.request, malformed="no HTTP", complete=False, method="", target=""))

    assert read_back(HAR, b"".join(write([odd])), tmp_path) == [odd.request]


def test_a_large_body_is_written_in_pieces(tmp_path: Path) -> None:
    """And read back whole."""
    content = random.Random(4).randbytes(900_000)
    (tmp_path / "body").write_bytes(content)
    capture = capture_of(head_of(b"POST / HTTP/1.1", b"Host: x", b"Content-Length: 900000"), content)
    body = replace(capture.request.body, content=None, path=tmp_path / "body")
    large = replace(capture, request=replace(capture.request, body=body))

    pieces = list(write([large]))
    assert max(map(len, pieces)) < 400_000
    assert read_back(HAR, b"".join(pieces), tmp_path) == [capture.request]
