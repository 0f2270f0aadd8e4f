"""Text, and what of its bytes is not in it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inspector.gui.views.editing.stand_ins import FIRST
from inspector.gui.views.editing.written_text import read_written


@given(st.text(alphabet=st.sampled_from("a\r\n\t\ufeff\u2028\u2029\u202e\xa0é😀\x7f")))
@example("\ufeff\ufeffa\r\nb")
@example("a\r\n\r\n")
def test_bytes_come_back(text: str) -> None:
    """Whatever mark and line ends they have."""
    content = text.encode()
    written = read_written(content)

    assert written is not None
    assert written[1].bytes_of(written[0]) == content


def test_lines_that_are_added_end_as_the_others() -> None:
    """CR LF where every line ends so, else LF; a byte order mark stays in front."""
    text, writing = read_written(b"\xef\xbb\xbfa\r\nb") or ("", None)
    assert writing is not None
    assert text == "a\nb"
    assert writing.bytes_of("x\na\nb\n") == b"\xef\xbb\xbfx\r\na\r\nb\r\n"
    assert writing.described() == "UTF-8 with BOM · CR LF"

    mixed, writing = read_written(b"a\r\nb\nc") or ("", None)
    assert writing is not None
    assert writing.bytes_of(mixed + "\n") == b"a\r\nb\nc\n"
    assert writing.described() == "UTF-8"


@pytest.mark.parametrize("content", [b"\xff", b"a\0b", b"\x01\x02\x03", chr(FIRST).encode()])
def test_what_is_no_text_is_edited_as_hex(content: bytes) -> None:
    """Bytes that are no UTF-8, that hold a NUL or control characters, or that could not be turned back."""
    assert read_written(content) is None
