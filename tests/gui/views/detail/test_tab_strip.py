"""The names of the pages."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.detail.tab_strip import TabStrip


@pytest.fixture
def strip(qtbot: QtBot) -> TabStrip:
    """Three tabs, one with a count."""
    strip = TabStrip()
    qtbot.addWidget(strip)
    for name in ("Overview", "Headers", "Raw"):
        strip.show_tab(strip.addTab(""), name)
    strip.show()
    return strip


def test_counts_widen_a_tab(strip: TabStrip) -> None:
    """A count is said behind the name and has room; without it the tab is as wide as before."""
    before = strip.tabSizeHint(1).width()
    strip.show_tab(1, "Headers", "1,204")
    assert "Headers 1,204" == strip.tabText(1)
    assert strip.tabSizeHint(1).width() > before
    strip.show_tab(1, "Headers")

    assert before == strip.tabSizeHint(1).width()


def test_the_keyboard_turns_it(qtbot: QtBot, strip: TabStrip) -> None:
    """Arrows go from tab to tab."""
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)

    assert 1 == strip.currentIndex()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_paints_the_line_and_the_mark(qapp: object, strip: TabStrip, scheme: theme.Choice) -> None:
    """The tab that is shown has a line in the accent, a failure its red."""
    theme.apply(qapp, scheme)  # type: ignore[arg-type]
    strip.show_tab(1, "Headers", "■■■", "invalid")
    image = strip.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}

    assert theme.tokens().accent.name() == image.pixelColor(5, image.height() - 1).name()
    assert theme.tokens().invalid.name() in seen
