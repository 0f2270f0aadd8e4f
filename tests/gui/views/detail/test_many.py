"""Several captures are selected."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.many import ManySelected


def test_every_button_asks_for_its_thing(qtbot: QtBot) -> None:
    """Resend to the named target or another, a copy in each format, and the commands by name."""
    page = ManySelected()
    qtbot.addWidget(page)
    page.show_count(1204)
    page.show_target("http://localhost:3000/a&b", ["9000"])
    page.show_formats([("curl", "cURL"), ("har", "HAR 1.2")])
    asked: list[str] = []
    for signal in (page.resend_wanted, page.copy_wanted, page.command_wanted):
        signal.connect(asked.append)
    page.resend_other_wanted.connect(lambda: asked.append("other"))

    assert page.count.text() == "1,204 captures selected"
    assert page.resend.text() == "Resend to localhost:3000/a&&b"
    qtbot.mouseClick(page.resend, Qt.MouseButton.LeftButton)
    for action in page.targets.menu().actions():
        action.trigger()
    page.copies.menu().actions()[1].trigger()
    for name in ("export-selection", "pin", "remove"):
        button = page.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert asked == ["", "http://localhost:3000/a&b", "9000", "other", "har", "export-selection", "pin", "remove"]


def test_without_a_target_the_button_will_ask(qtbot: QtBot) -> None:
    """It names none, and the keyboard gets there first."""
    page = ManySelected()
    qtbot.addWidget(page)
    page.show()
    page.focus_first()

    assert page.resend.text() == "Resend…"
    assert page.focusWidget() is page.resend
    assert page.targets.accessibleName()
