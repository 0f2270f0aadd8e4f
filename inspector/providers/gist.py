"""The gist: one line that says what a payload is about, written by a template of the provider's entry.

A template is made of segments joined by ` · `: `{repository.full_name} · #{number} {pull_request.title} · {action?}`.
In braces stand places, the first that holds something counts (`{name, order_number}`); a segment vanishes when one of
its values is missing, but for those marked `?`. After `|` comes a form: `branch` (a ref without `refs/heads/`),
`count:commit` (how many entries a list has), `number:commit` (a number and its noun), `minor:CURRENCY` and
`major:CURRENCY` (an amount in the smallest or the main unit, with the place of its currency), `short` (seven
characters), `text` (without tags of HTML).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from inspector.providers.line import GIST_LIMIT, one_line
from inspector.providers.money import from_major, from_minor
from inspector.providers.payload import Payload
from inspector.providers.place import Place, place, places

SEPARATOR = " · "
SEGMENT_LIMIT = 70
"""One long title never hides what stands behind it."""

MARKED_LIMIT = 2_000
"""Characters of a text with tags that are looked at."""

_TAGS = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
_BRACES = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Slot:
    """One pair of braces in a template."""

    places: tuple[Place, ...]
    fill: Callable[["Slot", Payload], str | None]
    noun: str
    currency: Place | None
    needed: bool


Segment = tuple[str | Slot, ...]
"""Literal text and slots in turn."""


@lru_cache(maxsize=1024)
def compiled(template: str) -> tuple[Segment, ...]:
    """The segments of a template. Raises ValueError for one that cannot be read."""
    return tuple(_segment(text) for text in template.split(SEPARATOR))


def write_gist(segments: tuple[Segment, ...], payload: Payload) -> str | None:
    """Fill a compiled template from a request; None where nothing of it could be filled."""
    parts: list[str] = []
    for segment in segments:
        text = _fill(segment, payload)
        if text:
            parts.append(text)
    return one_line(SEPARATOR.join(parts), GIST_LIMIT) or None if parts else None


def _segment(text: str) -> Segment:
    pieces = _BRACES.split(text)
    return tuple(_slot(piece) if index % 2 else piece for index, piece in enumerate(pieces) if piece)


def _slot(text: str) -> Slot:
    needed = not text.endswith("?")
    names, _, form = text.rstrip("?").partition("|")
    form, _, argument = form.strip().partition(":")
    if form not in FORMS:
        raise ValueError(f"no such form: {form!r}")
    return Slot(
        places=places(*(name.strip() for name in names.split(","))),
        fill=FORMS[form],
        noun=argument,
        currency=place(argument) if form in ("minor", "major") else None,
        needed=needed,
    )


def _fill(segment: Segment, payload: Payload) -> str | None:
    text = ""
    filled = False
    for piece in segment:
        if isinstance(piece, str):
            text += piece
            continue
        filling = piece.fill(piece, payload)
        if filling:
            filled = True
            text += filling
        elif piece.needed:
            return None
    if not filled:
        return None
    return text if len(text) <= SEGMENT_LIMIT else one_line(text, SEGMENT_LIMIT)


def _plain(slot: Slot, payload: Payload) -> str | None:
    return payload.first_text(slot.places)


def _branch(slot: Slot, payload: Payload) -> str | None:
    ref = payload.first_text(slot.places)
    return ref and ref.removeprefix("refs/heads/").removeprefix("refs/tags/")


def _short(slot: Slot, payload: Payload) -> str | None:
    commit = payload.first_text(slot.places)
    return commit and commit[:7]


def _text(slot: Slot, payload: Payload) -> str | None:
    marked = payload.first_text(slot.places)
    return marked and unescape(_TAGS.sub("", marked[:MARKED_LIMIT])).strip()


def _count(slot: Slot, payload: Payload) -> str | None:
    for candidate in slot.places:
        value = payload.value(candidate)
        if isinstance(value, list):
            return counted(len(value), slot.noun)
    return None


def _number(slot: Slot, payload: Payload) -> str | None:
    for candidate in slot.places:
        value = payload.value(candidate)
        if isinstance(value, int) and not isinstance(value, bool):
            return counted(value, slot.noun)
    return None


def _amount(slot: Slot, payload: Payload, convert: Callable[[str, str], str | None]) -> str | None:
    currency = payload.text(slot.currency) if slot.currency is not None else None
    if not currency:
        return None
    amount = payload.first_text(slot.places)
    return convert(amount, currency) if amount else None


def counted(number: int, noun: str) -> str:
    """`1 commit`, `3 commits`, `2 branches`, `2 repositories`."""
    if number == 1:
        return f"1 {noun}"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{number} {noun[:-1]}ies"
    return f"{number} {noun}es" if noun.endswith(("ch", "s", "x")) else f"{number} {noun}s"


FORMS: dict[str, Callable[[Slot, Payload], str | None]] = {
    "": _plain,
    "branch": _branch,
    "short": _short,
    "text": _text,
    "count": _count,
    "number": _number,
    "minor": lambda slot, payload: _amount(slot, payload, from_minor),
    "major": lambda slot, payload: _amount(slot, payload, from_major),
}
