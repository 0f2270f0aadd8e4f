"""The line at the bottom."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.gui.views.status_bar import StatusBar


def texts(bar: StatusBar) -> list[str]:
    """What it says."""
    return [label.text() for label in bar.findChildren(QLabel) if label.text()]


def test_it_says_who_can_reach_it_and_what_there_is(qtbot: QtBot) -> None:
    """Reach first, then captures and their size; refusals only where there were any."""
    bar = StatusBar()
    qtbot.addWidget(bar)
    assert texts(bar) == ["Starting…", "No captures yet"]

    bar.show_health(Health(listening=("http://127.0.0.1:8765",)))
    bar.show_store(1204, 14_000_000)
    assert texts(bar) == ["Listening on this machine only", "1,204 captures", "14.0 MB"]

    bar.show_health(Health(listening=("http://0.0.0.0:8765",), exposed=True, refused=2))
    assert "Your network can reach it" in texts(bar)
    assert "2 requests refused" in texts(bar)

    bar.show_health(Health())
    assert texts(bar)[0] == "Not listening"


def test_arrivals_are_counted_by_the_minute(qtbot: QtBot) -> None:
    """The sparkline stands behind the size."""
    bar = StatusBar()
    qtbot.addWidget(bar)
    bar.show()
    bar.show_arrivals(7)

    assert "7 / min" in texts(bar)
