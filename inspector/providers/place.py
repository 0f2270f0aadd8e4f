"""Where a value stands in a request: `header:X-GitHub-Event`, `json:data.object.id`, `form:command`, `query:token`.

`body:text` is the whole body as text, `path:text` the path that was asked for, `claim:Authorization jti` what a JSON
Web Token in a header field says of itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal["header", "json", "form", "query", "body", "path", "claim"]

PLAIN: tuple[Kind, ...] = ("form", "query", "body", "path", "claim")
"""Kinds of places that are found by their name alone."""

PARTS: Mapping[Kind, str] = {"query": "query", "claim": "token"}
"""What a place is a part of, where that is not the payload."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place; `path` are the steps into a JSON document, where a number is an index of a list."""

    kind: Kind
    name: str

    key: bytes
    """Of a header: its name in lower case, as headers are looked up."""
    path: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind}:{self.name}"

    @property
    def words(self) -> str:
        """The place in a sentence."""
        return self.name if self.kind == "header" else f"“{self.name}” of the {PARTS.get(self.kind, 'payload')}"


def place(text: str) -> Place:
    """Read a place; without a kind it is one in the JSON document. Raises ValueError for an empty one."""
    kind, colon, name = text.partition(":")
    if not colon:
        kind, name = "json", text
    name = name.strip()
    if not name:
        raise ValueError(f"{text!r} names no place")
    if kind == "header":
        return Place("header", name, name.lower().encode(), ())
    for plain in PLAIN:
        if kind == plain:
            return Place(plain, name, b"", ())
    if kind == "json":
        return Place("json", name, b"", tuple(name.split(".")))
    raise ValueError(f"{text!r} is no place: expected header:, json:, form:, query:, body:, path: or claim:")


def places(*texts: str) -> tuple[Place, ...]:
    """Several places, the first that holds something counts."""
    return tuple(place(text) for text in texts)
