"""Captured text made safe to show: the only way in which a sender's bytes reach a widget.

Qt reads text as HTML wherever it may, turns writing direction at a sender's wish, and lays out as much as it is
given. So text from outside is bounded, its control and direction characters become marks that can be seen, and every
widget gets it as plain.
"""

import html
import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

LINE = 2_000
"""Most characters of a text that stands on one line."""

BLOCK = 100_000
"""Most characters of a text with several lines."""

ELLIPSIS = "…"


def _marks() -> dict[int, str]:
    """One visible character, which the shipped fonts have, for each one that is invisible or moves its neighbours."""
    marks = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "◊")
    marks |= {0x09: "→", 0x0A: "↓", 0x0D: "←"} | dict.fromkeys((0x85, 0x2028, 0x2029), "↓")
    marks |= dict.fromkeys((0x200E, 0x202A, 0x202D, 0x2066), "⟶")
    marks |= dict.fromkeys((0x200F, 0x061C, 0x202B, 0x202E, 0x2067), "⟵")
    marks |= dict.fromkeys((0x202C, 0x2068, 0x2069), "⟷")
    invisible = (0xAD, 0x180E, 0x200B, *range(0x2060, 0x2065), 0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))
    return marks | dict.fromkeys(invisible, "▪")


MARKS = _marks()


def _hidden(keep: str = "") -> re.Pattern[str]:
    codes = "".join(f"\\U{code:08x}" for code in MARKS if chr(code) not in keep)
    return re.compile(f"[{codes}\\ud800-\\udfff]")


_HIDDEN = _hidden()
_HIDDEN_IN_BLOCK = _hidden(keep="\n")
_STACK = re.compile("([̀-ͯ᪰-᫿᷀-᷿⃐-⃿︠-︯]{4})[̀-ͯ᪰-᫿᷀-᷿⃐-⃿︠-︯]+")


def _mark(match: re.Match[str]) -> str:
    return MARKS.get(ord(match.group()), "\ufffd")


def marked(text: str) -> str:
    """The same number of characters, with a mark in place of each that cannot be seen or that turns direction."""
    return _HIDDEN.sub(_mark, text)


def line(text: str, limit: int = LINE) -> str:
    """Text for one line: marked, without stacks of accents, and cut after `limit` characters with an ellipsis."""
    cut = text if len(text) <= limit else text[: limit - 1] + ELLIPSIS
    return _STACK.sub(r"\1", marked(cut))


def block(text: str, limit: int = BLOCK) -> str:
    """The same for text whose line breaks are kept."""
    cut = text if len(text) <= limit else text[: limit - 1] + ELLIPSIS
    return _STACK.sub(r"\1", _HIDDEN_IN_BLOCK.sub(_mark, cut.replace("\r\n", "\n")))


def tooltip(text: str) -> str:
    """Text for a tool tip, which has no plain format: escaped, inside one element that makes it rich on our terms."""
    return f"<p style='white-space:pre-wrap'>{html.escape(block(text, LINE))}</p>" if text else ""


def action(text: str) -> str:
    """Text for a menu entry, a button or a tab, where a single `&` would name a key."""
    return line(text, 200).replace("&", "&&")


class PlainLabel(QLabel):
    """A label that never reads its text as markup; `show_text` takes captured text."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, role: str = "", selectable: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setCursor(Qt.CursorShape.IBeamCursor)
        self.show_text(text)

    def show_text(self, text: str, limit: int = BLOCK) -> None:
        """Show the text with marks, its line breaks kept, cut at `limit` characters."""
        self.setText(block(text, limit))
