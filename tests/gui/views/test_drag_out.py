"""Rows that are dragged out of the list."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.drag_out import FILES, Carrier, DragOut, LateFile
from tests.gui.stage import FACES, Loop, model_of


class Scene:
    """A list that is shown, and what was dragged out of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.table = CapturesTable(model_of(range(9, 0, -1)), faces=FACES)
        qtbot.addWidget(self.table)
        self.table.resize(900, 400)
        self.table.show()
        self.dragged: list[LateFile] = []
        self.packed: list[Sequence[int]] = []
        self.drags = DragOut(self.table, self.pack)
        self.drags.carry = lambda write: self.dragged.append(LateFile(write))

    def pack(self, ids: Sequence[int]) -> Path:
        """Note what is to be written."""
        self.packed.append(ids)
        return Path("/tmp/a b.har")

    def place(self, row: int) -> QPoint:
        """The middle of a row."""
        return QPoint(300, self.table.rowViewportPosition(row) + 10)

    def drag(self, row: int, by: int) -> None:
        """Press on a row and move so many pixels."""
        port = self.table.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=self.place(row))
        QTest.mouseMove(port, self.place(row) + QPoint(by, 0))


@pytest.fixture
def scene(loop: Loop, qtbot: QtBot) -> Scene:
    """Nine rows."""
    return Scene(qtbot)


def test_what_is_selected_is_written_only_when_it_is_wanted(scene: Scene) -> None:
    """Once, however often the place where it may fall asks for it."""
    scene.table.selectAll()
    scene.drag(2, QApplication.startDragDistance() + 2)
    (mime,) = scene.dragged
    assert mime.hasUrls()
    assert scene.packed == []

    assert mime.formats() == [FILES]
    assert [url.toLocalFile() for url in mime.urls()] == ["/tmp/a b.har"]
    assert mime.data(FILES).data() == b"file:///tmp/a%20b.har\r\n"
    assert scene.packed == [tuple(range(9, 0, -1))]


def test_a_click_on_one_of_many_selects_that_one(scene: Scene) -> None:
    """Also a shaky one; many stay selected while the button is down."""
    scene.table.selectAll()
    scene.drag(2, 1)
    assert scene.table.count_selected() == 9
    QTest.mouseRelease(scene.table.viewport(), Qt.MouseButton.LeftButton, pos=scene.place(2))

    assert scene.table.selected_ids() == (7,)
    assert scene.dragged == []


def test_what_is_not_selected_is_selected_first(scene: Scene) -> None:
    """Drawing over rows selects them, as ever; with Ctrl rows are added."""
    port = scene.table.viewport()
    scene.drag(1, 50)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=scene.place(1))
    assert scene.table.selected_ids() == (8,)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, scene.place(1))

    assert scene.table.selected_ids() == ()
    assert scene.dragged == []


def test_what_cannot_be_written_is_no_file(scene: Scene) -> None:
    """And what is carried is one thing, of which a copy is made."""
    mime = LateFile(lambda: None)
    assert mime.urls() == []

    carrier = Carrier(scene.table)
    carrier.parcel.write = lambda: Path("/x")
    carried = carrier.parcel.mimeData([])
    assert carried.urls()[0].toLocalFile() == "/x"
    assert carrier.parcel.supportedDragActions() is Qt.DropAction.CopyAction
    assert not carrier.isVisible()
