"""Characters that cannot be seen or that turn direction, each under a stand-in while a text is being edited.

A stand-in is a private character that every font shows as a small box. Unlike a mark it can be turned back, so that
nothing of a text is lost where its reader does not touch it.
"""

from inspector.gui.plain import MARKS

FIRST = 0xF500
"""The first stand-in, in the private use area."""

ALSO = (0xFDD0, 0xFDD1, 0xFFFC)
"""What a document of Qt takes for borders of its own."""

_HIDDEN = sorted({*MARKS, *ALSO} - {ord("\t"), ord("\n")})
_STAND_INS = {code: FIRST + place for place, code in enumerate(_HIDDEN)}
_BACK = {stand_in: code for code, stand_in in _STAND_INS.items()}

LAST = FIRST + len(_HIDDEN) - 1


def can_stand_in(text: str) -> bool:
    """Whether a text can be turned into stand-ins and back: it holds none by itself."""
    return text.isascii() or not any(FIRST <= ord(char) <= LAST for char in set(text))


def to_stand_ins(text: str) -> str:
    """The same number of characters, with a stand-in for each that could not be seen. Tabs and line feeds stay."""
    return text.translate(_STAND_INS)


def from_stand_ins(text: str) -> str:
    """The text as it was."""
    return text if text.isascii() else text.translate(_BACK)


def is_stand_in(char: str) -> bool:
    """Whether a character stands for another."""
    return FIRST <= ord(char) <= LAST
