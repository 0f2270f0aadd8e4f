"""A capture as JSON: exactly the object that the command line's documentation describes, and back."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import datetime
from typing import Literal, TypeAlias

from inspector.bodies.decoding import decode
from inspector.bodies.text import text_of
from inspector.core.body import LARGE
from inspector.core.capture import Capture
from inspector.core.clock import to_text
from inspector.core.dispatch import Dispatch
from inspector.core.head import write_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.response import Response
from inspector.core.verdict import Verdict
from inspector.formats.format import content_of

Bodies: TypeAlias = Literal["none", "text", "all"]
JsonObject: TypeAlias = dict[str, object]

VERSION = 1
LISTED_TEXT = 64 * 1024
"""Bytes of a decoded body up to which its text stands in a list."""


def to_json(capture: Capture, *, bodies: Bodies) -> JsonObject:
    """The object of a capture.

    `bodies` is `none`, `text` (as text where it is text of at most 64 KiB) or `all` (its bytes too, and its text up to
    8 MiB). Raises ResourceError where the body's file cannot be read.
    """
    if bodies == "all":
        return whole_json(capture, b64encode(content_of(capture)).decode())
    return _object(capture, None, None if bodies == "none" else body_text(capture, LISTED_TEXT), whole=False)


def whole_json(capture: Capture, body_base64: str) -> JsonObject:
    """The object with everything, its body's base64 given by the caller.

    A head that the readable fields cannot give back to the byte stands in `head_base64`, such trailers in
    `trailers_base64`; an ordinary request has neither.
    """
    return _object(capture, body_base64, body_text(capture, LARGE), whole=True) | exact_json(capture.request)


def _object(capture: Capture, body_base64: str | None, body_text: str | None, *, whole: bool) -> JsonObject:
    request, judgement = capture.request, capture.judgement
    return {
        "v": VERSION,
        "id": capture.id,
        "received_at": to_text(request.received_at),
        "origin": {"kind": capture.origin.kind, "of": capture.origin.of, "file": capture.origin.file},
        "endpoint": capture.endpoint,
        "method": request.method,
        "target": request.target,
        "http_version": request.http_version,
        "remote": request.remote,
        "tls": request.tls,
        "headers": pairs_json(request.headers),
        "trailers": pairs_json(request.trailers),
        "content_type": request.content_type,
        "body_base64": body_base64,
        "body_text": body_text,
        "body_sha256": request.body.sha256,
        "size": request.body.size,
        "complete": request.complete,
        "malformed": request.malformed,
        "provider": judgement.provider,
        "event": judgement.event,
        "gist": judgement.gist,
        "handshake": judgement.handshake,
        "delivery_id": judgement.delivery_id,
        "attempt": capture.attempt,
        "duplicate_of": capture.duplicate_of,
        "repeat": capture.repeat,
        "signature": signature_json(judgement.verdict),
        "response": response_json(capture.response, body=whole),
        "dispatches": [dispatch_json(dispatch, body=whole) for dispatch in capture.dispatches],
        "redacted": list(capture.redacted),
        "pinned": capture.pinned,
        "note": capture.note,
    }


def exact_json(request: Request) -> JsonObject:
    """What the readable fields cannot say to the byte; empty for the head of an ordinary request."""
    exact: JsonObject = {}
    if request.head != write_head(request.method, request.target, as_read(request.headers), request.http_version):
        exact["head_base64"] = b64encode(request.head).decode()
    if request.trailers != as_read(request.trailers):
        exact["trailers_base64"] = [[b64encode(part).decode() for part in pair] for pair in request.trailers]
    return exact


def as_read(headers: Headers) -> Headers:
    """Headers as they come back from their text."""
    return Headers.of(*headers.texts())


def body_text(capture: Capture, limit: int) -> str | None:
    """The decoded body where it is text of at most `limit` bytes, and not so large that it is kept in a file."""
    request = capture.request
    if request.body.content is None or (request.body.size > limit and "content-encoding" not in request.headers):
        return None
    encoding = ", ".join(request.headers.all("content-encoding"))
    decoded = decode(request.body.content, encoding, limit=limit)
    if decoded.truncated:
        return None
    return text_of(decoded.content, request.headers.get("content-type") or "")


def pairs_json(headers: Headers | Iterable[tuple[bytes, bytes]]) -> list[list[str]]:
    """Fields as pairs of text, order and repeats kept."""
    return [list(pair) for pair in Headers(headers).texts()]


def signature_json(verdict: Verdict) -> JsonObject:
    """The `signature` object."""
    return {
        "status": verdict.status,
        "scheme": verdict.scheme,
        "secret": verdict.secret,
        "matches": verdict.matches,
        "signed_at": None if verdict.signed_at is None else seconds_text(verdict.signed_at),
        "fresh": verdict.fresh,
        "url": verdict.url,
        "covers_body": verdict.covers_body,
        "cause": verdict.cause,
        "causes": list(verdict.causes),
        "tried": verdict.tried,
        "explanation": verdict.explanation,
    }


def response_json(response: Response | None, *, body: bool = True) -> JsonObject | None:
    """The `response` object, or null where none was recorded."""
    if response is None:
        return None
    why: JsonObject = {"why": response.why} if response.why else {}
    return {
        "status": response.status,
        "by": response.by,
        "rule": response.rule,
        "headers": pairs_json(response.headers),
        "body_base64": b64encode(response.body).decode() if body else None,
        "duration_ms": rounded(response.duration_ms),
    } | why


def dispatch_json(dispatch: Dispatch, *, body: bool = True) -> JsonObject:
    """One of the `dispatches`."""
    return {
        "id": dispatch.id,
        "at": to_text(dispatch.at),
        "kind": dispatch.kind,
        "target": dispatch.target,
        "as": dispatch.as_,
        "status": dispatch.status,
        "duration_ms": rounded(dispatch.duration_ms),
        "headers": pairs_json(dispatch.headers),
        "body_base64": b64encode(dispatch.body).decode() if body else None,
        "error": dispatch.error,
        "changed": list(dispatch.changed),
    }


def seconds_text(moment: datetime) -> str:
    """A time that a sender gave: without a fraction where it had none."""
    return to_text(moment).replace(".000000Z", "Z")


def rounded(milliseconds: float | None) -> float | None:
    """Microseconds are as fine as these clocks are."""
    return None if milliseconds is None else round(milliseconds, 3)
