"""Text from outside in every place of the window: never markup, never turned round, never wider than the window."""

import re
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QMessageBox, QPlainTextEdit, QTextEdit, QWidget

from inspector.gui.plain import MARKS
from inspector.gui.views.notice_bar import Notice
from tests.gui.commands.conftest import Stage
from tests.gui.views.detail.samples import HOSTILE
from tests.gui.whole.conftest import MakeStage
from tests.gui.whole.histories import filled
from tests.gui.whole.texts import Text, menus_texts, texts_of, widgets_of
from tests.gui.whole.tour import is_foreign, report, shown_windows, visit

CONTROLS = "\x01\x07\x1b[31m\x7f\x9b\t\r\n\u2028" + "line\n" * 30
BIDI = "\u202egnp.exe\u2066\u200f\u061c\ufeff" + "e" + "\u0301" * 200
LONG = "W" * 10_000 + " a.very.long.event" * 300
TEXTS = {"strange": HOSTILE + BIDI + CONTROLS, "long": LONG, "empty": ""}

HIDDEN = re.compile("[" + "".join(re.escape(chr(one)) for one in MARKS) + "]")
"""Characters that cannot be seen or that turn direction."""

KEPT_IN_BLOCKS = "\n"
"""The one control character that text with several lines may keep."""

ESCAPED = "<p style='white-space:pre-wrap'>"
"""How a tool tip begins that is rich on our terms: what follows is escaped."""


def test_captured_text_is_only_text_wherever_it_stands(whole: MakeStage) -> None:
    """In every state nothing reads it as markup, no character hides or turns its neighbours, and nothing outgrows."""
    histories = [filled(text) for text in TEXTS.values()]
    stage = whole([capture for history in histories for capture in history])
    found: dict[str, str] = {}
    for state in visit(stage, [place * len(histories[0]) for place in range(len(TEXTS))]):
        windows = [one for one in shown_windows() if not is_foreign(one)]
        # The rows are the same in most states, and reading 10,000 characters forty times takes its time.
        without = () if state.startswith("listener") else (stage.window.table,)
        for window in windows:
            found = dict.fromkeys(faults(window, without), state) | found
        found = dict.fromkeys(outgrown(stage, windows), state) | found

    for name, text in TEXTS.items():
        stage.do(partial(stage.window.notices.post, Notice(text=text, kind="failed")))
        stage.loop.settle()
        found = dict.fromkeys([*faults(stage.window, ()), *outgrown(stage, [])], f"a notice, {name}") | found
    report(found)


def faults(window: QWidget, without: tuple[QWidget, ...]) -> list[str]:
    """Whatever in a window would be markup, or holds characters that nobody can see."""
    found = [f"rich text: {describe(one)}" for one in widgets_of(window) if reads_markup(one)]
    for text in (*texts_of(window, without), *menus_texts(window)):
        if text.way == "tip":
            if Qt.mightBeRichText(text.text) and not is_escaped(text.text):
                found.append(f"a tip with markup: {text}")
        elif hidden := hidden_characters(text):
            found.append(f"hidden {hidden}: {text}")
    return found


def reads_markup(widget: QWidget) -> bool:
    """Whether a widget reads what it shows as HTML."""
    if isinstance(widget, QLabel | QMessageBox):
        if widget.textFormat() == Qt.TextFormat.AutoText:
            return Qt.mightBeRichText(widget.text())
        return widget.textFormat() != Qt.TextFormat.PlainText
    return isinstance(widget, QTextEdit) and widget.acceptRichText()


def is_escaped(tip: str) -> bool:
    """Whether a tool tip is one element of ours around text without any other."""
    return tip.startswith(ESCAPED) and tip.count("<") == 2


def hidden_characters(text: Text) -> set[str]:
    """Characters that cannot be seen or that turn direction; what is being edited stays as it is."""
    if isinstance(text.widget, QPlainTextEdit) and not text.widget.isReadOnly():
        return set()
    kept = KEPT_IN_BLOCKS if text.way in ("label", "text", "name", "painted") else ""
    return {f"U+{ord(one):04X}" for one in HIDDEN.findall(text.text) if one not in kept}


def outgrown(stage: Stage, windows: list[QWidget]) -> list[str]:
    """The window keeps its size, its parts stay inside, and a dialog is no larger than the window."""
    room = QRect(0, 0, 1280, 720)
    window = stage.window
    found = []
    if window.size() != room.size() or not room.contains(QRect(room.topLeft(), window.minimumSizeHint())):
        found.append(f"the window is {window.size().toTuple()} and wants {window.minimumSizeHint().toTuple()}")
    for part in (window.toolbar, window.status, window.sidebar, window.detail, window.notices, window.table):
        place = QRect(part.mapTo(window, part.rect().topLeft()), part.size())
        if part.isVisible() and not room.contains(place):
            found.append(f"{type(part).__name__} stands at {place.getRect()}")
    found += [
        f"{describe(one)} is {one.width()}×{one.height()}"
        for one in windows
        if one is not window and (one.width() > room.width() or one.height() > room.height())
    ]
    return found


def describe(widget: QWidget) -> str:
    """Class and name of a widget."""
    return f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()[:40]}".strip()
