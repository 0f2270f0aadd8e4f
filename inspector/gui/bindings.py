"""Which key does what: the defaults of the commands, and over them what the user changed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from inspector.gui import words

BETWEEN = ", "
"""Between two keys of one command; `Ctrl+,` is a key too, so a comma alone does not part them."""
FIRST_WITHOUT_CHARACTER = 0x01000000
"""Qt's codes from here on are keys that write nothing: arrows, Home, F5."""
WITH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier

REFUSED: dict[str, str] = {
    "Ctrl+D": "Ctrl+D is Delete in text fields on some systems; it is never a command.",
    "Ctrl+A": "Ctrl+A selects everything.",
    "Ctrl+V": "Ctrl+V pastes.",
    "Ctrl+X": "Ctrl+X cuts.",
    "Ctrl+Return": "Ctrl+Enter sends in the editor.",
    "Ctrl+Enter": "Ctrl+Enter sends in the editor.",
}
TAKEN = ("Esc", "Return", "Enter", "Tab", "Backspace", "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown")
"""Keys that lists and fields need, with Shift too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bindings:
    """Keys by the name of the command, in the form of `settings.toml`, and what could not be used of that file."""

    keys: Mapping[str, tuple[str, ...]]
    remarks: tuple[str, ...] = ()

    def owner(self, key: str) -> str | None:
        """The command that a key belongs to."""
        return next((name for name, keys in self.keys.items() if key in keys), None)


def read(entries: Iterable[str], usual: Mapping[str, tuple[str, ...]]) -> Bindings:
    """The keys in force over the usual ones; an entry that cannot be read, or that takes a key from another command, is
    left out and named.
    """
    chosen: dict[str, tuple[str, ...]] = {}
    remarks: list[str] = []
    for entry in entries:
        name, equals, text = entry.partition("=")
        name = name.strip()
        keys = tuple(dict.fromkeys(portable(key) for key in text.strip().split(BETWEEN) if key.strip()))
        wrong = next((reason for key in keys if (reason := refusal(key))), "")
        if not equals or name not in usual:
            remarks.append(words.tr("“%1”: no command has this name.").replace("%1", entry))
        elif wrong:
            remarks.append(f"“{entry}”: {wrong}")
        else:
            chosen[name] = keys
    while clash := _clash({**usual, **chosen}, chosen):
        name, key, other = clash
        del chosen[name]
        text = words.tr("“%1”: %2 belongs to %3 already.").replace("%1", name)
        remarks.append(text.replace("%2", native(key)).replace("%3", f"“{other}”"))
    return Bindings(keys={**usual, **chosen}, remarks=tuple(remarks))


def write(keys: Mapping[str, tuple[str, ...]], usual: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The entries for `settings.toml`: what differs from the usual keys."""
    return tuple(f"{name}={BETWEEN.join(keys[name])}" for name in usual if keys[name] != usual[name])


def portable(key: str) -> str:
    """A key as it is written in files, the same on every system; empty for what is no key."""
    return QKeySequence(key.strip(), QKeySequence.SequenceFormat.PortableText).toString()


def native(key: str) -> str:
    """A key as it stands on the keyboard; a single letter small, as it is pressed."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return text.lower() if len(text) == 1 else text


def is_single(key: str) -> bool:
    """Whether a key writes a character and needs neither Ctrl, Alt nor Meta: it must not act while text is edited."""
    combination = _combination(key)
    return combination.key().value < FIRST_WITHOUT_CHARACTER and not combination.keyboardModifiers() & WITH


def refusal(key: str) -> str:
    """Why a key cannot be given to a command, as a sentence; empty where it can."""
    sequence = QKeySequence(key)
    if not key or sequence.count() != 1 or _combination(key).key() == Qt.Key.Key_unknown:
        return words.tr("This is no key that a command can have.")
    if key in REFUSED:
        return words.tr(REFUSED[key])
    if key.removeprefix("Shift+") in (*TAKEN, "Backtab"):
        return words.tr("Lists and fields need %1.").replace("%1", native(key))
    return ""


def pressed(combination: QKeyCombination) -> str:
    """The key that was pressed; Shift is left out where the character says it already: `?`, not `Shift+?`."""
    key, modifiers = combination.key(), combination.keyboardModifiers()
    modifiers &= ~Qt.KeyboardModifier.KeypadModifier
    letter = Qt.Key.Key_A.value <= key.value <= Qt.Key.Key_Z.value
    if key.value < FIRST_WITHOUT_CHARACTER and not letter and key != Qt.Key.Key_Space:
        modifiers &= ~Qt.KeyboardModifier.ShiftModifier
    return QKeySequence(QKeyCombination(modifiers, key)).toString()


def _combination(key: str) -> QKeyCombination:
    combination = QKeySequence(key)[0]  # type: ignore[index]
    assert isinstance(combination, QKeyCombination)
    return combination


def _clash(keys: Mapping[str, tuple[str, ...]], chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, str, str] | None:
    """A changed command, one of its keys, and the other that has it; the later of two changed ones gives way."""
    owners: dict[str, str] = {}
    unchanged = [name for name in keys if name not in chosen]
    for name in (*unchanged, *chosen):
        for key in keys[name]:
            if owners.setdefault(key, name) != name:
                return name, key, owners[key]
    return None
