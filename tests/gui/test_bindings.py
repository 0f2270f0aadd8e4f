"""Keys over keys: what the user wrote, what is ignored of it, and what no command may have."""

import pytest
from PySide6.QtCore import QKeyCombination, Qt

from inspector.gui import bindings

USUAL = {"pin": ("Ctrl+P", "M"), "resend": ("Ctrl+R", "R"), "preferences": ("Ctrl+,",), "note": ()}


def test_entries_take_the_place_of_the_usual_keys() -> None:
    """A comma is a key too; nothing behind the sign takes the keys away."""
    found = bindings.read(["preferences=Ctrl+,, F9", "pin=", "note=Ctrl+P"], USUAL)

    assert found.keys == {"pin": (), "resend": ("Ctrl+R", "R"), "preferences": ("Ctrl+,", "F9"), "note": ("Ctrl+P",)}
    assert found.remarks == ()
    assert found.owner("Ctrl+P") == "note"
    assert found.owner("Ctrl+Q") is None


@pytest.mark.parametrize(
    ("entry", "why"),
    [
        ("nothing=F9", "no command has this name"),
        ("pin", "no command has this name"),
        ("pin=Ctrl+Nonsense", "no key"),
        ("pin=Ctrl+D", "Delete in text fields"),
        ("pin=Ctrl+R", "belongs to “resend”"),
        ("pin=Return", "Lists and fields need"),
    ],
)
def test_what_cannot_be_used_is_ignored_and_named(entry: str, why: str) -> None:
    """The command keeps its usual keys, and one sentence says why."""
    found = bindings.read([entry], USUAL)

    assert found.keys == USUAL
    assert len(found.remarks) == 1
    assert why in found.remarks[0]


def test_of_two_entries_for_one_key_the_first_counts() -> None:
    """Ignoring one may free nothing that another has taken."""
    found = bindings.read(["pin=F9", "note=F9"], USUAL)

    assert (found.keys["pin"], found.keys["note"]) == (("F9",), ())
    assert len(found.remarks) == 1


def test_an_entry_that_is_ignored_brings_back_a_key_that_another_took() -> None:
    """Then that other entry is ignored as well: no key ever does two things."""
    found = bindings.read(["note=Ctrl+P", "pin=Ctrl+D"], USUAL)

    assert found.keys == USUAL
    assert len(found.remarks) == 2


def test_what_is_written_is_read_back() -> None:
    """Only what differs is written."""
    keys = USUAL | {"pin": (), "note": ("Ctrl+P", ",")}
    entries = bindings.write(keys, USUAL)

    assert entries == ("pin=", "note=Ctrl+P, ,")
    assert bindings.read(entries, USUAL).keys == keys
    assert bindings.write(USUAL, USUAL) == ()


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier, "?"),
        (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, "Ctrl+Shift+C"),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, "Ctrl++"),
        (Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier, "Shift+F3"),
        (Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier, "Ctrl+1"),
    ],
)
def test_a_press_becomes_the_key_that_is_written(key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str) -> None:
    """Shift is part of a letter, and already in a sign."""
    assert bindings.pressed(QKeyCombination(modifiers, key)) == name
    assert bindings.portable(name) == name


def test_keys_that_write_are_told_from_those_that_do_not() -> None:
    """Only the first kind must not act while text is edited."""
    singles = [key for key in ("M", "?", "Space", "Shift+R", "F9", "Del", "Ctrl+M", "Alt+M") if bindings.is_single(key)]

    assert singles == ["M", "?", "Space", "Shift+R"]
    assert (bindings.native("M"), bindings.native("Ctrl+M")) == ("m", "Ctrl+M")
