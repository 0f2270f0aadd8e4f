"""Changing a request before it is sent again."""

import pytest

from inspector.core.alteration import Alteration, alter, changes, parse_field
from inspector.core.assignments import parse_assignment
from inspector.core.body import Body
from inspector.core.clock import now
from inspector.core.errors import UsageError
from inspector.core.head import read_head
from inspector.core.request import Request

HEAD = b"POST /hooks?x=%20 HTTP/1.1\r\nHost: a\r\nx-ID: 1\r\nAccept: */*\r\nX-Id: 2\r\n\r\n"
BODY = b'{ "amount": 1.10,\n "name": "\\u00e9" }'


def request() -> Request:
    """A request with a repeated field and a body of unusual form."""
    read = read_head(HEAD)
    return Request(
        received_at=now(), head=HEAD, method=read.method, target=read.target, http_version="1.1", remote="",
        headers=read.headers, body=Body.of(BODY),
    )  # fmt: skip


def altered(*fields: str, sets: tuple[str, ...] = (), body: bytes | None = None) -> Request:
    """The request, changed as the options say."""
    alteration = Alteration(
        sets=tuple(map(parse_assignment, sets)),
        fields=tuple(map(parse_field, fields)),
        body=None if body is None else Body.of(body),
    )
    return alter(request(), alteration)


def test_fields_are_set_in_place() -> None:
    """In the place of the first of the name; what is new stands last; the request line stays as it came."""
    after = altered("X-ID: 3", "X-New: a: b", "accept:")

    assert after.head == b"POST /hooks?x=%20 HTTP/1.1\r\nHost: a\r\nX-ID: 3\r\nX-New: a: b\r\n\r\n"
    assert read_head(after.head).headers == after.headers
    assert changes(request(), after) == ("X-Id", "X-New", "Accept")


def test_the_same_name_twice_gives_two_fields() -> None:
    """As a sender repeats one."""
    assert altered("x-id: 8", "x-id: 9").headers.all("X-Id") == ["8", "9"]


def test_places_of_the_body_are_set() -> None:
    """Every other byte of it stays."""
    after = altered(sets=("amount:=42", "name=Ada"))

    assert after.body.read() == b'{ "amount": 42,\n "name": "Ada" }'
    assert after.head == HEAD
    assert changes(request(), after) == ("body",)


def test_assignments_are_made_in_another_body() -> None:
    """With both, the other body is what is changed."""
    assert altered(sets=("a:=2",), body=b'{"a":1}').body.read() == b'{"a":2}'


def test_nothing_changed_is_nothing() -> None:
    """An alteration of nothing counts as none, and changes nothing."""
    assert not Alteration()
    assert changes(request(), request()) == ()


@pytest.mark.parametrize("written", ["no colon", ": value", "two words: x", "X: a\r\nY: b"])
def test_what_is_no_field(written: str) -> None:
    """The error says what a field looks like."""
    with pytest.raises(UsageError, match="header field"):
        parse_field(written)
