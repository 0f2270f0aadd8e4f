"""Menus below menus, with what there is at the moment."""

from functools import partial

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from inspector.core.sending_wishes import Resend
from inspector.gui.submenus import Submenu, Submenus
from tests.gui.commands.conftest import Stage, stage

__all__ = ["stage"]


def made(stage: Stage, title: str) -> Submenu:
    """The menu of a title, filled."""
    actions = stage.desktop.actions
    menus: list[Submenu] = []
    from_registry = stage.desktop.actions.commands
    stage.do(lambda: menus.append(Submenus(stage.desk, from_registry, actions.by_name).make(title, stage.window)))
    return menus[0]


def texts(menu: QMenu) -> list[str]:
    """What stands there."""
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def below(menu: QMenu, text: str) -> QMenu:
    """The menu below an entry."""
    found = next(action.menu() for action in menu.actions() if action.text() == text)
    assert isinstance(found, QMenu)
    return found


def test_recent_targets_come_before_another_one(stage: Stage) -> None:
    """The named one first; a click sends there."""
    stage.engine.answers[Resend] = ()
    stage.select(5)
    for target in ("4000", "3000"):
        stage.do(partial(stage.desk.habits.name_target, target))
    menu = made(stage, "Resend to")
    assert texts(menu) == ["3000", "4000", "Other…"]

    stage.engine.asked.clear()
    stage.do(menu.actions()[1].trigger)
    stage.loop.until(lambda: any(isinstance(wish, Resend) for wish in stage.engine.asked))
    assert Resend(ids=(5,), target="4000") in stage.engine.asked


def test_the_format_used_last_comes_first_here_and_on_the_button(stage: Stage) -> None:
    """One memory for both."""
    stage.select(5)
    menu = made(stage, "Copy as")
    assert texts(menu)[0] == "cURL (bash)"

    stage.press("copy-har")
    stage.do(menu.refill)
    assert texts(menu)[:2] == ["HAR 1.2", "cURL (bash)"]
    assert stage.window.detail.header.copies.text().startswith("Copy as HAR 1.2")


def test_headers_and_paths_of_the_capture_are_offered(stage: Stage) -> None:
    """A name copies the value, a path itself."""
    stage.select(5)
    menu = made(stage, "Copy")
    assert texts(menu) == ["Body", "Header", "JSON path", "All headers", "Cell"]

    headers, paths = below(menu, "Header"), below(menu, "JSON path")
    stage.do(headers.aboutToShow.emit)
    stage.do(paths.aboutToShow.emit)
    assert texts(headers) == ["Host", "Content-Type"]
    stage.do(headers.actions()[1].trigger)
    assert QGuiApplication.clipboard().text() == "application/json"

    assert texts(paths) == ["n\t5"]
    stage.do(paths.actions()[0].trigger)
    assert QGuiApplication.clipboard().text() == "n"


def test_values_of_the_row_stand_in_the_menus_of_the_filter(stage: Stage) -> None:
    """What has no value is only named."""
    stage.select(9)
    found = texts(made(stage, "Filter for"))

    assert "Provider: github" in found
    assert "Status: 200" in found
