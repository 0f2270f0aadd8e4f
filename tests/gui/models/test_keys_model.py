"""The rows of the key sheet."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester

from inspector.gui.models.keys_model import KEYS, PATH, TITLE, KeyRow, KeysModel

ROWS = [
    KeyRow(name="pin", title="Pin", path="Capture"),
    KeyRow(name="about", title="About", path="Help"),
    KeyRow(name="", title="Next row", path="List", fixed=("Down",)),
]
USUAL = {"pin": ("Ctrl+P", "M"), "about": ()}


def shown(model: KeysModel) -> list[tuple[str, str]]:
    """Titles and keys of the rows."""
    return [
        (model.index(row, TITLE).data(), model.index(row, KEYS).data()) for row in range(model.rowCount())
    ]  # fmt: skip


def test_every_command_stands_there_with_its_keys() -> None:
    """Keys of the list itself too, and they belong to no command."""
    parent = QObject()
    model = KeysModel(ROWS, USUAL, parent)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent)

    assert shown(model) == [("Pin", "Ctrl+P, m"), ("About", ""), ("Next row", "Down")]
    assert model.index(0, PATH).data() == "Capture"
    assert model.row_at(3) is None
    assert model.title_of("about") == "About"


def test_changed_keys_are_marked() -> None:
    """For the eye in bold, for the ear in words."""
    parent = QObject()
    model = KeysModel(ROWS, USUAL, parent)
    model.show_keys({"pin": ("F9",), "about": ()})
    index = model.index(0, KEYS)

    assert index.data() == "F9"
    assert index.data(Qt.ItemDataRole.FontRole).bold()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "F9, changed"
    assert not model.index(1, KEYS).data(Qt.ItemDataRole.FontRole).bold()


def test_rows_are_found_by_name_menu_or_key() -> None:
    """All words must fit."""
    parent = QObject()
    model = KeysModel(ROWS, USUAL, parent)
    found = {}
    for text in ("ctrl+p", "help about", "row", "nothing"):
        model.look_for(text)
        found[text] = [title for title, _ in shown(model)]

    assert found == {"ctrl+p": ["Pin"], "help about": ["About"], "row": ["Next row"], "nothing": []}
