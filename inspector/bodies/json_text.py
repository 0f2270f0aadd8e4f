"""JSON indented without being read.

Only white space between tokens changes, so that big integers, number forms, escapes, repeated keys and their order
stand as they were received.

The text is cut into blocks at commas. Cutting counts the line breaks that indenting will make and does not indent; a
block is indented when its rows are looked at. Nothing is recursive: depth is a number.
"""

import json
import re
from collections import deque
from collections.abc import Iterator

from inspector.bodies.lines import LONGEST, Block, pieces, whole
from inspector.bodies.shown import WHOLE, Shown, Unreadable, View
from inspector.bodies.text import Bytes, charset_of, media_type

BLOCK = 16 * 1024
CHECKED = 1024 * 1024
"""Most bytes that are checked for being JSON before they are shown; of larger ones only brackets and quotes are."""

LONGEST_SCALAR = 1024 * 1024
"""A number or word is not cut before this many bytes."""

INDENT = "  "
DEEPEST = 64
"""Deeper levels are indented no further."""

STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)', re.DOTALL)
"""A string, or the beginning of one that the text does not end."""

_REST = re.compile(rb'[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[{}\[\],:]|[^\s"{}\[\],:]+', re.DOTALL)
_SCALAR = re.compile(rb'[^\s"{}\[\],:]*+')
_SPACE = b" \t\r\n"
_RUNS = bytes(0x20 if code in b'{}[],:"' else code for code in range(256))
_BESIDE = re.compile(rb'"[^{}\[\],:]|[^{}\[\],:]"')
"""A string right beside another value, which is no JSON; each string is one quote there."""

_PUNCTUATION = frozenset((b"{", b"}", b"[", b"]", b",", b":"))
_PADS = tuple((INDENT * depth).encode() for depth in range(DEEPEST + 1))

INSIDE = 1 << 40
"""Added to a block's depth where it begins inside of a string."""


class JsonSource:
    """The rows of indented JSON, for UTF-8.

    After `blocks` is at its end, `whole_json` says whether brackets and quotes fit.
    """

    def __init__(self, content: Bytes) -> None:
        self._content = content
        self.whole_json = True

    def blocks(self) -> Iterator[Block]:
        """Cut behind commas where there are any, else between two tokens, and inside of very long strings."""
        start, depth, inside, total = 0, 0, False, len(self._content)
        if total == 0:
            yield Block(0, 0, 1, 1)
        while start < total:
            end, inside_next = self._end_of(start, inside)
            text, state = self._content[start:end], depth + (INSIDE if inside else 0)
            rows, change = (None, _change(text)) if inside else _count(text)
            lines = rows
            if rows is None:
                texts = self.texts(Block(start, end, 0, 0, state))
                rows, lines = len(texts), sum(begins for _, begins in texts)
            yield Block(start, end, rows, lines or 0, state)
            depth += change
            if depth < 0:
                depth, self.whole_json = 0, False
            start, inside = end, inside_next
        self.whole_json = self.whole_json and depth == 0 and not inside

    def _end_of(self, start: int, inside: bool) -> tuple[int, bool]:
        """Where a block ends, and whether that is inside of a string."""
        total, limit = len(self._content), start + BLOCK
        text = self._content[start:limit]
        begin = 0
        if inside:
            rest = _REST.match(text)
            if rest is None:
                return self._inside_string(start, min(limit, total)), True
            begin = rest.end()
        ends = [match.span() for match in deque(STRING.finditer(text, begin), maxlen=4)]
        opened = ends[-1][0] if ends and _REST.match(text, ends[-1][0] + 1) is None else None
        if limit >= total:
            return total, opened is not None
        gap_end = len(text)
        for left, right in reversed(ends):
            comma = text.rfind(b",", right, gap_end)
            if comma >= 0:
                return start + comma + 1, False
            gap_end = left
        if opened is not None and opened < BLOCK // 2:
            return self._inside_string(start + opened + 1, limit), True
        return self._last_border(start, text, begin), False

    def _inside_string(self, begin: int, end: int) -> int:
        """A place at or shortly before `end` that splits neither an escape nor a character."""
        if end == len(self._content):
            return end
        end = self._character(end)
        text = self._content[begin:end]
        return end - (len(text) - len(text.rstrip(b"\\"))) % 2

    def _last_border(self, start: int, text: bytes, begin: int) -> int:
        """Behind the last comma, else between the last two tokens, else behind the one that there is."""
        comma = last = before = 0
        for match in _TOKEN.finditer(text, begin):
            before, last = last, match.end()
            if match.group() == b",":
                comma = last
        if comma or before or last < len(text):
            return start + (comma or before or len(text))
        rest = _SCALAR.match(self._content, start + last, min(len(self._content), start + LONGEST_SCALAR))
        assert rest is not None
        return self._character(rest.end())

    def _character(self, end: int) -> int:
        """The same place, or up to three bytes before it where it is inside of a character."""
        for _ in range(3):
            end -= end < len(self._content) and self._content[end] & 0xC0 == 0x80
        return end

    def texts(self, block: Block) -> list[tuple[str, bool]]:
        """The block indented. `block.state` is the depth at its beginning, with INSIDE where a string goes on."""
        inside = block.state >= INSIDE
        rows: list[tuple[str, bool]] = []
        for number, line in enumerate(_indented(self._content[block.start : block.end], block.state % INSIDE, inside)):
            text = line.decode("utf-8", "replace")
            cut = pieces(text)
            if number == 0 and inside:
                cut[0] = (cut[0][0], False)
            rows += cut
        return rows

    def may_hold(self, block: Block, needle: str) -> bool:
        """What has no white space and no comma or colon lies inside of one token."""
        if not needle.isascii() or not needle.isalnum():
            return True
        return needle.encode() in self._content[block.start : block.end].lower()


def _count(text: bytes) -> tuple[int | None, int]:
    """The lines of a block, or None where they have to be made to know their number; and the change of depth."""
    bare = STRING.sub(b'"', text).translate(None, _SPACE)
    opens = bare.count(b"{") + bare.count(b"[")
    closes = bare.count(b"}") + bare.count(b"]")
    empty = bare.count(b"{}") + bare.count(b"[]")
    unlike = bare.count(b"{]") + bare.count(b"[}")
    if unlike or bare[:1] in (b"}", b"]") or _has_long(text, bare):
        return None, opens - closes
    breaks = bare.count(b",") + opens + closes - 2 * empty
    return (breaks if bare[-1:] in (b",", b"{", b"[") else breaks + 1), opens - closes


def _change(text: bytes) -> int:
    rest = _REST.match(text)
    bare = STRING.sub(b"s", text[rest.end() :]) if rest else b""
    return bare.count(b"{") + bare.count(b"[") - bare.count(b"}") - bare.count(b"]")


def _has_long(text: bytes, bare: bytes) -> bool:
    """Whether a line may be longer than a row can be; errs on the side of yes."""
    third = LONGEST // 3
    if _BESIDE.search(bare) or max(map(len, bare.translate(_RUNS).split()), default=0) > third:
        return True
    if b'\\"' in text:
        return any(match.end() - match.start() > third for match in STRING.finditer(text))
    return max(map(len, text.split(b'"')[1::2]), default=0) > third


def _indented(text: bytes, depth: int, inside: bool) -> list[bytes]:
    """The lines of a block. A bracket and its end stay together where nothing is between them."""
    lines: list[bytes] = []
    line = [] if inside else [_PADS[min(depth, DEEPEST)]]
    start, last = 0, b""
    if inside:
        rest = _REST.match(text)
        start, last = (rest.end() if rest else len(text)), b"s"
        line.append(text[:start])
    for match in _TOKEN.finditer(text, start):
        token = match.group()
        kind = token if token in _PUNCTUATION else b"s"
        if kind in (b"}", b"]"):
            depth = max(0, depth - 1)
        if last == b"":
            line = [_PADS[min(depth, DEEPEST)]]
        elif _breaks(last, kind):
            lines.append(b"".join(line))
            line = [_PADS[min(depth, DEEPEST)]]
        elif last == b":" or (last == b"s" and kind == b"s"):
            line.append(b" ")
        line.append(token)
        if kind in (b"{", b"["):
            depth += 1
        last = kind
    lines.append(b"".join(line))
    return lines


def _breaks(last: bytes, kind: bytes) -> bool:
    if kind in (b"}", b"]"):
        return last not in (b"{", b"[")
    return last in (b",", b"{", b"[")


def is_json(content: bytes) -> bool:
    """Whether the bytes are one JSON text (RFC 8259).

    Numbers are not read; a depth that Python cannot follow passes.
    """
    try:
        json.loads(content, parse_int=str, parse_float=str, parse_constant=_refuse)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


def _refuse(name: str) -> None:
    raise ValueError(name)


def suits_json(sample: bytes, header: str) -> bool:
    """By the media type, or by a bracket at the beginning where that says nothing."""
    kind = media_type(header)
    if kind.endswith(("/json", "+json")):
        return True
    return kind in ("", "text/plain", "application/octet-stream") and sample.lstrip()[:1] in (b"{", b"[")


def in_utf8(content: Bytes, header: str) -> Bytes:
    """The same text in UTF-8, which is what JSON nearly always is. Raises Unreadable where it is binary."""
    found = charset_of(content, header)
    if found is None:
        raise Unreadable("This body is not text.")
    if found[0] == "utf-8":
        return content
    return bytes(content).decode(found[0], "replace").encode("utf-8", "replace")


def show_json(content: bytes, header: str) -> Shown:
    """Indented JSON. Raises Unreadable where it is none."""
    text = bytes(in_utf8(content, header))
    if len(text) <= CHECKED and not is_json(text):
        raise Unreadable("This body is not JSON.")
    source = JsonSource(text[:WHOLE])
    shown = whole(source)
    if len(text) > WHOLE:
        return Shown(kind="json", text=shown, note=f"The first {WHOLE // 1024 // 1024} MB.", language="json")
    if not source.whole_json:
        raise Unreadable("This body is not JSON: brackets or quotes do not fit.")
    return Shown(kind="json", text=shown, language="json")


JSON = View(name="json", label="JSON", suits=suits_json, show=show_json)
