"""Widgets side by side, and in the next line where there is no room."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.gui.views.samples.flow import FlowLayout


@pytest.mark.parametrize(("width", "lines"), [(1000, 1), (260, 2), (90, 4), (20, 4)])
def test_lines_break_where_there_is_no_room(qtbot: QtBot, width: int, lines: int) -> None:
    """In order, never over the edge, and as high as the lines are together."""
    widget = QWidget()
    qtbot.addWidget(widget)
    flow = FlowLayout(widget, gap=8)
    for _ in range(4):
        button = QPushButton("Sample", widget)
        button.setFixedSize(80, 30)
        flow.addWidget(button)
    places = flow.places(QRect(0, 0, width, 0))

    assert len({place.y() for place in places}) == lines
    assert [(place.y(), place.x()) for place in places] == sorted((place.y(), place.x()) for place in places)
    assert all(place.right() < max(width, 80) for place in places)
    assert flow.heightForWidth(width) == lines * 30 + (lines - 1) * 8
    assert flow.itemAt(4) is None
