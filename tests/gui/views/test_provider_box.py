"""A choice of one provider among many."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.gui.faces import faces_of
from inspector.gui.views.provider_box import ProviderBox
from inspector.providers.registry import PROVIDERS

NAMES = [("stripe", "Stripe"), ("github", "GitHub"), ("paddle", "Paddle Billing"), ("paddle-classic", "Paddle Classic")]


def box_of(qtbot: QtBot) -> ProviderBox:
    """A box with four providers."""
    box = ProviderBox(faces_of(NAMES), [name for name, _ in NAMES])
    qtbot.addWidget(box)
    box.show()
    return box


def test_letters_find_a_provider_wherever_they_stand(qtbot: QtBot) -> None:
    """What is typed narrows the list; a name or an id that is written out counts, in capitals or not."""
    box = box_of(qtbot)
    assert box.provider == ""
    assert [box.itemText(row) for row in range(box.count())] == ["GitHub", "Paddle Billing", "Paddle Classic", "Stripe"]
    with qtbot.waitSignal(box.provider_changed):
        QTest.keyClicks(box, "class")
    completer = box.completer()
    assert completer is not None
    assert (box.provider, box.fits, completer.completionCount()) == ("", True, 1)
    box.choose("github")
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "PADDLE classic")

    assert box.provider == "paddle-classic"
    box.setEditText("stripe")
    assert box.provider == "stripe"
    box.setEditText("nobody")
    assert (box.provider, box.fits) == ("", False)


def test_providers_of_ones_own(qtbot: QtBot) -> None:
    """They are written as they are called, and shown where a secret of theirs is replaced."""
    box = box_of(qtbot)
    box.choose("custom:shop")
    assert box.provider == "custom:shop"
    box.setEditText("custom:")
    assert box.provider == ""


def test_every_provider_can_be_chosen(qtbot: QtBot) -> None:
    """By the name it has in the window."""
    faces = faces_of((provider.id, provider.name) for provider in PROVIDERS)
    box = ProviderBox(faces, [provider.id for provider in PROVIDERS])
    qtbot.addWidget(box)

    for provider in PROVIDERS:
        box.setEditText(faces(provider.id).label)
        assert box.provider == provider.id
