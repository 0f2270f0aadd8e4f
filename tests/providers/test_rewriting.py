"""A request with another value at one of its places."""

import pytest

from inspector.core.errors import UsageError
from inspector.providers.place import place
from inspector.providers.rewriting import set_value, with_body, with_field
from tests.providers.made import request

PARTS = (
    b'--xyz\r\nContent-Disposition: form-data; name="note"\r\n\r\nas it is\r\n'
    b'--xyz\r\nContent-Disposition: form-data; name="json"\r\n\r\n{"event": {"n": 1.50}}\r\n--xyz--\r\n'
)


def test_a_header_field_keeps_its_place_and_spelling() -> None:
    """A new one stands behind all others; the head that is sent tells the same."""
    made = with_field(with_field(request({"X-One": "1", "X-Two": "2"}), "x-one", "3"), "X-New", "4")

    assert made.headers.texts()[2:] == [("X-One", "3"), ("X-Two", "2"), ("X-New", "4")]
    assert made.head.endswith(b"X-One: 3\r\nX-Two: 2\r\nX-New: 4\r\n\r\n")


def test_a_value_in_json_changes_nothing_else() -> None:
    """Numbers stay as they were written; an index is a place in a list."""
    made = set_value(request({}, b'{"a": [ {"n":1.50} ], "t":"x"}'), place("json:a.0.s"), "new")

    assert made.body.read() == b'{"a": [ {"n":1.50,"s":"new"} ], "t":"x"}'


def test_a_document_inside_a_form_is_changed_in_its_field() -> None:
    """Of a form in parts and of one in pairs; every other byte stays."""
    parts = set_value(request({}, PARTS, content_type="multipart/form-data; boundary=xyz"), place("event.h"), "ab")
    pairs = request({}, b"a=1&payload=%7B%22n%22%3A1%7D", content_type="application/x-www-form-urlencoded")

    assert set_value(pairs, place("h"), "ab").body.read() == b"a=1&payload=%7B%22n%22%3A1%2C%22h%22%3A%22ab%22%7D"
    assert parts.body.read() == PARTS.replace(b'{"n": 1.50}', b'{"n": 1.50,"h": "ab"}')


def test_a_field_of_a_form_is_changed() -> None:
    """In parts and in pairs."""
    parts = set_value(request({}, PARTS, content_type="multipart/form-data; boundary=xyz"), place("form:note"), "new")
    pairs = set_value(request({}, b"a=1&b=2", content_type="application/x-www-form-urlencoded"), place("form:a"), "3")

    assert parts.body.read() == PARTS.replace(b"as it is", b"new")
    assert pairs.body.read() == b"a=3&b=2"


def test_the_body_itself_can_be_a_place() -> None:
    """The whole of it is replaced."""
    assert set_value(request({}), place("body:text"), "é").body.read() == "é".encode()
    assert with_body(request({}), b"x").body.read() == b"x"


def test_a_place_that_is_not_there_is_told() -> None:
    """A body that is no JSON has no names."""
    with pytest.raises(UsageError):
        set_value(request({}, b"plain"), place("json:a"), "b")


def test_a_form_without_that_field_stays_as_it_is() -> None:
    """Nothing is added to a form in parts, and nothing is damaged."""
    made = request({}, PARTS, content_type="multipart/form-data; boundary=xyz")

    assert set_value(made, place("form:absent"), "x").body.read() == PARTS


def test_a_parameter_of_the_query_is_a_place() -> None:
    """The first of its name is replaced where it stands, a new one comes last; the request line tells the same."""
    bare = request({})
    one = set_value(bare, place("query:to ken"), "a&b")
    two = set_value(set_value(one, place("query:x"), "1"), place("query:to ken"), "c")

    assert one.target == "/hooks?to+ken=a%26b"
    assert two.target == "/hooks?to+ken=c&x=1"
    assert two.head.startswith(b"POST /hooks?to+ken=c&x=1 HTTP/1.1\r\n")
