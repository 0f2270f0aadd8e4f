"""Where values stand among the bytes of a body."""

import pytest

from inspector.providers.place import place
from inspector.providers.spans import LARGEST, span_of

JSON = '\ufeff{ "a": {"ü": [1, {"b": "é\\""}], "b": 2}, "a ": null, "n": -1.50e3 }'.encode()


@pytest.mark.parametrize(
    ("path", "value"),
    [("a.ü.1.b", 'é\\"'), ("a.ü.0", "1"), ("a.b", "2"), ("n", "-1.50e3"), ("a.ü", '[1, {"b": "é\\""}]')],
)
def test_values_of_json(path: str, value: str) -> None:
    """The bytes as they stand there; of a text without its quotation marks."""
    span = span_of(JSON, place(path))

    assert span is not None
    assert JSON[span[0] : span[1]] == value.encode()


@pytest.mark.parametrize("path", ["x", "a.ü.7", "a.b.c", "a.ü.-1"])
def test_what_is_not_there(path: str) -> None:
    """A way that leads nowhere marks nothing, also in bytes that are no JSON."""
    assert span_of(JSON, place(path)) is None
    assert span_of(b"\xff{", place(path)) is None
    assert span_of(b"[" * 100_000, place("0")) is None


def test_the_last_of_a_repeated_name() -> None:
    """As most readers take it."""
    assert span_of(b'{"a":1,"a":22}', place("a")) == (11, 13)


def test_fields_of_forms() -> None:
    """The value as it is encoded, of the first field with that name."""
    form = b"x=1&to%5B%5D=a+b%20c&to%5B%5D=2&empty="

    assert span_of(form, place("form:to[]")) == (13, 20)
    assert span_of(form, place("form:empty")) == (len(form), len(form))
    assert span_of(form, place("form:y")) is None


def test_the_whole_body_and_what_is_elsewhere() -> None:
    """The body as text is all of it; a header stands in no body; a huge body is not read through."""
    assert span_of(b"abc", place("body:text")) == (0, 3)
    assert span_of(b"abc", place("header:X")) is None
    assert span_of(b'{"a":1}' + b" " * LARGEST, place("a")) is None
