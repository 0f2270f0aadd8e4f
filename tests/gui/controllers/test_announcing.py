"""What is said of arrivals."""

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector.gui.controllers import announcing
from inspector.gui.controllers.announcing import Announcing, speak


def test_many_arrivals_are_said_together(qtbot: QtBot) -> None:
    """The first at once; those that come while it is being said, in one sentence after it."""
    said: list[str] = []
    about = QObject()
    announcing_ = Announcing(about, lambda of, text: said.append(text))
    announcing_._rest.setInterval(20)

    announcing_.captured(1)
    for _ in range(100):
        announcing_.captured(12)
    assert said == ["1 new capture"]

    qtbot.waitUntil(lambda: len(said) == 2)
    assert said[1] == "1,200 new captures"
    qtbot.wait(60)
    assert len(said) == 2


def test_nobody_who_listens_costs_nothing(qtbot: QtBot) -> None:
    """Without a screen reader nothing is sent anywhere; with one Qt takes the event."""
    speak(QObject(), "1 new capture")

    assert announcing.PAUSE >= 1000
