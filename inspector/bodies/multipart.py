"""Multipart bodies (RFC 2046, section 5.1; RFC 7578): their parts as a table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from inspector.bodies.shown import Shown, Table, Unreadable, View
from inspector.bodies.text import Bytes, media_type, text_of
from inspector.core.head import read_head

MOST = 1_000
"""Parts that are shown."""

MOST_HEAD = 16 * 1024
"""Most bytes of a part's head that are read."""

_PARAMETER = re.compile(r""";\s*([^=;\s"]{1,80})\s*=\s*(?:"((?:[^"\\]|\\.)*+)"|([^;"]*))""")

PREVIEW = 200
"""Most bytes of a part that are shown in the table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: where its content lies in the body, and what its head says of it."""

    name: str
    filename: str
    content_type: str
    start: int
    end: int


def boundary_of(header: str) -> str:
    """The boundary that a Content-Type field names, or empty."""
    return parameters(header).get("boundary", "")[:200]


def parameters(header: str) -> dict[str, str]:
    """The parameters of a field by lower-case name, those in the form of RFC 8187 (`name*=utf-8''…`) too."""
    found: dict[str, str] = {}
    for name, quoted, bare in _PARAMETER.findall(header[:MOST_HEAD]):
        value = quoted.replace('\\"', '"') if quoted else bare.strip()
        charset, mark, rest = value.partition("''")
        if name.endswith("*") and mark:
            value = _decoded(unquote_to_bytes(rest), charset)
        found.setdefault(name.lower().rstrip("*"), value)
    return found


def _decoded(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset, "replace")
    except LookupError:
        return raw.decode("utf-8", "replace")


def parts(content: Bytes, boundary: str) -> Iterator[Part]:
    """The parts in order, empty ones too. A body that ends before its last boundary gives what there is."""
    line = b"--" + boundary.encode("utf-8", "replace")
    place = 0 if content[: len(line)] == line else _next(content, line, 0)
    while place >= 0:
        place += len(line)
        if content[place : place + 2] == b"--":
            return
        head_start = content.find(b"\n", place) + 1
        if head_start == 0:
            return
        following = _next(content, line, head_start - 1)
        end = following if following >= 0 else len(content)
        yield _part(content, head_start, end)
        place = following


def _next(content: Bytes, line: bytes, start: int) -> int:
    found = content.find(b"\n" + line, start)
    return -1 if found < 0 else found + 1


def _part(content: Bytes, start: int, next_line: int) -> Part:
    head = content[start : min(next_line, start + MOST_HEAD)]
    ends = [(head.find(mark), len(mark)) for mark in (b"\r\n\r\n", b"\n\n") if mark in head]
    if head.startswith((b"\r\n", b"\n")):
        size, skip = 0, head.index(b"\n") + 1
    else:
        size, skip = min(ends, default=(0, 0))
    headers = read_head(b"\n" + head[:size]).headers
    named = parameters(headers.get("content-disposition") or "")
    end = next_line
    for mark in (b"\n", b"\r"):
        if next_line < len(content) and content[end - 1 : end] == mark and end > start + size + skip:
            end -= 1
    return Part(
        name=named.get("name", ""),
        filename=named.get("filename", ""),
        content_type=media_type(headers.get("content-type") or ""),
        start=start + size + skip,
        end=end,
    )


def show_multipart(content: bytes, header: str) -> Shown:
    """The parts as a table. Raises Unreadable where the boundary is missing, or in no place of the body."""
    boundary = boundary_of(header)
    if not boundary:
        raise Unreadable("The Content-Type names no boundary.")
    rows: list[tuple[str, ...]] = []
    note = None
    for part in parts(content, boundary):
        if len(rows) == MOST:
            note = f"The first {MOST} parts."
            break
        preview = text_of(content[part.start : min(part.end, part.start + PREVIEW)], "") or ""
        rows.append((part.name, part.filename, part.content_type, str(part.end - part.start), preview))
    if not rows:
        raise Unreadable("The boundary that the Content-Type names is not in the body.")
    columns = ("Name", "File name", "Type", "Size", "Begins with")
    return Shown(kind="multipart", table=Table(columns, tuple(rows)), note=note, language="form")


def suits_multipart(sample: bytes, header: str) -> bool:
    """By the media type."""
    return media_type(header).startswith("multipart/")


MULTIPART = View(name="multipart", label="Parts", suits=suits_multipart, show=show_multipart)
