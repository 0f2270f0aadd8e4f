"""The parts of the detail and the ways between them."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.detail.pages import BODY, PAGES
from inspector.gui.views.detail.sheet import NARROW, Sheet


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    """Wide, with its pages in sight."""
    sheet = Sheet()
    qtbot.addWidget(sheet)
    sheet.resize(theme.px(NARROW) + 100, 400)
    sheet.stack.setCurrentIndex(1)
    sheet.show()
    return sheet


def test_every_page_can_be_turned_to(qtbot: QtBot, sheet: Sheet) -> None:
    """By name and by number; numbers out of range mean the ends; it is told."""
    for name in PAGES[:BODY]:
        sheet.turn_to(name)
        assert name == sheet.page()
    sheet.turn_to(0)
    assert "overview" == sheet.page()
    with qtbot.waitSignal(sheet.page_changed) as changed:
        sheet.turn_to(3)

    assert ["signature"] == changed.args
    assert sheet.chose_page


def test_the_way_to_the_body(sheet: Sheet) -> None:
    """Wide, the body gets the keyboard and the page stays; narrow, it is turned to."""
    sheet.turn_to("headers")
    sheet.turn_to("body")
    assert "headers" == sheet.page()
    sheet.resize(theme.px(NARROW) - 200, 400)
    sheet.focus_body()

    assert "body" == sheet.page()
    assert sheet.body.isVisible()


def test_unknown_pages_change_nothing(sheet: Sheet) -> None:
    """A name that is none leaves the page."""
    sheet.turn_to("raw")
    sheet.turn_to("nonsense")

    assert "raw" == sheet.page()


def test_wide_to_narrow_and_back(qtbot: QtBot, sheet: Sheet) -> None:
    """The body is in one place at a time, whatever the width; where it is a page its name is in sight."""
    for _ in range(3):
        sheet.resize(theme.px(NARROW) - 200, 400)
        assert sheet.body.parent() is sheet.pages
        qtbot.waitUntil(lambda: sheet.tabs.rect().contains(sheet.tabs.tabRect(BODY)))
        sheet.resize(theme.px(NARROW) + 200, 400)
        assert sheet.body.parent() is sheet.splitter
        assert sheet.body.isVisible()
