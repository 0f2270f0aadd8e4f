"""A capture without its sender's secrets."""

import gzip
from dataclasses import replace

import pytest

from inspector.core.capture import Capture
from inspector.core.dispatch import Dispatch
from inspector.core.errors import UsageError
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Verdict
from inspector.formats.redaction import without_secrets
from inspector.formats.registry import FORMATS
from tests.captures import capture_of, head_of

FORM = b"Content-Type: application/x-www-form-urlencoded"


def capture(*places: str, lines: tuple[bytes, ...] = (), body: bytes = b"") -> Capture:
    """A capture that holds secrets at these places."""
    made = capture_of(head_of(b"POST /hooks HTTP/1.1", b"Host: a", *lines), body)
    return replace(made, judgement=Judgement(provider="gitlab", sensitive=places))


def test_header_fields_lose_their_value_and_nothing_else_changes() -> None:
    """In the bytes as in the fields, in any case, repeated or folded."""
    lines = (b"x-gitlab-token: t0ken", b"X-Other: kept", b"X-GITLAB-TOKEN:first", b" t0ken", b"X-Last: kept")
    bare = without_secrets(capture("header:X-Gitlab-Token", lines=lines, body=b"{}"))

    assert bare.request.head == head_of(
        b"POST /hooks HTTP/1.1", b"Host: a", b"x-gitlab-token: [redacted]", b"X-Other: kept",
        b"X-GITLAB-TOKEN: [redacted]", b"X-Last: kept",
    )  # fmt: skip
    assert bare.request.headers.all("x-gitlab-token") == ["[redacted]"] * 2
    assert bare.request.body.read() == b"{}"
    assert bare.redacted == ("header:X-Gitlab-Token",)


def test_a_secret_that_was_sent_back_goes_too() -> None:
    """A handshake's answer holds it in a field of the same name."""
    asked = capture("header:X-Hook-Secret", lines=(b"X-Hook-Secret: t0ken",))
    told = Response(by="handshake", headers=Headers.of(("x-hook-secret", "t0ken"), ("Content-Length", "0")))
    bare = without_secrets(replace(asked, response=told))

    assert bare.response is not None
    assert bare.response.headers.texts() == [("x-hook-secret", "[redacted]"), ("Content-Length", "0")]


@pytest.mark.parametrize(
    ("place", "body", "left"),
    [
        ("json:token", rb'{"token": "t\"0ken", "a": {"Token":7}, "tokens": "x"}',
         b'{"token": "[redacted]", "a": {"Token":"[redacted]"}, "tokens": "x"}'),
        ("json:event.token", b'{"event":{"token":"t0ken"}}', b'{"event":{"token":"[redacted]"}}'),
        ("form:token", b"a=1&token=t0ken&b=token", b"a=1&token=[redacted]&b=token"),
    ],
)  # fmt: skip
def test_bodies_lose_the_value(place: str, body: bytes, left: bytes) -> None:
    """The length that the head tells is the new one."""
    lines = (b"Content-Length: %d" % len(body), *((FORM,) if place.startswith("form:") else ()))
    bare = without_secrets(capture(place, lines=lines, body=body))

    assert bare.request.body.read() == left
    assert bare.request.headers.get("content-length") == str(len(left))
    assert b"Content-Length: %d\r\n" % len(left) in bare.request.head


@pytest.mark.parametrize("times", [1, 2])
def test_a_packed_body_is_unpacked(times: int) -> None:
    """What is inside cannot be changed otherwise, and the head no longer says that it is packed, be it in two lines."""
    packed = b'{"token":"t0ken"}'
    for _ in range(times):
        packed = gzip.compress(packed)
    bare = without_secrets(capture("json:token", lines=(b"Content-Encoding: gzip",) * times, body=packed))

    assert bare.request.body.read() == b'{"token":"[redacted]"}'
    assert "content-encoding" not in bare.request.headers
    assert b"Encoding" not in bare.request.head


@pytest.mark.parametrize(
    ("places", "lines", "body"),
    [
        (("json:token",), (b"Content-Encoding: gzip",), gzip.compress(b'{"token":"t0ken"}')[:-4]),
        (("json:token",), (b"Content-Encoding: gzip",), b'{"token":"t0ken"}'),
        (("json:tokens.0",), (), b'{"tokens":["t0ken"]}'),
        (("form:token",), (), b"token=t0ken"),
        (("header:X-Gitlab-Token",), (), b""),
    ],
)
def test_what_cannot_be_left_out_is_said(places: tuple[str, ...], lines: tuple[bytes, ...], body: bytes) -> None:
    """Nothing is passed on with a secret in it that is named as left out: a damaged body, a value that is not found."""
    with pytest.raises(UsageError, match=r"of capture \d+ cannot be left out: "):
        without_secrets(capture(*places, lines=lines, body=body))


@pytest.mark.parametrize("format", [one for one in FORMATS if one.write], ids=lambda one: one.name)
def test_no_format_holds_the_secret_any_more(format: object) -> None:
    """Neither in the request nor in what only we know of it."""
    lines, body = (b"X-Gitlab-Token: t0ken",), b'{"token":"t0ken"}'
    bare = without_secrets(capture("header:X-Gitlab-Token", "json:token", lines=lines, body=body))

    written = b"".join(format.write([bare]))  # type: ignore[attr-defined]
    assert b"t0ken" not in written
    assert b"dDBrZW4" not in written
    assert b"[redacted]" in written


def test_without_a_secret_it_is_the_same() -> None:
    """Nothing is copied."""
    plain = capture()

    assert without_secrets(plain) is plain


def test_a_query_loses_the_value_everywhere() -> None:
    """In the target and the head, in the URL that was signed, and in the addresses that it was sent to."""
    made = capture_of(head_of(b"GET /a?x=1&hub.verify_token=s3cret HTTP/1.1", b"Host: a"), b"")
    url = "https://a/a?x=1&hub.verify_token=s3cret"
    verdict = Verdict(status="invalid", url=url, explanation=f"The URL that was signed is {url}, by the Host.")
    sent = Dispatch(id=1, capture_id=1, at=made.request.received_at, kind="resend", target=url, as_="received")
    asked = replace(
        made, judgement=Judgement(sensitive=("query:hub.verify_token",), verdict=verdict), dispatches=(sent,)
    )

    for format in FORMATS:
        if format.write is not None:
            assert b"s3cret" not in b"".join(format.write([without_secrets(asked)])), format.name
    bare = without_secrets(asked)
    assert bare.request.head.startswith(b"GET /a?x=1&hub.verify_token=%5Bredacted%5D HTTP/1.1\r\n")
    assert "s3cret" not in repr(bare)
