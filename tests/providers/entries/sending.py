"""Requests for the tests of entries that look at more than header and body."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode

from inspector.core.body import Body
from inspector.core.head import write_head
from inspector.core.request import Request
from inspector.providers.payload import FORM, Payload
from inspector.providers.subject import Subject
from tests.providers.made import request

URL = "http://127.0.0.1:8765/hooks"
"""What a request of these tests was sent to."""


def form(fields: Iterable[tuple[str, str]], *, method: str = "POST") -> Request:
    """A form that arrived."""
    made = request({}, urlencode(list(fields)).encode(), content_type=FORM)
    return replace(made, method=method, head=write_head(method, made.target, made.headers))


def subject(made: Request, url: str) -> Subject:
    """A request as the parts of a message see it that are computed."""
    return Subject(payload(made), url)


def payload(made: Request) -> Payload:
    """A request, read."""
    return Payload(made, made.body.read())


def asking(made: Request, target: str, body: bytes | None = None) -> Request:
    """The same request to another target, around another body."""
    changed = made.body if body is None else Body.of(body)
    return replace(made, target=target, head=write_head(made.method, target, made.headers), body=changed)
