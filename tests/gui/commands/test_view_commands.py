"""Moving, following, pages, theme."""

import pytest
from PySide6.QtWidgets import QApplication

from inspector.core.messages import ChangeSettings
from inspector.gui import theme
from tests.gui.commands.conftest import Stage
from tests.gui.stage import is_front


def test_next_and_previous(stage: Stage) -> None:
    """They move the selection, and moving lets go of the newest."""
    stage.press("next")
    stage.press("next")
    stage.press("previous")
    stage.loop.until(lambda: stage.desk.selection.shown is not None)

    assert stage.window.table.current_id() == 9
    assert not stage.desk.following.follows
    stage.press("follow")
    assert stage.desk.following.follows


@pytest.mark.parametrize(("number", "page"), [(1, "overview"), (2, "headers"), (3, "signature"), (6, "raw")])
def test_pages_are_turned(stage: Stage, number: int, page: str) -> None:
    """By number, as in the row of tabs."""
    stage.select(5)
    stage.press(f"page-{number}")

    assert stage.window.detail.page() == page


def test_the_theme_changes_at_once_and_is_kept(stage: Stage, qapp: QApplication) -> None:
    """The menu marks the choice."""
    stage.press("theme-dark")
    stage.loop.until(lambda: stage.engine.asked)

    assert theme.tokens().scheme == "dark"
    assert stage.engine.asked == [ChangeSettings(values=(("theme", "dark"),))]
    assert stage.desktop.actions.by_name["theme-dark"].isChecked()
    assert not stage.desktop.actions.by_name["theme-light"].isChecked()


def test_freezing_is_marked_in_the_menu(stage: Stage) -> None:
    """On and off."""
    stage.press("freeze")
    assert stage.desktop.actions.by_name["freeze"].isChecked()
    stage.press("freeze")
    assert not stage.desktop.actions.by_name["freeze"].isChecked()


def test_single_letters_can_be_turned_off(stage: Stage) -> None:
    """Keys with a modifier stay."""
    resend = stage.desktop.actions.by_name["resend"]
    assert [key.toString() for key in resend.shortcuts()] == ["Ctrl+R", "R"]

    stage.press("letters")
    stage.loop.until(lambda: stage.engine.asked)
    assert [key.toString() for key in resend.shortcuts()] == ["Ctrl+R"]


def test_full_screen_and_back(stage: Stage) -> None:
    """F11 by hand, for Qt leaves it empty."""
    stage.press("full-screen")
    assert stage.window.isFullScreen()
    stage.press("full-screen")
    assert not stage.window.isFullScreen()


def test_find_goes_where_the_keyboard_is(stage: Stage) -> None:
    """In the list it is the filter."""
    stage.loop.until(lambda: is_front(stage.window))
    stage.window.table.setFocus()
    stage.press("filter")
    stage.loop.until(stage.window.toolbar.filter.hasFocus)
