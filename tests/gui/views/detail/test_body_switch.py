"""The kinds as buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from inspector.gui.views.detail.body_switch import BodySwitch, label_of


def test_offers_chooses_and_marks(qtbot: QtBot) -> None:
    """One button a kind; a press says which; exactly the one that is shown is marked."""
    switch = BodySwitch()
    qtbot.addWidget(switch)
    switch.show_kinds(("json", "tree", "hex"), "1.2 KB")
    switch.show_chosen("json")
    switch.show()
    buttons = [button for button in switch.findChildren(QToolButton) if not button.isHidden()]
    assert ["JSON", "Tree", "Hex"] == [button.text() for button in buttons]
    with qtbot.waitSignal(switch.chosen) as chosen:
        qtbot.mouseClick(buttons[2], Qt.MouseButton.LeftButton)
    assert ["hex"] == chosen.args
    switch.show_chosen("tree")

    assert [False, True, False] == [button.isChecked() for button in buttons]


def test_other_kinds_take_the_place(qtbot: QtBot) -> None:
    """Buttons of the body before are gone at once."""
    switch = BodySwitch()
    qtbot.addWidget(switch)
    switch.show_kinds(("json", "tree", "text", "hex"), "")
    switch.show_kinds(("text", "hex"), "")
    switch.show()

    assert ["Text", "Hex"] == [button.text() for button in switch.findChildren(QToolButton) if button.isVisible()]


def test_every_kind_has_a_label() -> None:
    """What has no view of that name is named as it is."""
    assert ("Parts", "Tree", "strange") == (label_of("multipart"), label_of("tree"), label_of("strange"))
