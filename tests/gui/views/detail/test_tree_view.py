"""The tree with the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.tree_view import JsonTreeView


@pytest.fixture
def tree(qtbot: QtBot) -> JsonTreeView:
    """With an object in an object."""
    tree = JsonTreeView()
    qtbot.addWidget(tree)
    tree.show_content(b'{"a": {"b": 1.0}, "token": "s3cret"}', ("token",))
    tree.show()
    return tree


def test_the_first_level_is_open(tree: JsonTreeView) -> None:
    """The outermost value is expanded, what is in it is not."""
    top = tree.model().index(0, 0)

    assert tree.isExpanded(top)
    assert 2 == tree.model().rowCount(top)
    assert not tree.isExpanded(tree.model().index(0, 0, top))


def test_the_keyboard_opens_and_copies(qtbot: QtBot, tree: JsonTreeView) -> None:
    """Arrows open and go down, Ctrl+C copies the value as received."""
    tree.setCurrentIndex(tree.model().index(0, 0, tree.model().index(0, 0)))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(tree, key)
    with qtbot.waitSignal(tree.copied):
        qtbot.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert "1.0" == QGuiApplication.clipboard().text()


def test_a_hidden_value_is_not_copied(qtbot: QtBot, tree: JsonTreeView) -> None:
    """Copy gives the dots that are shown."""
    tree.setCurrentIndex(tree.model().index(1, 0, tree.model().index(0, 0)))
    tree.copy()

    assert "••••••••" == QGuiApplication.clipboard().text()


def test_another_body_takes_the_place(qtbot: QtBot, tree: JsonTreeView) -> None:
    """The model of the body before goes."""
    tree.show_content(b"[1, 2, 3]")
    qtbot.waitUntil(lambda: tree.model().rowCount(tree.model().index(0, 0)) == 3)
    tree.clear()

    assert tree.model() is None
