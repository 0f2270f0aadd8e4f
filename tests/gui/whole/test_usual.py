"""A walk through the window in light and one in dark: what is seen can be read, and what is reached has a name."""

from PySide6.QtWidgets import QApplication, QDialog

from inspector.gui import theme
from tests.gui.whole.conftest import MakeStage
from tests.gui.whole.histories import usual
from tests.gui.whole.readable import read
from tests.gui.whole.reading_order import disorder
from tests.gui.whole.spoken import heard
from tests.gui.whole.tour import is_foreign, report, shown_windows, visit


def test_everything_has_a_name_can_be_read_and_reached_in_order(whole: MakeStage) -> None:
    """Every part as a screen reader walks them; every word with 4.5 : 1, icons and edges with 3 : 1; Tab as one reads.

    In light, in every state of the window.
    """
    stage = whole(usual())
    found: dict[str, str] = {}
    words = names = dialogs = 0
    for state in visit(stage):
        for window in shown_windows():
            if is_foreign(window):
                continue
            seen, named = read(window) if not state.startswith("after ") else [], heard(window)
            order = disorder(stage, window) if isinstance(window, QDialog) else []
            words, names, dialogs = words + len(seen), names + len(named), dialogs + isinstance(window, QDialog)
            found = dict.fromkeys(filter(None, (*seen, *named, *order)), state) | found

    assert theme.tokens().scheme == "light"
    assert words > 5_000
    assert names > 3_000
    assert dialogs > 5
    report(found)


def test_everything_can_be_read_in_the_dark(whole: MakeStage, qapp: QApplication) -> None:
    """4.5 : 1 for every word of every page, list, message and dialog; 3 : 1 for icons and the edges of fields."""
    theme.apply(qapp, "dark")
    stage = whole(usual())
    stage.press("theme-dark")
    found: dict[str, str] = {}
    words = 0
    for state in visit(stage):
        for window in shown_windows() if not state.startswith("after ") else ():
            if not is_foreign(window):
                seen = read(window)
                words += len(seen)
                found = dict.fromkeys(filter(None, seen), state) | found

    assert theme.tokens().scheme == "dark"
    assert words > 5_000
    report(found)
