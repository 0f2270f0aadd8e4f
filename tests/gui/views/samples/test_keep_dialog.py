"""Making a sample of a capture."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.gui.views.samples.keep_dialog import KeepSampleDialog


def opened(qtbot: QtBot, *secrets: str) -> tuple[KeepSampleDialog, list[tuple[str, str]]]:
    """The dialog for capture 17, and what it gives."""
    dialog = KeepSampleDialog("Stripe", "invoice.paid", ("Big one",), secrets, number=17)
    qtbot.addWidget(dialog)
    given: list[tuple[str, str]] = []
    dialog.given.connect(lambda title, event: given.append((title, event)))
    dialog.open()
    return dialog, given


def test_it_offers_a_name_and_the_event(qtbot: QtBot) -> None:
    """Both can be changed."""
    dialog, given = opened(qtbot)
    dialog.keep.click()
    again, more = opened(qtbot)
    again.title.setText(" Mine ")
    again.event_field.setText("x.y")
    again.keep.click()

    assert (given, more) == ([("invoice.paid #17", "invoice.paid")], [("Mine", "x.y")])


def test_a_name_is_given_once(qtbot: QtBot) -> None:
    """One that is taken, or none, cannot be kept."""
    dialog, given = opened(qtbot)
    for title in ("big ONE", "  "):
        dialog.title.setText(title)
        assert not dialog.keep.isEnabled()
        dialog._give()

    assert given == []


def test_places_with_a_secret_are_named_before(qtbot: QtBot) -> None:
    """Without any nothing is said."""
    with_one, _ = opened(qtbot, "Authorization")
    without, _ = opened(qtbot)

    assert any("Authorization" in label.text() for label in with_one.findChildren(QLabel))
    assert not any("also holds" in label.text() for label in without.findChildren(QLabel))
