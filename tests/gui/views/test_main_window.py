"""The window as a whole."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.gui import theme
from inspector.gui.views.main_window import MainWindow
from tests.gui.commands.conftest import Stage, stage
from tests.gui.stage import FACES, colours, focus_of, is_front, model_of

__all__ = ["stage"]


def window_of(qtbot: QtBot, store: str = "") -> MainWindow:
    """A window over three captures."""
    window = MainWindow(model=model_of([3, 2, 1]), faces=FACES, store=store)
    qtbot.addWidget(window)
    return window


def test_the_title_counts_what_nobody_has_seen(qtbot: QtBot) -> None:
    """And names a store other than the default one."""
    window = window_of(qtbot, "other.db")
    assert window.windowTitle() == "other.db – Webhook Inspector"

    window.show_totals(5, 1204, 100)
    assert window.windowTitle() == "(1,204) other.db – Webhook Inspector"


def test_an_empty_store_shows_how_to_begin(qtbot: QtBot) -> None:
    """The list takes its place with the first capture, and gives it back with the last."""
    window = window_of(qtbot)
    window.show()
    window.show_health(Health(listening=("http://127.0.0.1:8765",)))
    assert window.empty.isVisible()
    assert not window.table.isVisible()

    window.show_totals(1, 1, 100)
    assert window.table.isVisible()
    window.show_totals(0, 0, 100)
    assert window.empty.isVisible()


def test_the_keyboard_begins_where_the_work_does(qtbot: QtBot) -> None:
    """On the button that copies the URL, and on the list once there is one; whoever is elsewhere stays there."""
    window = window_of(qtbot)
    window.show()
    assert window.focusWidget() is window.empty
    window.show_health(Health(listening=("http://127.0.0.1:8765",)))
    assert window.focusWidget() is window.empty.copy_button

    window.show_totals(1, 1, 100)
    assert window.focusWidget() is window.table
    window.focus_filter()
    window.show_totals(0, 0, 100)
    assert window.focusWidget() is window.toolbar.filter


def test_closing_says_so(qtbot: QtBot) -> None:
    """The program ends in its own order, not with the last window."""
    window = window_of(qtbot)
    window.show()
    with qtbot.waitSignal(window.closed):
        window.close()


def test_the_keyboard_goes_from_pane_to_pane(stage: Stage) -> None:
    """F6 goes round, Enter goes in, Esc comes back."""
    window = stage.window
    stage.select(5)
    stage.loop.until(lambda: is_front(window))
    stage.do(window.table.setFocus)
    stage.loop.until(window.table.hasFocus)
    stage.do(lambda: QTest.keyClick(window.table, Qt.Key.Key_Return))
    assert window.in_detail

    seen: list[QWidget | None] = []
    for _ in range(3):
        stage.do(window.focus_next_pane)
        seen.append(focus_of())
    assert window.sidebar in seen
    assert window.table in seen

    stage.do(window.detail.focus_page)
    focus = focus_of()
    assert focus is not None
    stage.do(lambda: QTest.keyClick(focus, Qt.Key.Key_Escape))
    assert focus_of() is window.table


def test_everything_that_can_be_pressed_or_filled_has_a_name(stage: Stage) -> None:
    """Those who hear the window hear what each part is."""
    stage.select(9)
    stage.loop.settle()
    parts = [
        part
        for kind in (QAbstractButton, QLineEdit, QAbstractItemView)
        for part in stage.window.findChildren(kind)
        if part.isVisible() and not part.objectName().startswith("qt_")
    ]
    nameless = [
        part for part in parts if not (part.accessibleName() or (isinstance(part, QAbstractButton) and part.text()))
    ]

    assert parts
    assert [f"{type(part).__name__} in {type(part.parent()).__name__}" for part in nameless] == []


def test_the_whole_window_changes_its_colours(stage: Stage, qapp: QApplication) -> None:
    """After a change of the theme no ground of the other one is left anywhere."""
    stage.select(9)
    stage.loop.settle()
    grounds = ("bg", "surface", "raised", "border", "selection")
    light = {getattr(theme.tokens(), name).name() for name in grounds}
    assert light <= colours(stage.window)

    stage.do(lambda: theme.apply(qapp, "dark"))
    stage.loop.settle()
    dark = {getattr(theme.tokens(), name).name() for name in grounds}
    painted = colours(stage.window)
    assert dark <= painted
    assert not light & painted


def test_it_fits_a_small_screen(stage: Stage) -> None:
    """At 1280 by 720 nothing asks for more."""
    size = stage.window.minimumSizeHint()

    assert size.width() <= 1280
    assert size.height() <= 720
