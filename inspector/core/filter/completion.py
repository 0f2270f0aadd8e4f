"""What may be written next: names of terms, and values where these are few and known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from inspector.core.filter.terms import TERMS, find
from inspector.core.filter.tokens import OPERATORS
from inspector.core.filter.writing import quoted

NOTHING_KNOWN: Mapping[str, Sequence[str]] = MappingProxyType({})

_PIECE = re.compile(r'[\s()]+|(?:[^\s()"]|"(?:[^"\\]|\\.?)*(?:"|$))+', re.DOTALL)
"""What stands between two terms, or a term with its quotes."""

_BEGUN = re.compile(r"-*(?:([A-Za-z][\w.\[\]-]*)(" + "|".join(OPERATORS) + r"))?(.*)$", re.ASCII | re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """`text` may take the place of the characters from `start` to `end`."""

    text: str
    start: int
    end: int
    meaning: str


def complete(text: str, cursor: int, known: Mapping[str, Sequence[str]] = NOTHING_KNOWN) -> tuple[Suggestion, ...]:
    """Suggestions for the place of the cursor, in the registry's order.

    `known` adds values by term, of which the language itself knows none: providers, events that were seen.
    """
    begun = _BEGUN.match(_last_piece(text[:cursor]))
    assert begun
    name, operator, written = begun.groups()
    start = cursor - len(written)
    if name is None:
        return _names(written, start, cursor)
    term = find(name)
    if term is None or operator not in term.kind.operators:
        return ()
    values = (*term.choices, *(value for value in known.get(term.name, ()) if value not in term.choices))
    wanted = written.removeprefix('"').lower()
    return tuple(
        Suggestion(text=quoted(value), start=start, end=cursor, meaning=term.meaning)
        for value in values
        if value.lower().startswith(wanted) and value.lower() != wanted
    )


def _last_piece(text: str) -> str:
    """What the cursor stands at the end of: empty after a space."""
    last = ""
    for match in _PIECE.finditer(text):
        last = match[0]
    return "" if last[:1].isspace() or last[:1] in ("(", ")") else last


def _names(written: str, start: int, cursor: int) -> tuple[Suggestion, ...]:
    if written.startswith('"'):
        return ()
    return tuple(
        Suggestion(text=f"{term.name}:", start=start, end=cursor, meaning=f"{term.meaning}: {term.example}")
        for term in TERMS
        if term.name.startswith(written.lower())
    )
