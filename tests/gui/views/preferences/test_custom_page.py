"""The page of the providers of one's own."""

from PySide6.QtWidgets import QMessageBox, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.core.recipe import Recipe
from inspector.gui.views.preferences.custom_page import CustomPage

ACME = Recipe(name="acme", recognise=("header:X-<b>",), signature="header:X-A", message="{t}\n{body}")
OTHER = Recipe(name="other", recognise=("path=/o*",))


def page_of(qtbot: QtBot) -> CustomPage:
    """With two of them."""
    page = CustomPage()
    qtbot.addWidget(page)
    page.show_health(Health(custom=(ACME, OTHER)))
    page.show()
    return page


def choose(page: CustomPage, row: int) -> QTreeWidgetItem:
    """Select a row."""
    item = page.list.topLevelItem(row)
    assert item is not None
    page.list.setCurrentItem(item)
    return item


def test_they_are_listed_and_the_selection_stays(qtbot: QtBot) -> None:
    """Also when the list is read anew; what cannot be used is told below."""
    page = page_of(qtbot)
    rows = [page.list.topLevelItem(row) for row in range(2)]
    assert [[row.text(column) for column in range(3)] for row in rows if row] == [
        ["acme", "header:X-<b>", "{t}\\n{body}"],
        ["other", "path=/o*", "signs nothing"],
    ]
    assert not page.edit_button.isEnabled()
    choose(page, 1)
    assert page.chosen() == OTHER

    page.show_health(Health(custom=(ACME, OTHER), custom_problems=("Entry 3 cannot be used.",)))
    assert page.chosen() == OTHER
    assert "Entry 3" in page.problem.text()


def test_a_new_one_and_one_that_is_there(qtbot: QtBot) -> None:
    """Add asks for a new one, Edit and a double click for the chosen one."""
    page = page_of(qtbot)
    with qtbot.waitSignal(page.edit_wanted) as wanted:
        page.add_button.click()
    assert wanted.args == [None]
    item = choose(page, 0)
    with qtbot.waitSignal(page.edit_wanted) as wanted:
        page.edit_button.click()
    assert wanted.args == [ACME]
    with qtbot.waitSignal(page.edit_wanted):
        page.list.itemDoubleClicked.emit(item, 0)


def test_removing_is_asked_once(qtbot: QtBot) -> None:
    """What stays is said."""
    page = page_of(qtbot)
    choose(page, 0)
    page.remove_button.click()
    [box] = page.findChildren(QMessageBox)
    assert "acme" in box.text()
    with qtbot.waitSignal(page.remove_wanted) as wanted:
        next(one for one in box.buttons() if one.text() == "Remove").click()
    assert wanted.args == ["acme"]
