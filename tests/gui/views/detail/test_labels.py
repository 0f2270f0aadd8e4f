"""Small parts of the pages."""

from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.labels import ElidedLabel, hairline, heading
from tests.gui.views.detail.samples import HOSTILE


def test_a_long_text_makes_nothing_wider(qtbot: QtBot) -> None:
    """It is cut on the page, and whole for those who hear it or point at it."""
    label = ElidedLabel(role="muted")
    qtbot.addWidget(label)
    label.show_text("word " * 300)
    label.resize(120, 20)
    label.grab()

    assert label.minimumSizeHint().width() < 150
    assert label.sizeHint().width() > 1_000
    assert "word " * 300 == label.text() == label.accessibleName()


def test_markup_is_text(qtbot: QtBot) -> None:
    """Neither the label nor its tool tip reads markup."""
    label = ElidedLabel()
    qtbot.addWidget(label)
    label.show_text(HOSTILE)

    assert "<img" not in label.toolTip()
    assert label.text().startswith("<b>valid</b>")


def test_lines_and_headings(qtbot: QtBot) -> None:
    """A hairline is one pixel, a heading is half bold."""
    line, title = hairline(), heading("Try it")
    qtbot.addWidget(line)
    qtbot.addWidget(title)

    assert 1 == line.height()
    assert title.font().weight() > line.font().weight()
