"""The words of a filter's text: parentheses, OR, AND, NOT, words and terms, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from inspector.core.filter.errors import FilterError

TokenKind = Literal["(", ")", "or", "and", "not", "word", "term"]

OPERATORS = ("!=", ">=", "<=", ":", "=", ">", "<")
"""Longer ones first."""

CONNECTIVES: dict[str, TokenKind] = {"OR": "or", "AND": "and", "NOT": "not"}
"""In capitals only: in lower case they are words to search for."""

_TERM = re.compile(r"([A-Za-z][\w.\[\]-]*)(" + "|".join(OPERATORS) + ")", re.ASCII)
_RUN = re.compile(r"[^\s()]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of the text from `start` to `end`; a term has a name, an operator, and a value from `value_start` on."""

    kind: TokenKind
    start: int
    end: int
    value: str = ""
    quoted: bool = False
    name: str = ""
    operator: str = ""
    value_start: int = 0


def read_tokens(text: str) -> Iterator[Token]:
    """Cut the text into tokens. Raises FilterError where it cannot, as the iteration reaches that place."""
    position = 0
    while position < len(text):
        if text[position].isspace():
            position += 1
            continue
        token = _token(text, position)
        yield token
        position = token.end


def _token(text: str, start: int) -> Token:
    character = text[start]
    if character == "(":
        return Token(kind="(", start=start, end=start + 1)
    if character == ")":
        return Token(kind=")", start=start, end=start + 1)
    if character == "-":
        if not text[start + 1 : start + 2].strip(" )\t\r\n"):
            raise FilterError(start, 'expected a word or a term straight after -, or quotes around it: "-".')
        return Token(kind="not", start=start, end=start + 1)
    term = _TERM.match(text, start)
    if term and not text.startswith("://", term.end(1)):
        value, quoted, end = _value(text, term.end())
        return Token(
            kind="term",
            start=start,
            end=end,
            value=value,
            quoted=quoted,
            name=term[1],
            operator=term[2],
            value_start=term.end(),
        )
    value, quoted, end = _value(text, start)
    kind = "word" if quoted else CONNECTIVES.get(value, "word")
    return Token(kind=kind, start=start, end=end, value=value, quoted=quoted, value_start=start)


def _value(text: str, start: int) -> tuple[str, bool, int]:
    """The value that begins here, whether it stands in quotes, and where it ends."""
    if not text.startswith('"', start):
        run = _RUN.match(text, start)
        assert run
        return run[0], False, run.end()
    value, end = _quoted(text, start)
    if end < len(text) and not text[end].isspace() and text[end] not in "()":
        raise FilterError(end, "expected a space or the end after the closing quotation mark.")
    return value, True, end


def _quoted(text: str, start: int) -> tuple[str, int]:
    """Inside quotes a backslash stands before a quotation mark or a backslash; before anything else it is itself."""
    characters: list[str] = []
    index = start + 1
    while index < len(text):
        character = text[index]
        if character == '"':
            return "".join(characters), index + 1
        if character == "\\" and text[index + 1 : index + 2] in ('"', "\\"):
            index += 1
            character = text[index]
        characters.append(character)
        index += 1
    raise FilterError(start, "expected a closing quotation mark for the one that opens here.")
