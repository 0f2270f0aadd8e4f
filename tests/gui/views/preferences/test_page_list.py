"""The list of a page of the preferences."""

from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from inspector.gui.views.preferences.page_list import PageList


def test_one_column_takes_the_room(qtbot: QtBot) -> None:
    """It ends where the list ends; a column beside it is no wider than its text, and it is called what it shows."""
    made = PageList("Secrets", ["Name", "Value", "Kept"], 1)
    qtbot.addWidget(made)
    made.addTopLevelItem(QTreeWidgetItem(["production", "••••", "file"]))
    made.resize(600, 200)
    made.show()
    widths = [made.columnWidth(place) for place in range(3)]

    assert sum(widths) == made.viewport().width()
    assert widths[1] > 300
    assert made.accessibleName() == "Secrets"
