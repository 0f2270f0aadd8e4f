"""Where values stand in a JSON body, for a menu: the outermost first."""

from collections import deque
from dataclasses import dataclass

from inspector.bodies.decoding import decode
from inspector.bodies.json_text import in_utf8, is_json
from inspector.bodies.json_tree import Node, children, path_of, root
from inspector.bodies.shown import Unreadable
from inspector.bodies.text import Bytes
from inspector.core.capture import Capture

LARGEST = 128 * 1024
"""Bytes of a body that are read through while a menu opens; a few milliseconds."""
MOST = 24
"""Paths that a menu lists."""
DEEP = 5
"""Levels that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """Paths with the values there; none where the body is `too_large` to look, or is no JSON."""

    found: tuple[tuple[str, str], ...] = ()
    too_large: bool = False


def paths_of(capture: Capture) -> Paths:
    """The paths of the values in the body of a capture."""
    body, headers = capture.request.body, capture.request.headers
    if body.size > LARGEST:
        return Paths(too_large=True)
    try:
        content = body.read()
    except OSError:
        return Paths()
    encoding = ", ".join(headers.all("content-encoding"))
    if encoding:
        decoded = decode(content, encoding, limit=LARGEST + 1)
        content = decoded.content
        if len(content) > LARGEST:
            return Paths(too_large=True)
    try:
        text = in_utf8(content, headers.get("content-type") or "")
    except Unreadable:
        return Paths()
    return Paths(found=leaves(text)) if is_json(text[:]) else Paths()


def leaves(content: Bytes) -> tuple[tuple[str, str], ...]:
    """Path and value of what holds nothing further, level by level."""
    found: list[tuple[str, str]] = []
    waiting = deque([[node] for node in root(content) if node is not None])
    while waiting and len(found) < MOST:
        way = waiting.popleft()
        node: Node = way[-1]
        if not node.held and len(way) > 1:
            found.append((path_of(way), node.preview(content)))
        elif node.held and len(way) <= DEEP:
            waiting += [[*way, child] for child in children(content, node) if child is not None]
    return tuple(found[:MOST])
