"""Colours for one row of text at a time, from Pygments; no token of indented JSON spans rows."""

from functools import lru_cache
from typing import TypeAlias

from pygments.lexers.data import JsonLexer
from pygments.lexers.html import XmlLexer
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

_LEXERS = {
    "json": JsonLexer(stripnl=False, ensurenl=False),
    "xml": XmlLexer(stripnl=False, ensurenl=False),
}

HEX_PLACE, HEX_TEXT = 8, 60
"""Where in a row of a dump the bytes begin, and where their text does."""


@lru_cache(maxsize=4096)
def spans(text: str, language: Language, continues: bool = False) -> tuple[Span, ...]:
    """The coloured parts of a row. One that continues a string of the row above is string as a whole."""
    if language == "hex":
        return ((0, HEX_PLACE, "muted"), (HEX_TEXT, max(0, len(text) - HEX_TEXT), "string"))
    if language == "json" and continues:
        return ((0, len(text), "string"),)
    lexer = _LEXERS.get(language)
    if lexer is None:
        return ()
    found: list[Span] = []
    for start, kind, part in lexer.get_tokens_unprocessed(text):
        colour = next((name for token, name in COLOURS if kind in token), None)
        if colour is not None:
            found.append((start, len(part), colour))
    return tuple(found)


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
