"""What was changed against the original, in a few lines: method, path, fields, and the body's lines that differ."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby, islice
from operator import eq
from typing import Literal

from inspector.bodies.text import SAMPLE, looks_binary
from inspector.core.draft import Draft
from inspector.core.headers import Headers, Pair, to_text
from inspector.core.secret_query import hide_query
from inspector.gui import words
from inspector.gui.views.detail.masking import HIDDEN

Mark = Literal["+", "−", "~", " "]
"""Added, taken away, changed, or a line of the body for orientation."""

MOST_READ = 256 * 1024
"""Most bytes of a body whose lines are told apart."""
MOST_COMPARED = 100
"""Most lines of a body among which those that stayed are looked for; that takes their square, or more, in time."""
MOST_SHOWN = 200
"""Most lines that are said."""
LONGEST = 160
"""Most characters of a line around the place where it differs."""
BEFORE = 40
AROUND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A request as it stands in the editor, or the original."""

    draft: Draft
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One line of the list."""

    mark: Mark
    text: str
    counts: bool = True
    """A thing that was changed; False for the lines that show a body's difference."""


def changes(before: Edited, after: Edited, secret: frozenset[str] = frozenset()) -> list[Change]:
    """Every difference, in the order of a request; the values of fields in `secret` (lower case) are dots."""
    found: list[Change] = []
    old, new = before.draft, after.draft
    for what, was, now in (
        (words.tr("Method"), old.method, new.method),
        (words.tr("Path"), to_text(old.target), to_text(new.target)),
    ):
        if was != now:
            found.append(Change(mark="~", text=f"{what}: {short(hide_query(was))} → {short(hide_query(now))}"))
    found += field_changes(old.headers, new.headers, secret)
    if before.body is not after.body and before.body != after.body:
        found += islice(body_changes(before.body, after.body), MOST_SHOWN)
    return found[:MOST_SHOWN]


def field_changes(before: Headers, after: Headers, secret: frozenset[str]) -> Iterator[Change]:
    """Fields by name: the first of one name is compared with the first of it, and so on."""
    # A secret stays one under another name.
    hidden = {value for name, value in before if value and to_text(name).lower() in secret}

    def said(name: bytes, value: bytes) -> str:
        return HIDDEN if value in hidden or to_text(name).lower() in secret else to_text(value)

    def line(pair: Pair) -> str:
        return short(f"{to_text(pair[0])}: {said(*pair)}")

    old, new = _by_name(before), _by_name(after)
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key, []), new.get(key, [])
        if was == now:
            continue
        if len(was) == len(now):
            for one, other in zip(was, now, strict=True):
                if one != other:
                    name = to_text(other[0]) if one[0] == other[0] else f"{to_text(one[0])} → {to_text(other[0])}"
                    values = f"{short(said(*one))} → {short(said(*other))}" if one[1] != other[1] else ""
                    yield Change(mark="~", text=f"{name}: {values}" if values else name)
            continue
        yield from (Change(mark="−", text=line(pair)) for pair in was if pair not in now)
        yield from (Change(mark="+", text=line(pair)) for pair in now if pair not in was)
        if set(was) == set(now):
            times = words.plural("%2: once", "%2: %Ln times", len(now))
            yield Change(mark="~", text=times.replace("%2", to_text(now[0][0])))
    kept = {key for key in old if len(old[key]) == len(new.get(key, []))}
    if [key for key in _keys(before) if key in kept] != [key for key in _keys(after) if key in kept]:
        yield Change(mark="~", text=words.tr("Order of the headers"))


def body_changes(before: bytes, after: bytes) -> Iterator[Change]:
    """Sizes, and the lines that differ where both are text."""
    sizes = f"{words.size(len(before))} → {words.size(len(after))}"
    yield Change(mark="~", text=f"{words.tr('Body')}: {sizes}")
    if max(len(before), len(after)) > MOST_READ or looks_binary(before[:SAMPLE]) or looks_binary(after[:SAMPLE]):
        return
    old, new = before.split(b"\n"), after.split(b"\n")
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    for line in old[max(0, first - AROUND) : first]:
        yield _shown(" ", line)
    yield from _middle(old[first : len(old) - last], new[first : len(new) - last])
    for line in old[len(old) - last :][:AROUND]:
        yield _shown(" ", line)


def short(text: str) -> str:
    """A value that is said in passing."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _middle(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[Change]:
    if len(old) == len(new) == 1:
        yield from _pair(old[0], new[0])
        return
    for same, a, b, c, d in _runs(old, new):
        if same:
            kept = old[a:b]
            cut = kept if len(kept) <= 2 * AROUND + 1 else [*kept[:AROUND], b"\xe2\x80\xa6", *kept[-AROUND:]]
            yield from (_shown(" ", line) for line in cut)
        elif b - a == d - c == 1:
            yield from _pair(old[a], new[c])
        else:
            yield from (_shown("−", line) for line in old[a : min(b, a + MOST_SHOWN // 2)])
            yield from (_shown("+", line) for line in new[c : min(d, c + MOST_SHOWN // 2)])


def _runs(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Lines that stayed and lines that did not: whether they stayed, and their places in old and in new."""
    if max(len(old), len(new)) <= MOST_COMPARED:
        for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            yield kind == "equal", a, b, c, d
    elif len(old) == len(new):
        place = 0
        for same, run in groupby(map(eq, old, new)):
            end = place + sum(1 for _ in run)
            yield same, place, end, place, end
            place = end
    else:
        yield False, 0, len(old), 0, len(new)


def _pair(old: bytes, new: bytes) -> Iterator[Change]:
    """A line and what became of it, both cut to where they differ."""
    place = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, place - BEFORE) if max(len(old), len(new)) > LONGEST else 0
    yield _shown("−", old, start)
    yield _shown("+", new, start)


def _shown(mark: Mark, line: bytes, start: int = 0) -> Change:
    cut = line[start : start + 4 * LONGEST].decode("utf-8", "replace")
    return Change(mark=mark, text=("…" if start else "") + short(cut), counts=False)


def _by_name(headers: Headers) -> dict[bytes, list[Pair]]:
    found: dict[bytes, list[Pair]] = {}
    for pair in headers:
        found.setdefault(pair[0].lower(), []).append(pair)
    return found


def _keys(headers: Headers) -> list[bytes]:
    return [name.lower() for name, _ in headers]
