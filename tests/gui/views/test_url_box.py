"""The webhook URL."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.url_box import UrlBox
from tests.gui.stage import colours


def test_it_shows_the_main_address_and_copies_only_that(qtbot: QtBot) -> None:
    """Copy can be pressed once there is something to copy."""
    box = UrlBox()
    qtbot.addWidget(box)
    assert not box.copy_button.isEnabled()

    box.show_health(Health(listening=("http://127.0.0.1:8765", "http://[::1]:8765")))
    label = box.findChild(PlainLabel)
    assert label is not None
    assert label.text() == "http://127.0.0.1:8765"
    with qtbot.waitSignal(box.copy_wanted, timeout=1000):
        qtbot.mouseClick(box.copy_button, Qt.MouseButton.LeftButton)

    box.show_health(Health())
    assert label.text() == "not listening"


def test_the_light_is_green_or_amber_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    """Green while it listens; red would be for what failed."""
    box = UrlBox()
    qtbot.addWidget(box)
    box.show()
    box.show_health(Health(listening=("http://127.0.0.1:8765",)))
    assert theme.tokens().valid.name() in colours(box)

    box.show_health(Health())
    assert theme.tokens().warn.name() in colours(box)

    theme.apply(qapp, "dark")
    assert theme.tokens().warn.name() in colours(box)
    assert theme.tokens().raised.name() in colours(box)
