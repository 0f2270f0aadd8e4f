"""Values of a request."""

from inspector.providers.lossless import Json
from inspector.providers.payload import FORM, FORM_FIELDS, Payload, step_into, text_of
from inspector.providers.place import place, places
from tests.providers.made import request


def payload(body: bytes, content_type: str = "application/json") -> Payload:
    """A body, read."""
    return Payload(request({"X-Kind": "a"}, body, content_type=content_type), body)


def test_values_of_a_document() -> None:
    """Names and indexes lead into a document; numbers are their text, lists and null are none."""
    read = payload(b'{"a":{"b":[{"c":1.50},2]},"t":true,"n":null,"o":{}}')

    assert read.text(place("a.b.0.c")) == "1.50"
    assert read.text(place("a.b.1")) == "2"
    assert read.text(place("t")) == "true"
    assert [read.text(place(name)) for name in ("n", "o", "a.b", "a.b.9", "a.b.x", "t.x")] == [None] * 6
    assert read.first_text(places("n", "o", "header:X-Kind")) == "a"


def test_values_of_a_form() -> None:
    """The first of several values counts; a document inside the field `payload` is read too."""
    read = payload(b"a=1&a=2&b=&payload=%7B%22id%22%3A7%7D", FORM)

    assert read.text(place("form:a")) == "1"
    assert read.text(place("form:b")) == ""
    assert read.text(place("json:id")) == "7"


def test_bodies_that_are_neither() -> None:
    """Text, broken documents, too many fields, and a body that is not to be read."""
    assert payload(b"hello").document is None
    assert payload(b'{"a"').document is None
    assert payload(b"a=1", "text/plain").form == {}
    assert payload(b"a&" * (FORM_FIELDS + 1), FORM).form == {}
    assert payload(b"payload=x", FORM).document is None
    assert Payload(request({}, b"{}"), None).document is None


def test_steps_and_texts() -> None:
    """The two helpers by themselves."""
    assert step_into([1, [2]], ("1", "0")) == 2
    assert step_into(None, ("a",)) is None
    values: tuple[Json, ...] = (False, 3, "x", [], None)

    assert [text_of(value) for value in values] == ["false", "3", "x", None, None]


def test_what_a_token_says() -> None:
    """A claim is read from a header field, behind Bearer or alone; what is no token says nothing."""
    token = "e30.eyJqdGkiOiJhLTEiLCJpYXQiOjcsIm9rIjp7fX0.c2ln"
    for value in (f"Bearer {token}", token):
        read = Payload(request({"Authorization": value}), b"{}")
        assert read.text(place("claim:Authorization jti")) == "a-1"
        assert read.text(place("claim:authorization iat")) == "7"
        assert read.text(place("claim:Authorization ok")) is None
    for value in ("Bearer x.y.z", "Basic YTpi", ""):
        assert Payload(request({"Authorization": value}), b"{}").text(place("claim:Authorization jti")) is None
    assert payload(b"{}").text(place("claim:Authorization")) is None


def test_the_path_is_a_place() -> None:
    """Without the query; providers that the user described are told by it."""
    assert payload(b"{}").text(place("path:text")) == request({}, b"").path
