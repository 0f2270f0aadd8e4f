"""The dialog that searches how a capture was signed."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from inspector.core.custom_wishes import FoundScheme, SchemesFound
from inspector.core.recipe import Recipe
from inspector.gui.views.custom.scheme_dialog import SchemeDialog

ONE = FoundScheme(recipe=Recipe(name="one"), words="S: hex(HMAC-SHA256(secret, “{body}”))", secret="given")
TWO = FoundScheme(recipe=Recipe(name="two"), words="T & <b>", secret="given")


def dialog_of(qtbot: QtBot, kept: int = 0) -> SchemeDialog:
    """Open, about a capture whose path is odd."""
    dialog = SchemeDialog("capture 7 (/<b>\u202e)", kept)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def test_a_search_needs_a_secret(qtbot: QtBot) -> None:
    """One that is typed, or those that are kept."""
    dialog = dialog_of(qtbot)
    assert not dialog.search.isEnabled()
    QTest.keyClicks(dialog.secret, "s3")
    with qtbot.waitSignal(dialog.search_wanted) as wanted:
        QTest.keyClick(dialog.secret, Qt.Key.Key_Return)
    assert wanted.args == ["s3"]

    with qtbot.waitSignal((kept := dialog_of(qtbot, 2)).search_wanted) as wanted:
        kept.search.click()
    assert wanted.args == [""]


def test_a_search_can_be_stopped(qtbot: QtBot) -> None:
    """By the same button, and by closing the dialog."""
    dialog = dialog_of(qtbot, 1)
    dialog.search.click()
    assert dialog.search.text() == "Stop"
    with qtbot.waitSignal(dialog.stop_wanted):
        dialog.search.click()
    with qtbot.waitSignal(dialog.stop_wanted):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    again = dialog_of(qtbot, 1)
    again.show_found(SchemesFound(sentence="No match."))
    with qtbot.assertNotEmitted(again.stop_wanted):
        again.reject()


def test_what_was_found_is_offered(qtbot: QtBot) -> None:
    """The chosen one becomes a provider, with the secret that found it."""
    dialog = dialog_of(qtbot)
    dialog.secret.setText("s3")
    dialog.search.click()
    dialog.secret.setText("another")
    dialog.show_found(SchemesFound(found=(ONE, TWO), tried=20, sentence="Found."))
    assert dialog.answer.tone == "valid"
    assert dialog.search.text() == "Search"
    ways = [one for one in dialog.findChildren(QRadioButton) if one.isVisible()]
    assert [one.text() for one in ways] == [ONE.words, "T && <b>"]
    ways[1].click()
    with qtbot.waitSignal(dialog.create_wanted) as wanted:
        dialog.offer.click()

    assert wanted.args == [TWO, "s3"]
    assert not dialog.isVisible()


def test_nothing_is_offered_where_nothing_matches(qtbot: QtBot) -> None:
    """The answer says how many ways were tried; why none could be is said too."""
    dialog = dialog_of(qtbot, 1)
    dialog.show_found(SchemesFound(found=(ONE,)))
    assert dialog.offer.isVisible()
    dialog.show_found(SchemesFound(tried=2593, sentence="No match: 2,593 ways were tried."))

    assert "2,593" in dialog.answer.sentence.text()
    assert not dialog.offer.isVisible()
    assert dialog.chosen is None
    dialog.show_problem("There is no capture 7.")
    assert "no capture" in dialog.answer.sentence.text()
