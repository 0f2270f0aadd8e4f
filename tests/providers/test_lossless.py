"""JSON without loss."""

import json

import pytest

from inspector.providers.lossless import Number, parse, parse_verbatim


def test_numbers_stay_as_they_came() -> None:
    """Whole numbers of any size are exact, fractions are their text."""
    assert parse(b'[1152921505151679042,1.50,1E3,-0.0,NaN]') == [
        1152921505151679042, Number("1.50"), Number("1E3"), Number("-0.0"), Number("NaN"),
    ]  # fmt: skip
    assert parse_verbatim(b"[7,-0]") == [Number("7"), Number("-0")]


def test_marks_blanks_and_bad_bytes() -> None:
    """A byte order mark and white space are no obstacle; bytes that are not UTF-8 are shown as such."""
    assert parse(b'\xef\xbb\xbf \r\n{"a":1} \n') == {"a": 1}
    assert parse(b'{"a":"\xff"}') == {"a": "\ufffd"}


@pytest.mark.parametrize("content", [b"", b"{", b'{"a":', b"{} x", b"[" * 100_000, b"9" * 5000, b"\xff\xfe{"])
def test_what_is_no_document(content: bytes) -> None:
    """Cut, followed by more, nested without end, too many digits: always a ValueError."""
    with pytest.raises(ValueError, match=r"."):
        parse(content)


def test_the_end_is_told() -> None:
    """Where a cut document ends is told as json tells it."""
    with pytest.raises(json.JSONDecodeError) as caught:
        parse(b'{"a":')

    assert caught.value.pos == 5
