"""The tree of a JSON body, one level at a time: a node is a span of the bytes, read further when it is asked."""

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Literal

from inspector.bodies.json_text import STRING
from inspector.bodies.text import Bytes

Kind = Literal["object", "array", "string", "number", "constant"]

BREATH = 2_000
"""Tokens after which a generator gives None, so that its caller can pause; about a millisecond."""

PREVIEW = 300
"""Most bytes of a value that are shown in the tree."""

UNKNOWN = -1

QUICK = 256 * 1024
"""A body above this many bytes is not read through before its outermost value is given."""

_NESTING = re.compile(STRING.pattern + rb"|[{}\[\]]", re.DOTALL)
_TOKEN = re.compile(STRING.pattern + rb"|[{}\[\],:]|[^\s\"{}\[\],:]+", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A value: its key as it stands in the bytes (None in an array), its place, and how many values it holds."""

    key: str | None
    index: int
    kind: Kind
    start: int
    end: int
    held: int = 0
    """How many values are directly inside; UNKNOWN where nobody counted."""

    def preview(self, content: Bytes) -> str:
        """The value as it stands, or how many values a bracket holds."""
        if self.kind in ("object", "array"):
            first, last = "{}" if self.kind == "object" else "[]"
            inside = "…" if self.held == UNKNOWN else str(self.held)
            return f"{first} {inside} {last}" if self.held else first + last
        text = content[self.start : min(self.end, self.start + PREVIEW)].decode("utf-8", "replace")
        return text if self.end - self.start <= PREVIEW else text + "…"


def root(content: Bytes) -> Iterator[Node | None]:
    """The outermost value; None while it is still being read through."""
    opened = _TOKEN.search(content)
    if len(content) > QUICK and opened is not None and opened.group() in (b"{", b"["):
        yield Node(key=None, index=0, kind=_kind(opened.group()), start=opened.start(), end=len(content), held=UNKNOWN)
        return
    yield from _values(content, 0, len(content))


def children(content: Bytes, parent: Node) -> Iterator[Node | None]:
    """The values directly inside of an object or array, in order, repeated keys too; None is a pause."""
    yield from _values(content, parent.start + 1, parent.end)


def path_of(nodes: list[Node]) -> str:
    """The path of a value from the nodes above it and itself, as the filter language writes it: `data.items[0].id`."""
    text = ""
    for node in nodes[1:]:
        text += f"[{node.index}]" if node.key is None else "." + node.key.strip('"')
    return text.lstrip(".")


def _values(content: Bytes, start: int, end: int) -> Iterator[Node | None]:
    key: str | None = None
    waiting: str | None = None
    index = 0
    while match := _TOKEN.search(content, start, end):
        token, start = match.group(), match.end()
        if token in (b"}", b"]"):
            return
        if token == b",":
            continue
        if token == b":":
            key, waiting = waiting, None
            continue
        if key is None and _is_key(content, start, token):
            waiting = token.decode("utf-8", "replace")
            continue
        held, opened = 0, match.start()
        if token in (b"{", b"["):
            start, held = yield from _skip(content, opened, end)
        yield Node(key=key, index=index, kind=_kind(token), start=opened, end=start, held=held)
        key, index = None, index + 1


def _skip(content: Bytes, opened: int, end: int) -> Generator[None, None, tuple[int, int]]:
    """Find where a bracket closes, and count the values directly inside of it."""
    depth = commas = 0
    filled = False
    last = opened
    for count, match in enumerate(_NESTING.finditer(content, opened, end), 1):
        if count % BREATH == 0:
            yield None
        if depth == 1:
            between = content[last : match.start()]
            commas += between.count(b",")
            filled = filled or bool(between.strip())
        last = match.end()
        first = match.group()[:1]
        if first in (b"{", b"["):
            filled = filled or depth == 1
            depth += 1
        elif first in (b"}", b"]"):
            depth -= 1
            if depth == 0:
                return last, commas + filled
        else:
            filled = filled or depth == 1
    return end, commas + filled


_COLON = re.compile(rb"\s*:")


def _is_key(content: Bytes, end: int, token: bytes) -> bool:
    return token[:1] == b'"' and _COLON.match(content, end) is not None


def _kind(token: bytes) -> Kind:
    if token[:1] in _KINDS:
        return _KINDS[token[:1]]
    return "constant" if token in (b"true", b"false", b"null") else "number"


_KINDS: dict[bytes, Kind] = {b"{": "object", b"[": "array", b'"': "string"}
