"""How well what was typed fits the name of a command: whole words first, then letters in order."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
NEAR, FAR = 40, 80
"""From here on a fit is by the menu's name, and by scattered letters."""


def fit(typed: str, title: str, path: str = "") -> int | None:
    """0 for the best; None where it does not fit. `path` is the menu that the title stands in."""
    typed, title, whole = (" ".join(text.casefold().split()) for text in (typed, title, f"{path} {title}"))
    if title.startswith(typed):
        return 0
    if (place := title.find(typed)) >= 0:
        return (5 if title[place - 1] == " " else 10) + min(place, 20)
    words = typed.split()
    if all(word in title for word in words):
        return NEAR - 5
    if all(word in whole for word in words):
        return NEAR
    gaps = _gaps(typed.replace(" ", ""), title)
    return None if gaps is None else FAR + gaps


def best_first(typed: str, things: Iterable[T], names: Sequence[tuple[str, str]]) -> list[T]:
    """The things whose (title, path) fits, the best first; those that fit alike stay in their order."""
    fitting = [(fit(typed, *name), thing) for thing, name in zip(things, names, strict=True)]
    return [thing for score, thing in sorted(_real(fitting), key=lambda pair: pair[0])]


def _real(pairs: Iterable[tuple[int | None, T]]) -> Iterable[tuple[int, T]]:
    return ((score, thing) for score, thing in pairs if score is not None)


def _gaps(letters: str, text: str) -> int | None:
    """How many characters lie between letters that come in this order; the first must begin a word."""
    starts = [place for place in range(len(text)) if place == 0 or text[place - 1] == " "]
    found = [gaps for start in starts if (gaps := _gaps_from(letters, text, start)) is not None]
    return min(found, default=None)


def _gaps_from(letters: str, text: str, start: int) -> int | None:
    place, gaps = start, 0
    for number, letter in enumerate(letters):
        found = text.find(letter, place)
        if found < 0 or (number == 0 and found != start):
            return None
        gaps += found - place
        place = found + 1
    return gaps
