"""The filter's field."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.filter_bar import FilterBar
from tests.gui.stage import colours


def bar_of(qtbot: QtBot) -> FilterBar:
    """A field with the keyboard."""
    bar = FilterBar()
    qtbot.addWidget(bar)
    bar.resize(600, 32)
    bar.show()
    qtbot.waitExposed(bar)
    bar.setFocus()
    return bar


def test_a_filter_is_wanted_a_moment_after_the_last_key(qtbot: QtBot) -> None:
    """Typing a word asks once."""
    bar = bar_of(qtbot)
    wanted: list[str] = []
    bar.wanted.connect(wanted.append)

    with qtbot.waitSignal(bar.wanted):
        QTest.keyClicks(bar, "push")

    assert wanted == ["push"]


def test_enter_asks_at_once_and_goes_to_the_list(qtbot: QtBot) -> None:
    """Nobody waits who pressed Enter."""
    bar = bar_of(qtbot)
    left: list[bool] = []
    bar.left.connect(lambda: left.append(True))
    bar.setText("event:push")

    with qtbot.waitSignal(bar.wanted, timeout=100) as caught:
        QTest.keyClick(bar, Qt.Key.Key_Return)

    assert caught.args == ["event:push"]
    assert left == [True]


def test_escape_clears_then_leaves(qtbot: QtBot) -> None:
    """The first takes the filter away, the second the keyboard."""
    bar = bar_of(qtbot)
    bar.setText("x")
    left: list[bool] = []
    bar.left.connect(lambda: left.append(True))

    with qtbot.waitSignal(bar.wanted, timeout=100) as caught:
        QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert caught.args == [""]
    assert left == []

    QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert left == [True]


def test_what_cannot_be_read_is_marked_in_its_place(qtbot: QtBot) -> None:
    """The letters from there on are red, the field has a red edge, and mending takes both away."""
    bar = bar_of(qtbot)
    red = theme.tokens().invalid.name()
    bar.setText("provider:stripe statu:4")
    assert red not in colours(bar)

    bar.mark(16)
    assert bar.property("invalid") is True
    assert red in colours(bar)

    bar.mark(None)
    assert red not in colours(bar)


def test_a_suggestion_takes_the_place_of_what_was_begun(qtbot: QtBot) -> None:
    """Names of terms and values that were seen are offered with what they mean."""
    bar = bar_of(qtbot)
    bar.show_known({"provider": ["stripe", "github"]})
    QTest.keyClicks(bar, "push prov")
    assert bar.offered()[0].startswith("provider:")

    bar.take(0)
    assert bar.text() == "push provider:"

    QTest.keyClicks(bar, "gi")
    assert [line.split()[0] for line in bar.offered()] == ["github"]
    bar.take(0)
    assert bar.text() == "push provider:github"
    assert bar.offered() == []


def test_the_count_stands_inside_and_is_never_written_over(qtbot: QtBot) -> None:
    """The text has its own room."""
    bar = bar_of(qtbot)
    bar.show_count("1,204")

    assert bar.textMargins().right() > 0
    bar.show_filter("x" * 300)
    assert bar.count_text == "1,204"
