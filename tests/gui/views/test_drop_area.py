"""Files and text that are dropped onto the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.drop_area import DropArea
from tests.gui.stage import colours

LEFT, NONE, COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


class Scene:
    """A window with its drop area, and what was dropped."""

    def __init__(self, qtbot: QtBot) -> None:
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(640, 400)
        self.window.show()
        self.area = DropArea(self.window)
        self.dropped: list[object] = []
        self.area.files_dropped.connect(self.dropped.append)
        self.area.text_dropped.connect(self.dropped.append)
        self.area.refused.connect(lambda: self.dropped.append("refused"))

    def enter(self, mime: QMimeData) -> QDragEnterEvent:
        """Drag something into the window."""
        event = QDragEnterEvent(QPoint(50, 50), COPY, mime, LEFT, NONE)
        QApplication.sendEvent(self.window, event)
        # The area lies below the pointer from then on.
        QApplication.sendEvent(self.area, QDragEnterEvent(QPoint(50, 50), COPY, mime, LEFT, NONE))
        return event

    def drop(self, mime: QMimeData) -> None:
        """Let it fall where it is."""
        QApplication.sendEvent(self.area, QDragMoveEvent(QPoint(60, 60), COPY, mime, LEFT, NONE))
        QApplication.sendEvent(self.area, QDropEvent(QPointF(60, 60), COPY, mime, LEFT, NONE, QEvent.Type.Drop))


@pytest.fixture
def scene(qtbot: QtBot) -> Scene:
    """Nothing hovers."""
    return Scene(qtbot)


def files(*paths: str) -> QMimeData:
    """Files as a file manager drags them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
    return mime


def test_files_are_named_and_taken(scene: Scene) -> None:
    """The page covers the window while they hover, and goes when they fall."""
    mime = files("/a/one.har")
    assert scene.enter(mime).isAccepted()
    assert scene.area.isVisible()
    assert scene.area.size() == scene.window.size()
    assert scene.area.title.text() == "Drop to import one.har"
    assert theme.tokens().accent.name() in colours(scene.area)

    scene.drop(mime)
    assert not scene.area.isVisible()
    assert scene.dropped == [[Path("/a/one.har")]]


def test_many_files_are_counted(scene: Scene) -> None:
    """Their names would not fit."""
    scene.enter(files("/a", "/b", "/c"))

    assert scene.area.title.text() == "Drop to import 3 files"


def test_text_is_taken_and_a_picture_is_not(scene: Scene) -> None:
    """What cannot be imported is told so before it falls, and after."""
    text, picture = QMimeData(), QMimeData()
    text.setText("curl http://a")
    picture.setData("image/png", QByteArray(b"x"))
    scene.enter(text)
    assert scene.area.title.text() == "Drop to import this text"
    scene.drop(text)
    scene.enter(picture)
    assert scene.area.title.text() == "Not this"
    scene.drop(picture)

    assert scene.dropped == ["curl http://a", "refused"]


def test_what_leaves_again_changes_nothing(scene: Scene) -> None:
    """The page goes with it; a link is no text."""
    link = QMimeData()
    link.setUrls([QUrl("https://example.com")])
    link.setText("https://example.com")
    scene.enter(link)
    assert scene.area.title.text() == "Not this"
    QApplication.sendEvent(scene.area, QDragLeaveEvent())

    assert not scene.area.isVisible()
    assert scene.dropped == []
