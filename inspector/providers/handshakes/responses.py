"""Responses to handshakes: plain text, JSON, or nothing but a status. Never HTML."""

import json
import re
from collections.abc import Mapping

from inspector.core.headers import NO_HEADERS, Headers
from inspector.core.response import DEFAULT_RESPONSE, Response
from inspector.providers.handshakes.handshake import LONGEST, Answer, Answered, Asked, Refused

TEXT = Headers.of(("Content-Type", "text/plain"))
JSON = Headers.of(("Content-Type", "application/json"))
FIELD_VALUE = re.compile(r"[\x21-\x7e]{1,1024}")
"""What is sent back in a header field: visible ASCII without blanks, so no line can end in it."""


def text_response(text: str) -> Response:
    """A text exactly as it is."""
    return Response(by="handshake", headers=TEXT, body=text.encode("utf-8", "replace"))


def json_response(values: Mapping[str, str | int]) -> Response:
    """An object of JSON, in ASCII."""
    return Response(by="handshake", headers=JSON, body=json.dumps(values, separators=(",", ":")).encode())


def status_response(status: int, headers: Headers = NO_HEADERS) -> Response:
    """A status with an empty body."""
    return Response(status=status, by="handshake", headers=headers)


def ok_response() -> Response:
    """What is told by default."""
    return Response(by="handshake", headers=DEFAULT_RESPONSE.headers, body=DEFAULT_RESPONSE.body)


def field_answer(asked: Asked, field: str, why: str) -> Answer:
    """The challenge in a response header field of the same name as the request's."""
    if not FIELD_VALUE.fullmatch(asked.challenge):
        return Refused(
            why=f"Not answered: the value of {field} is no plain token, so it cannot stand in a header field."
        )
    return Answered(response=status_response(200, Headers.of((field, asked.challenge))), why=why)


def too_long(challenge: str) -> str:
    """Why a challenge is not sent back, or empty."""
    if len(challenge) <= LONGEST:
        return ""
    return f"Not answered: its challenge has {len(challenge):,} characters; more than {LONGEST:,} are not sent back."
