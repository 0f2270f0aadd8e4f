"""The bar on top."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.core.response import Response
from inspector.gui import theme
from inspector.gui.fonts import sized
from inspector.gui.views.toolbar import STATUSES, ResponseButton, Toolbar

RUNS = Health(listening=("http://127.0.0.1:8765",))


def test_stop_and_start_ask_for_the_opposite_of_what_is(qtbot: QtBot) -> None:
    """The word on the button is what it does."""
    bar = Toolbar()
    qtbot.addWidget(bar)
    asked: list[bool] = []
    bar.listening_wanted.connect(asked.append)
    assert not bar.power.isEnabled()

    bar.show_health(RUNS)
    assert bar.power.text() == "Stop"
    qtbot.mouseClick(bar.power, Qt.MouseButton.LeftButton)
    bar.show_health(Health())
    assert bar.power.text() == "Start"
    qtbot.mouseClick(bar.power, Qt.MouseButton.LeftButton)
    assert asked == [False, True]

    bar.show_engine_gone()
    assert not bar.power.isEnabled()


def test_the_response_is_amber_unless_it_is_the_default(qtbot: QtBot) -> None:
    """Senders that are told an error for hours are seen at a glance."""
    bar = Toolbar()
    qtbot.addWidget(bar)
    bar.show_health(RUNS)
    assert (bar.response.text(), bar.response.property("role")) == ("Response 200 ▾", "")

    bar.show_health(Health(listening=RUNS.listening, response=Response(status=503)))
    assert (bar.response.text(), bar.response.property("role")) == ("Response 503 ▾", "warn")


def test_every_status_can_be_chosen(qtbot: QtBot) -> None:
    """The menu says what each means and marks the one in force."""
    button = ResponseButton()
    qtbot.addWidget(button)
    wanted: list[int] = []
    button.wanted.connect(wanted.append)
    button.show_status(404)

    actions = button.choices.actions()
    assert [action.data() for action in actions] == list(STATUSES)
    assert [action.data() for action in actions if action.isChecked()] == [404]
    assert "404  Not Found" in [action.text() for action in actions]
    actions[-1].trigger()
    assert wanted == [503]


def test_every_button_has_a_name(qtbot: QtBot) -> None:
    """Those who hear the window know what each button does."""
    bar = Toolbar()
    qtbot.addWidget(bar)
    bar.show_health(RUNS)

    nameless = [
        button for button in bar.findChildren(QAbstractButton) if not (button.text() or button.accessibleName())
    ]
    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut_at_1280(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    """With a long public URL and large fonts every button still shows its words, and the filter has room."""
    before = theme.THEME.fonts
    theme.THEME._fonts = replace(before, text=sized(before.text, scale), mono=sized(before.mono, scale), scale=scale)
    theme._sized.cache_clear()
    try:
        bar = Toolbar()
        qtbot.addWidget(bar)
        bar.setFont(theme.text_font())
        bar.resize(1280, theme.px(48))
        bar.show_health(RUNS)
        bar.url.show_public("https://a-rather-long-name-made-of-words.trycloudflare.com")
        bar.show()

        assert bar.minimumSizeHint().width() <= 1280
        for button in (bar.power, bar.response, bar.sample):
            assert button.width() >= button.sizeHint().width()
        assert bar.filter.width() >= theme.px(150)
        assert bar.sample.geometry().right() < 1280
    finally:
        theme.THEME._fonts = before
        theme._sized.cache_clear()


def test_a_sample_is_one_click_away(qtbot: QtBot) -> None:
    """The button at the right asks for the dialog."""
    bar = Toolbar()
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.sample_wanted):
        qtbot.mouseClick(bar.sample, Qt.MouseButton.LeftButton)
