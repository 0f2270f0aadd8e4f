"""The look, and how it follows the system."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.theme import THEME, style_sheet
from inspector.gui.tokens import Scheme, read_tokens


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_buttons_are_painted_in_the_colours(qtbot: QtBot, qapp: QApplication, scheme: Scheme) -> None:
    """What a primary and an ordinary button really paint are the accent and the raised ground."""
    theme.apply(qapp, scheme)
    colours = read_tokens(scheme)
    for role, ground in (("primary", colours.accent), ("", colours.raised)):
        button = QPushButton("wide enough")
        button.setProperty("role", role)
        qtbot.addWidget(button)
        button.resize(200, 40)

        assert ground.name() == button.grab().toImage().pixelColor(12, 20).name()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_palette_is_made_of_the_colours(qapp: QApplication, scheme: Scheme) -> None:
    """Views that paint by the palette are in the same colours."""
    theme.apply(qapp, scheme)
    colours, palette = read_tokens(scheme), qapp.palette()

    assert colours.bg.name() == palette.color(QPalette.ColorRole.Base).name()
    assert colours.text.name() == palette.color(QPalette.ColorRole.WindowText).name()
    assert scheme == theme.tokens().scheme


def test_says_that_it_changed(qtbot: QtBot, qapp: QApplication) -> None:
    """Widgets that paint by themselves hear of a change, after the colours are in force."""
    theme.apply(qapp, "light")
    seen: list[str] = []
    listener = lambda: seen.append(theme.tokens().scheme)  # noqa: E731 - disconnected below
    THEME.changed.connect(listener)
    theme.apply(qapp, "dark")
    THEME.changed.disconnect(listener)

    assert ["dark"] == seen


def test_follows_the_system_only_when_asked_to(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the desktop turns dark, "system" turns dark and "light" stays light."""

    class Hints:
        scheme = Qt.ColorScheme.Light

        def __getattr__(self, name: str) -> Any:
            return getattr(real, name)

        def colorScheme(self) -> Qt.ColorScheme:
            return self.scheme

    real = qapp.styleHints()
    hints = Hints()
    theme.apply(qapp, "system")
    monkeypatch.setattr(qapp, "styleHints", lambda: hints)
    hints.scheme = Qt.ColorScheme.Dark
    real.colorSchemeChanged.emit(hints.scheme)
    assert "dark" == theme.tokens().scheme
    theme.apply(qapp, "light")
    real.colorSchemeChanged.emit(hints.scheme)

    assert "light" == theme.tokens().scheme


def test_a_role_can_change_while_it_is_shown(qtbot: QtBot, qapp: QApplication) -> None:
    """A label that becomes invalid is painted in red."""
    theme.apply(qapp, "light")
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    theme.set_role(label, "invalid")

    assert read_tokens("light").invalid.name() == label.palette().color(QPalette.ColorRole.WindowText).name()


def test_lengths_follow_the_text() -> None:
    """The style sheet of text twice as large has paddings twice as large, and no placeholder is left."""
    sheet = style_sheet(read_tokens("dark"), 2.0)

    assert "$" not in sheet.partition("*/")[2]
    assert "border-radius: 12px" in sheet
