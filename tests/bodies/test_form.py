"""Forms are shown as they came."""

import pytest

from inspector.bodies.form import MOST, show_form
from inspector.bodies.shown import Unreadable


def test_keeps_order_repeats_and_empty_values() -> None:
    """Every pair is a row."""
    shown = show_form(b"b=2&a=1&a=%C3%A9+%26&empty=&bare&=x&&c=1=2", "application/x-www-form-urlencoded")

    assert shown.table is not None
    assert (
        ("b", "2"),
        ("a", "1"),
        ("a", "é &"),
        ("empty", ""),
        ("bare", ""),
        ("", "x"),
        ("c", "1=2"),
    ) == shown.table.rows


def test_reads_other_charsets() -> None:
    """A declared charset counts."""
    shown = show_form(b"a=%E9", "application/x-www-form-urlencoded; charset=latin-1")

    assert shown.table is not None
    assert (("a", "é"),) == shown.table.rows


def test_shows_a_bounded_number() -> None:
    """A hundred thousand pairs are cut, and the note says so."""
    shown = show_form(b"a=1&" * 100_000, "")

    assert shown.table is not None
    assert MOST == len(shown.table.rows)
    assert str(MOST) in (shown.note or "")


@pytest.mark.parametrize("content", [b"\0\1\2", b"line\nline\nline"])
def test_refuses_what_is_no_form(content: bytes) -> None:
    """Other bytes are left to the next view."""
    with pytest.raises(Unreadable):
        show_form(content, "application/x-www-form-urlencoded")
