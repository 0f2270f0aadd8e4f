"""Messages above the list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.notice_bar import MOST, Notice, NoticeBar, NoticeRow
from tests.gui.stage import colours


def bar_of(qtbot: QtBot) -> NoticeBar:
    """An empty bar in a window."""
    bar = NoticeBar()
    qtbot.addWidget(bar)
    bar.resize(800, 100)
    return bar


def test_a_message_takes_the_place_of_the_one_with_its_key(qtbot: QtBot) -> None:
    """The same thing is not said twice, and an empty bar takes no room."""
    bar = bar_of(qtbot)
    assert bar.isHidden()

    bar.post(Notice(text="one", key="a"))
    bar.post(Notice(text="two", key="a"))
    bar.post(Notice(text="other", key="b"))
    assert [notice.text for notice in bar.notices()] == ["two", "other"]
    assert not bar.isHidden()

    bar.withdraw("a")
    bar.withdraw("b")
    assert bar.isHidden()


def test_a_message_without_a_key_is_not_said_beside_one_of_the_same_words(qtbot: QtBot) -> None:
    """The one with what can be done about it stays."""
    bar = bar_of(qtbot)
    bar.post(Notice(text="The store is newer.", key="problem", actions=(("Try again", lambda: None),)))
    bar.post(Notice(text="The store is newer."))
    assert [notice.key for notice in bar.notices()] == ["problem"]

    bar.post(Notice(text="Something else."))
    assert len(bar.notices()) == 2


def test_a_button_acts_and_a_cross_closes(qtbot: QtBot) -> None:
    """Both take the message away, and both can be reached by name."""
    bar = bar_of(qtbot)
    acted: list[bool] = []
    bar.post(Notice(text="removed", actions=(("Undo", lambda: acted.append(True)),)))
    bar.post(Notice(text="other"))
    buttons = bar.findChildren(QPushButton)
    assert [button.text() for button in buttons] == ["Undo"]

    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert acted == [True]
    assert [notice.text for notice in bar.notices()] == ["other"]

    cross = bar.findChildren(NoticeRow)[-1].findChildren(QToolButton)[0]
    assert cross.accessibleName()
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert bar.notices() == ()


def test_a_state_cannot_be_closed(qtbot: QtBot) -> None:
    """What holds on stays, also after its button was pressed."""
    bar = bar_of(qtbot)
    bar.post(Notice(text="stopped", key="s", closable=False, actions=(("Start", lambda: None),)))
    assert bar.findChildren(QToolButton) == []

    qtbot.mouseClick(bar.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert len(bar.notices()) == 1


def test_the_bar_stays_low(qtbot: QtBot) -> None:
    """A burst of messages leaves the newest few, and what cannot be closed."""
    bar = bar_of(qtbot)
    bar.post(Notice(text="state", closable=False))
    for number in range(10):
        bar.post(Notice(text=str(number)))

    assert [notice.text for notice in bar.notices()] == ["state", "8", "9"]
    assert len(bar.notices()) == MOST


def test_one_with_a_time_goes_by_itself(qtbot: QtBot) -> None:
    """Nobody has to close what is only said."""
    bar = bar_of(qtbot)
    bar.post(Notice(text="copied", seconds=0.01))

    qtbot.waitUntil(lambda: bar.notices() == ())


def test_markup_in_a_message_is_text(qtbot: QtBot) -> None:
    """A target's error that looks like HTML is shown as it is."""
    bar = bar_of(qtbot)
    bar.post(Notice(text="<b>valid</b>"))

    label = bar.findChildren(QLabel)[0]
    assert label.text() == "<b>valid</b>"
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_ground_is_that_of_its_kind_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    """A message that stands while the theme changes changes with it."""
    bar = bar_of(qtbot)
    bar.show()
    bar.post(Notice(text="bad", kind="failed"))
    qtbot.waitUntil(lambda: theme.tokens().invalidbg.name() in colours(bar))

    light = theme.tokens().invalidbg.name()
    theme.apply(qapp, "dark")
    assert theme.tokens().invalidbg.name() in colours(bar)
    assert light not in colours(bar)
