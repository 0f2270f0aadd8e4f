"""Every command, as a whole."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence

from inspector.gui.commands.registry import COMMANDS, find

NOT_YET = ("trigger", "compare", "diff", "forward", "tray", "notification")


def test_names_and_keys_are_unique() -> None:
    """No key does two things, and Ctrl+D, which deletes in Qt's fields, does nothing."""
    keys = Counter(QKeySequence(key).toString() for command in COMMANDS for key in (*command.keys, *command.letters))

    assert len({command.name for command in COMMANDS}) == len(COMMANDS)
    assert [key for key, uses in keys.items() if uses > 1] == []
    assert "Ctrl+D" not in keys
    assert "" not in keys


def test_what_does_not_work_yet_is_in_no_menu() -> None:
    """A command appears when it works."""
    texts = [command.text.lower() for command in COMMANDS]

    assert [text for text in texts for word in NOT_YET if word in text] == []


def test_a_command_is_found_by_name() -> None:
    """And a wrong name is a mistake of ours."""
    assert find("resend").text == "Resend"
    with pytest.raises(KeyError):
        find("nothing")
