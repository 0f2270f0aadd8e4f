"""Pages scroll down, never sideways."""

from pytestqt.qtbot import QtBot

from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.scrolling import ScrollingPage


def test_scrolls_what_is_higher(qtbot: QtBot) -> None:
    """A long page has a bar, and goes to its top."""
    page = ScrollingPage()
    qtbot.addWidget(page)
    page.resize(200, 100)
    for _ in range(20):
        page.add(PlainLabel("text"))
    page.show()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    page.verticalScrollBar().setValue(50)
    page.to_top()

    assert 0 == page.verticalScrollBar().value()
    assert 0 == page.horizontalScrollBar().maximum()


def test_clears_all_but_the_first_parts(qtbot: QtBot) -> None:
    """What is kept stays in its order."""
    page = ScrollingPage()
    qtbot.addWidget(page)
    for text in "abc":
        page.add(PlainLabel(text))
    page.clear(keep=1)
    page.add(PlainLabel("d"))
    page.show()

    assert ["a", "d"] == [label.text() for label in page.findChildren(PlainLabel) if label.isVisible()]
