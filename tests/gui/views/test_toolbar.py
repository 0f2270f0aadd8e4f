"""The bar on top."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.core.response import Response
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
