"""Icons are drawn, not loaded."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui import icons, theme

SOURCES = sorted(Path(icons.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("name", icons.ICONS)
def test_icons_have_the_colour_they_are_asked_for(qapp: QApplication, name: str) -> None:
    """Some pixel of every icon has the full colour."""
    image = icons.icon(name, QColor("#ff0000")).pixmap(64, 64).toImage()

    assert any(
        image.pixelColor(x, y).alpha() > 250 and image.pixelColor(x, y).red() > 250
        for x in range(image.width())
        for y in range(image.height())
    )


def test_icons_that_are_used_are_there() -> None:
    """Every name that the window's code asks for can be drawn."""
    asked = re.compile(r"""(?:IconButton|icon|paint_icon)\((?:painter, )?"([a-z]+)\"""")
    used = {name for source in SOURCES for name in asked.findall(source.read_text("utf-8"))}

    assert "copy" in used
    assert used <= icons.ICONS.keys()


def test_a_button_has_a_name(qtbot: QtBot, qapp: QApplication) -> None:
    """A button without words says what it does, and is drawn anew in another theme."""
    theme.apply(qapp, "light")
    button = icons.IconButton("copy", "Copy the URL")
    qtbot.addWidget(button)
    before = button.icon().cacheKey()
    theme.apply(qapp, "dark")

    assert "Copy the URL" == button.accessibleName() == button.toolTip()
    assert before != button.icon().cacheKey()
