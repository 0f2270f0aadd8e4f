"""Tab goes through the window as one reads."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.views.reading_order import place_among, reading_order, step
from tests.gui.commands.conftest import Stage, stage
from tests.gui.stage import focus_of, is_front

__all__ = ["stage"]


def test_parts_come_in_their_order_whenever_they_were_made(qtbot: QtBot) -> None:
    """What cannot be reached is left out, what belongs to no part comes last, and round it goes."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    late, early, other, hidden = (QLineEdit(window) for _ in range(4))
    for widget in (other, late, early, hidden):
        column.addWidget(widget)
    window.show()
    hidden.hide()
    parts = (early, late, hidden)

    assert reading_order(window, parts) == [early, late, other]

    qtbot.waitUntil(lambda: is_front(window))
    other.setFocus()
    step(window, parts, forwards=True)
    qtbot.waitUntil(lambda: focus_of() is early)
    step(window, parts, forwards=False)
    assert focus_of() is other


def test_a_window_without_anything_to_reach_says_so(qtbot: QtBot) -> None:
    """Then Qt may do what it likes."""
    window = QWidget()
    qtbot.addWidget(window)

    assert not step(window, (), forwards=True)


def test_tab_goes_through_the_whole_window_as_one_reads(stage: Stage) -> None:
    """Toolbar, sidebar, table, then the detail: what it is, its pages, the page, the body."""
    window = stage.window
    stage.select(5)
    stage.loop.until(lambda: is_front(window))
    detail = window.detail
    parts = [
        window.toolbar, window.sidebar, window.area, detail.header, detail.tabs, detail.pages, detail.body.switch,
        detail.body,
    ]  # fmt: skip
    stage.loop.until(lambda: detail.capture is not None)
    stage.do(reading_order(window, parts)[-1].setFocus)
    visited: list[QWidget] = []
    while len(visited) < 2 or visited[-1] is not visited[0]:
        focus = focus_of() or window
        stage.do(partial(QTest.keyClick, focus, Qt.Key.Key_Tab))
        reached = focus_of()
        assert reached is not None
        visited.append(reached)

    places = [place_among(widget, parts) for widget in visited[:-1]]
    assert places == sorted(places)
    assert {0, 1, 2, 3, 4, 5, 7} <= set(places)
