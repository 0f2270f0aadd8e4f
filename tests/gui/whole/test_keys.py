"""Every key, pressed in a real window over a real engine, and what it did."""

from pathlib import Path

from inspector.gui import bindings
from inspector.gui.commands.registry import COMMANDS
from inspector.gui.life import Parts
from tests.gui.stage import Loop, until
from tests.gui.test_application import parts
from tests.gui.whole.effects import EFFECTS
from tests.gui.whole.effects_on_captures import Check
from tests.gui.whole.effects_on_window import find_bar, follow, leave, steps
from tests.gui.whole.playing import Act, Turn, play
from tests.gui.whole.scene import Scene

__all__ = ["parts"]

COMMAND_KEYS = {
    "Ctrl+F": "filter", "/": "to-filter", "F3": "find-next", "J": "next", "K": "previous", "]": "next-unread",
    "[": "previous-unread", "F": "follow", "Space": "freeze", "F6": "next-pane", "Ctrl+P": "pin", "M": "pin",
    "Del": "remove", "Ctrl+Z": "undo", "Ctrl+Shift+Del": "remove-all", "Ctrl+E": "listen", "Ctrl+R": "resend",
    "R": "resend", "E": "edit", "Ctrl+Shift+C": "copy-curl", "Ctrl+C": "copy-text", "Ctrl+L": "copy-url",
    "Ctrl+S": "export-selection", "Ctrl+Shift+T": "sample", "Ctrl+,": "preferences", "F11": "full-screen",
    "Ctrl+K": "palette", "?": "keys", "F1": "keys", **{f"Ctrl+{page}": f"page-{page}" for page in range(1, 7)},
}  # fmt: skip
"""The keys that people are promised, and the command of each."""


async def into_the_detail(s: Scene) -> None:
    """The keyboard is in the detail."""
    await s.act()
    await until(lambda: s.window.in_detail)


def in_the_filter(check: Check) -> Check:
    """The same while the filter is being written."""

    async def checked(s: Scene) -> None:
        s.window.focus_filter()
        await until(s.window.toolbar.filter.hasFocus)
        await check(s)

    return checked


LIST_KEYS: dict[str, tuple[str, Check]] = {
    "Down": ("Down", steps(1)),
    "Up": ("Up", steps(-1)),
    "Return": ("Return", into_the_detail),
    "Esc": ("Esc", leave),
    "Home": ("Home", follow),
    "Ctrl+F in the body": ("Ctrl+F", find_bar),
    "Ctrl+E in the filter": ("Ctrl+E", in_the_filter(EFFECTS["listen"])),
    "Ctrl+K in the filter": ("Ctrl+K", in_the_filter(EFFECTS["palette"])),
    "Ctrl+R in the filter": ("Ctrl+R", in_the_filter(EFFECTS["resend"])),
}
"""What keys do that belong to no command, or that do something else where the keyboard is."""


def pressing(key: str) -> Act:
    """The press of a key."""
    return lambda scene: scene.press(key)


def test_every_promised_key_belongs_to_its_command() -> None:
    """And Ctrl+D, which is Delete in Qt, to none."""
    keys = {bindings.portable(key): one.name for one in COMMANDS for key in (*one.keys, *one.letters)}

    assert {key: keys.get(bindings.portable(key)) for key in COMMAND_KEYS} == COMMAND_KEYS
    assert "Ctrl+D" not in keys


def test_every_command_has_a_check_of_its_effect() -> None:
    """And no check is left over from a command that is gone."""
    assert set(EFFECTS) == {one.name for one in COMMANDS}


def test_every_key_does_what_it_says(loop: Loop, parts: Parts, tmp_path: Path) -> None:
    """In the store, on the clipboard, in a file or in the window; a key without a check of its effect fails."""
    keys = {key: one.name for one in COMMANDS for key in (*one.keys, *one.letters)}
    unchecked = {key for key, name in keys.items() if name not in EFFECTS}
    last = [key for key, name in keys.items() if name == "close"]

    def turns(scene: Scene) -> list[Turn]:
        own = [(name, pressing(key), check) for name, (key, check) in LIST_KEYS.items()]
        ordered = [key for key in keys if key not in {*last, *unchecked}] + last[:1]
        return [*own, *((key, pressing(key), EFFECTS[keys[key]]) for key in ordered)]

    failed = play(loop, parts, tmp_path, turns)

    assert unchecked == set()
    assert failed == {}
