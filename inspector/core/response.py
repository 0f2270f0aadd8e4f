"""What a sender is told, and what it was told."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Literal

from inspector.core.headers import NO_HEADERS, Headers

By = Literal["default", "rule", "target", "handshake", "limit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """A response as planned or as sent.

    As planned, `headers` holds only the fields that were asked for. As sent (and stored), `headers` holds every field
    that went out, in order, and `duration_ms` the time from the request's last byte to the response.
    """

    status: int = 200
    by: By = "default"
    rule: str | None = None
    headers: Headers = NO_HEADERS
    body: bytes = b""
    duration_ms: float | None = None
    why: str = ""
    """What a handshake was told and why, or why it was not answered; a sentence for the user. Never sent."""


DEFAULT_RESPONSE = Response(headers=Headers.of(("Content-Type", "text/plain; charset=utf-8")), body=b"ok")
"""Two bytes, so that every client has something to read."""


def reason(status: int) -> str:
    """The standard phrase of a status code (RFC 9110, section 15), or empty for one without."""
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def refusal(status: int, text: str) -> Response:
    """A response by which a limit or an unreadable request is refused, with a sentence for the sender."""
    return Response(
        status=status,
        by="limit",
        headers=Headers.of(("Content-Type", "text/plain; charset=utf-8")),
        body=(text + "\n").encode(),
    )
