"""Wildcards: `*` is any run of characters, `?` any one; a backslash before `*`, `?` or itself makes it plain text."""

import re
from collections.abc import Iterator
from functools import lru_cache

PLAIN, ONE, RUN = "plain", "one", "run"


def pieces(pattern: str) -> Iterator[tuple[str, str]]:
    """The pattern's characters, each with what it means: PLAIN, ONE or RUN; neighbouring runs are one."""
    characters = iter(range(len(pattern)))
    last = ""
    for index in characters:
        character = pattern[index]
        meaning = {"*": RUN, "?": ONE}.get(character, PLAIN)
        if character == "\\" and pattern[index + 1 : index + 2] in ("*", "?", "\\"):
            character = pattern[next(characters)]
        if not (meaning == RUN and last == RUN):
            yield meaning, character
        last = meaning


def plain_text(pattern: str) -> str | None:
    """The one text that the pattern stands for, or None where it holds a wildcard."""
    parts = list(pieces(pattern))
    if any(meaning != PLAIN for meaning, _ in parts):
        return None
    return "".join(character for _, character in parts)


def escaped(text: str) -> str:
    """A pattern that stands for just this text."""
    return re.sub(r"([*?\\])", r"\\\1", text)


def lowered(text: str) -> str:
    """ASCII letters in lower case, all else as it is."""
    return text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def matches(pattern: str, text: str) -> bool:
    """Whether the whole text matches; ASCII letters in any case."""
    return _compiled(pattern).fullmatch(text) is not None


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    """A regular expression that cannot run away.

    Each run takes as little as the part behind it allows and never gives it back (an atomic group). That is enough for
    wildcards, and the time is bounded by pattern times text.
    """
    segments = [""]
    for meaning, character in pieces(pattern):
        if meaning == RUN:
            segments.append("")
        else:
            segments[-1] += "." if meaning == ONE else re.escape(character)
    if len(segments) == 1:
        expression = segments[0]
    else:
        first, *middle, last = segments
        expression = first + "".join(f"(?>.*?{segment})" for segment in middle) + ".*" + last
    return re.compile(expression, re.DOTALL | re.IGNORECASE | re.ASCII)
