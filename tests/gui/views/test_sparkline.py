"""Arrivals as small bars."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.sparkline import BARS, SECONDS, Sparkline, Tally
from tests.gui.stage import colours


class Clock:
    """Goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_tally_counts_by_the_bar_and_forgets() -> None:
    """Ten seconds a bar, a minute is six of them, and after two minutes nothing is left."""
    clock = Clock()
    tally = Tally(clock)
    tally.add(3)
    clock.now += SECONDS
    tally.add(2)
    assert tally.bars == (0,) * (BARS - 2) + (3, 2)
    assert tally.minute == 5
    assert 0 < tally.until_next <= SECONDS

    clock.now += 5 * SECONDS
    tally.move_on()
    assert tally.minute == 2
    clock.now += 1e6
    tally.move_on()
    assert tally.bars == (0,) * BARS


def test_it_wakes_only_while_there_is_something_to_see(qtbot: QtBot) -> None:
    """Neither an idle window nor a hidden one has a timer."""
    clock = Clock()
    line = Sparkline(clock=clock)
    qtbot.addWidget(line)
    line.show()
    assert not line.timer.isActive()

    line.add(41)
    assert line.rate == "41 / min"
    assert line.timer.isActive()
    line.hide()
    assert not line.timer.isActive()
    line.add(1)
    assert not line.timer.isActive()

    line.show()
    assert line.rate == "42 / min"
    assert line.timer.isActive()
    clock.now += 2 * BARS * SECONDS
    line.timer.timeout.emit()
    assert line.rate == ""
    assert not line.timer.isActive()


def test_the_bars_are_painted_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    """Muted bars over a line for what was quiet."""
    line = Sparkline()
    qtbot.addWidget(line)
    line.show()
    line.add(5)
    for scheme in ("light", "dark"):
        theme.apply(qapp, scheme)
        assert {theme.tokens().muted.name(), theme.tokens().border.name()} <= colours(line)
