"""Colours for one row of text at a time, from Pygments; no token of indented JSON spans rows."""

from functools import cache, lru_cache
from typing import TypeAlias

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Name, Number, Punctuation, String, _TokenType
from PySide6.QtGui import QTextCharFormat, QTextLayout

from inspector.bodies.shown import Language
from inspector.gui.tokens import Tokens

Span: TypeAlias = tuple[int, int, str]
"""Start, length, and the name of a colour of the tokens."""

COLOURS: tuple[tuple[_TokenType, str], ...] = (
    (Name.Tag, "key"),
    (Name.Attribute, "const"),
    (Name.Entity, "const"),
    (String, "string"),
    (Number, "number"),
    (Keyword, "const"),
    (Comment, "muted"),
    (Punctuation, "punct"),
)

LEXERS = ("json", "xml")
"""The languages that Pygments reads here."""

HEX_PLACE, HEX_TEXT = 8, 60
"""Where in a row of a dump the bytes begin, and where their text does."""


@lru_cache(maxsize=4096)
def spans(text: str, language: Language, continues: bool = False) -> tuple[Span, ...]:
    """The coloured parts of a row. One that continues a string of the row above is string as a whole."""
    if language == "hex":
        return ((0, HEX_PLACE, "muted"), (HEX_TEXT, max(0, len(text) - HEX_TEXT), "string"))
    if language == "json" and continues:
        return ((0, len(text), "string"),)
    if language not in LEXERS:
        return ()
    found: list[Span] = []
    for start, kind, part in _lexer(language).get_tokens_unprocessed(text):
        colour = next((name for token, name in COLOURS if kind in token), None)
        if colour is not None:
            found.append((start, len(part), colour))
    return tuple(found)


@cache
def _lexer(language: str) -> Lexer:
    """Loaded when it is first needed: the one of XML brings five more along."""
    return get_lexer_by_name(language, stripnl=False, ensurenl=False)


def formats(parts: tuple[Span, ...], colours: Tokens) -> list[QTextLayout.FormatRange]:
    """The same for a text layout, in the colours in force."""
    ranges: list[QTextLayout.FormatRange] = []
    for start, length, name in parts:
        one = QTextLayout.FormatRange()
        one.start, one.length = start, length
        form = QTextCharFormat()
        form.setForeground(getattr(colours, name))
        one.format = form
        ranges.append(one)
    return ranges
