"""Captured text cannot pretend to be anything else."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.gui import plain


@pytest.mark.parametrize(
    "code", [0, 7, 10, 27, 0x7F, 0x85, 0x9B, 0xAD, 0x200B, 0x202E, 0x2066, 0x2069, 0x2028, 0xFEFF, 0xE0041]
)
def test_what_cannot_be_seen_becomes_a_mark(code: int) -> None:
    """Control, direction and invisible characters are shown as one character each."""
    shown = plain.marked(f"a{chr(code)}b")

    assert chr(code) not in shown
    assert 3 == len(shown)


def test_ordinary_text_stays() -> None:
    """Letters of all scripts and emoji are left alone."""
    text = "Grüße, 日本語, שלום, 👩‍👩‍👧"

    assert text == plain.line(text)


def test_lone_surrogates_are_replaced() -> None:
    """Qt cannot take half of a character."""
    assert "a\ufffdb" == plain.marked("a\ud800b")


def test_stacks_of_accents_are_cut() -> None:
    """Fifty accents on a letter would cover the lines above."""
    assert len(plain.line("a" + "\u0301" * 50)) <= 5


def test_text_is_bounded() -> None:
    """A line and a block end with an ellipsis where they are too long."""
    assert 2_000 == len(plain.line("x" * 1_000_000))
    assert plain.block("x" * 1_000_000).endswith("…")


def test_a_block_keeps_its_line_breaks() -> None:
    """Both kinds of line ends are breaks; a lone carriage return is a mark."""
    assert "a\nb\n←c" == plain.block("a\r\nb\n\rc")


def test_tool_tips_are_escaped() -> None:
    """A tool tip has no plain format, so its text is escaped and Qt is told that it is markup."""
    shown = plain.tooltip("<img src=file:///etc/hostname>")

    assert "<img" not in shown
    assert shown.startswith("<p ")
    assert "" == plain.tooltip("")


def test_entries_name_no_key() -> None:
    """An ampersand in captured text is an ampersand."""
    assert "a && b" == plain.action("a & b")


def test_labels_are_plain(qtbot: QtBot) -> None:
    """A label shows markup as it is written."""
    label = plain.PlainLabel("<b>valid</b>", selectable=True)
    qtbot.addWidget(label)

    assert Qt.TextFormat.PlainText == label.textFormat()
    assert "<b>valid</b>" == label.text()
