"""JSONL."""

import json
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.capture import Capture
from inspector.formats.jsonl import JSONL, write
from tests.captures import capture_of, head_of
from tests.formats.requests import bytes_of, captures, read_back, reasons


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(captures(), max_size=3))
def test_what_goes_out_comes_in(tmp_path: Path, wanted: list[Capture]) -> None:
    """Every request comes back to the byte."""
    got = read_back(JSONL, b"".join(write(wanted)), tmp_path)

    assert [bytes_of(one) for one in got] == [bytes_of(capture.request) for capture in wanted]


def test_each_capture_is_a_line_and_a_piece() -> None:
    """So that a bar can count them, and a reader can stop at any line."""
    pieces = list(write(capture_of(head_of(b"GET / HTTP/1.1"), id=id) for id in range(3)))

    assert [json.loads(piece)["id"] for piece in pieces] == [0, 1, 2]
    assert all(piece.count(b"\n") == 1 and piece.endswith(b"\n") for piece in pieces)


def test_a_bad_line_does_not_spoil_the_others(tmp_path: Path) -> None:
    """It is refused with its number; a byte order mark, empty lines and a missing end are none."""
    good = b"".join(write([capture_of(head_of(b"GET / HTTP/1.1"))])).rstrip()
    given = [b"\xef\xbb\xbf" + good, b"", b"{", b"[1]", b"\xff", b"[" * 100_000, good]

    said = reasons(JSONL, b"\r\n".join(given), tmp_path)
    assert [said[0], said[5]] == ["", ""]
    assert said[1].startswith("given.jsonl, line 3: this is no JSON that can be read (")
    assert said[2] == "given.jsonl, line 4: this is no object of a capture."
    assert "line 5: this is no UTF-8 text" in said[3] or "line 5: this is no JSON" in said[3]
    assert "line 6: this is no JSON" in said[4]


def test_writing_holds_one_capture_at_a_time() -> None:
    """A capture is asked for when the one before it was written."""
    asked: list[int] = []

    def source() -> Iterator[Capture]:
        for id in range(100_000):
            asked.append(id)
            yield capture_of(head_of(b"GET / HTTP/1.1"), id=id)

    stream = write(source())
    next(stream)
    next(stream)
    assert asked == [0, 1]
