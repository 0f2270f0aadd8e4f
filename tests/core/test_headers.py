"""Header fields as they came."""

import pickle

from hypothesis import given
from hypothesis import strategies as st

from inspector.core.headers import NO_HEADERS, Headers, to_text

PAIRS = st.lists(st.tuples(st.sampled_from((b"A", b"a", b"B", b"x-\xc3\xa9")), st.binary(max_size=4)), max_size=5)


@given(pairs=PAIRS)
def test_order_case_and_repeats_are_kept(pairs: list[tuple[bytes, bytes]]) -> None:
    """Whatever came comes out."""
    headers = Headers(pairs)

    assert list(headers) == pairs
    assert len(headers) == len(pairs)
    assert pickle.loads(pickle.dumps(headers)) == headers
    assert hash(headers) == hash(Headers(pairs))


@given(pairs=PAIRS)
def test_look_up_finds_names_in_any_case(pairs: list[tuple[bytes, bytes]]) -> None:
    """The first value of a name is the one that is given, all are in order."""
    headers = Headers(pairs)
    values = [value for name, value in pairs if name.lower() == b"a"]

    assert headers.raw("A") == headers.raw("a") == (values[0] if values else None)
    assert headers.get("A") == (to_text(values[0]) if values else None)
    assert headers.all("A") == headers.all("a") == [to_text(value) for value in values]
    assert ("A" in headers) == ("a" in headers) == bool(values)


def test_bytes_are_read_as_utf_8_or_latin_1() -> None:
    """Every value can be shown, each byte of it somehow."""
    headers = Headers([(b"A", b"caf\xc3\xa9"), (b"A", b"caf\xe9"), (b"\xff", b"")])

    assert headers.texts() == [("A", "café"), ("A", "café"), ("ÿ", "")]
    assert headers.raw("a") == b"caf\xc3\xa9"


def test_headers_of_text() -> None:
    """They are written as UTF-8."""
    assert Headers.of(("A", "é"), ("a", "1")).pairs == ((b"A", b"\xc3\xa9"), (b"a", b"1"))
    assert Headers.of() == NO_HEADERS


def test_headers_differ_from_other_things() -> None:
    """Case and order make a difference, and a list of pairs is no headers."""
    assert Headers([(b"A", b"1")]) != Headers([(b"a", b"1")])
    assert Headers([(b"A", b"1"), (b"B", b"2")]) != Headers([(b"B", b"2"), (b"A", b"1")])
    assert Headers() != ()
    assert repr(Headers([(b"A", b"1")])) == "Headers([(b'A', b'1')])"
