"""The usual samples, one click each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.samples.sample_buttons import USUAL, SampleButtons
from inspector.providers.samples.registry import find_sample
from tests.gui.stage import FACES, colours


def test_every_usual_sample_exists() -> None:
    """What a button promises can be sent, and it bears the monogram that its captures will have."""
    assert [one for one in USUAL if find_sample(one[0], one[1]) is None] == []
    assert [one for one in USUAL if FACES(one[0]).monogram != one[3]] == []


def test_each_button_asks_for_its_event_and_the_last_for_more(qtbot: QtBot) -> None:
    """By mouse and by keyboard, each under its words."""
    buttons = SampleButtons()
    qtbot.addWidget(buttons)
    buttons.show()
    asked: list[tuple[str, str]] = []
    buttons.sample_wanted.connect(lambda provider, event: asked.append((provider, event)))
    made = [button for button in buttons.findChildren(QPushButton) if button is not buttons.more]
    for button in made:
        qtbot.keyClick(button, Qt.Key.Key_Space)

    assert asked == [(provider, event) for provider, event, _, _ in USUAL]
    assert [button.accessibleName() for button in made] == [text for _, _, text, _ in USUAL]
    with qtbot.waitSignal(buttons.more_wanted):
        qtbot.mouseClick(buttons.more, Qt.MouseButton.LeftButton)


def test_no_word_is_cut_and_the_monogram_is_painted(qtbot: QtBot, qapp: QApplication) -> None:
    """A button is as wide as its words and its chip need."""
    buttons = SampleButtons()
    qtbot.addWidget(buttons)
    buttons.resize(400, 200)
    buttons.show()
    theme.apply(qapp, "dark")
    for button in buttons.findChildren(QPushButton):
        assert button.width() >= button.fontMetrics().horizontalAdvance(button.text()) + theme.px(20)
        if button is not buttons.more:
            assert theme.tokens().chip.name() in colours(button)
