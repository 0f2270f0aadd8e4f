"""Hex takes everything."""

from inspector.bodies.hex_dump import HexSource, show_hex
from inspector.bodies.lines import Lines


def test_shows_place_bytes_and_ascii() -> None:
    """Rows look like those of hexdump -C."""
    assert (
        "00000000  00 01 02 03 04 05 06 07  08 09 0a 0b 0c 0d 0e 0f  ................\n"
        "00000010  41 42 7f                                          AB."
    ) == show_hex(bytes(range(16)) + b"AB\x7f", "").text


def test_large_bodies_are_read_by_rows() -> None:
    """Any row of 5 MB can be asked for."""
    lines = Lines(HexSource(bytes(5_000_000)))
    while lines.grow(1):
        pass

    assert 5_000_000 // 16 == lines.rows
    assert lines.read(300_000, 1)[0].text.startswith("00493e00  00")


def test_says_what_is_left_out() -> None:
    """A whole dump ends after a megabyte."""
    shown = show_hex(bytes(1_100_000), "")

    assert 65_536 == len((shown.text or "").splitlines())
    assert shown.note is not None


def test_nothing_is_one_empty_row() -> None:
    """An empty body has an empty dump."""
    assert "" == show_hex(b"", "").text
