"""Text is told from binary and read in its charset."""

import pytest

from inspector.bodies.lines import Lines
from inspector.bodies.text import TextSource, charset_of, show_text, text_of


@pytest.mark.parametrize(
    ("content", "header", "text"),
    [
        (b"plain", "", "plain"),
        ("schön €".encode(), "text/plain", "schön €"),
        ("schön".encode("latin-1"), "text/plain; charset=iso-8859-1", "schön"),
        ("schön".encode("latin-1"), 'text/plain; charset="ISO-8859-1"', "schön"),
        ("schön €".encode("cp1252"), "text/plain", "schön €"),
        ("日本".encode("shift_jis"), "text/plain;charset=Shift_JIS", "日本"),
        ("schön".encode("utf-16"), "text/plain", "schön"),
        ("schön".encode("utf-16-le"), "text/plain; charset=utf-16le", "schön"),
        (b"\xef\xbb\xbfbom", "", "bom"),
        ("schön".encode(), "text/plain; charset=no-such-thing", "schön"),
        ("schön".encode(), "text/plain; charset=rot13", "schön"),
        ("schön".encode(), "text/plain; charset=us-ascii", "schön"),
    ],
)
def test_reads_the_charset(content: bytes, header: str, text: str) -> None:
    """The charset that is declared, else a byte order mark, UTF-8, Windows-1252."""
    assert text == text_of(content, header)


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)), b"\x01\x02\x03\x04" * 20])
def test_knows_binary(content: bytes) -> None:
    """NULs and control characters are not text, whatever the type says."""
    assert text_of(content, "text/plain") is None


def test_bytes_without_a_type_are_text_only_in_utf8() -> None:
    """Without a type that says text, bytes that are not UTF-8 are binary."""
    assert text_of(b"caf\xe9", "application/octet-stream") is None


def test_says_where_it_guessed() -> None:
    """A charset that is wrong or missing is named in a note."""
    assert "Windows-1252" in (show_text(b"caf\xe9", "text/plain").note or "")
    assert "ascii" in (show_text("é".encode(), "text/plain; charset=us-ascii").note or "")


def test_a_character_on_the_border_of_the_sample_is_whole() -> None:
    """The first 64 KiB may end inside of a character."""
    assert ("utf-8", None) == charset_of(b"x" * (64 * 1024 - 1) + "€".encode() * 10, "text/plain")


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_line_ends_are_left_out(ending: str) -> None:
    """Rows have no line ends."""
    lines = Lines(TextSource(ending.join("abc").encode()))
    lines.grow(1)

    assert ["a", "b", "c"] == [row.text for row in lines.read(0, 9)]


def test_a_line_longer_than_a_block_stays_one_line() -> None:
    """200 KB without a line end are many rows with one number, and no character is split."""
    text = "€" * 70_000
    lines = Lines(TextSource(text.encode()))
    while lines.grow(1):
        pass
    rows = lines.read(0, 10**6)

    assert text == "".join(row.text for row in rows)
    assert [1] == [row.number for row in rows if row.number is not None]
    assert 1 == lines.lines


def test_an_empty_text_has_one_row() -> None:
    """Nothing is one empty line."""
    lines = Lines(TextSource(b""))
    lines.grow(1)

    assert [("", 1)] == lines.read(0, 5)
