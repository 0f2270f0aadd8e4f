"""Text: which charset a body is in, and its rows."""

import codecs
import re
from collections.abc import Iterator
from mmap import mmap
from typing import TypeAlias

from inspector.bodies.lines import LONGEST, Block, pieces, whole
from inspector.bodies.shown import WHOLE, Shown, Unreadable, View

Bytes: TypeAlias = bytes | mmap
"""A body in memory, or a mapped file."""

SAMPLE = 64 * 1024
"""Bytes from the beginning by which text is told from binary."""

BLOCK = 64 * 1024

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-16", "utf-32", "utf-7", "utf_7", "hz", "iso2022")
_CHARSET = re.compile(r""";\s*charset\s*=\s*(?:"([^"]*)"|([^\s;]*))""", re.IGNORECASE)
_TEXTUAL = re.compile(
    r"^(text/|application/(json|xml|javascript|x-www-form-urlencoded|yaml|toml|graphql|x-ndjson))|[+](json|xml|yaml)\b"
)
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 12, 13, 27))
"""What text does not hold; DEL is not among it, since JSON takes it as it is (RFC 8259, section 7)."""


def media_type(header: str) -> str:
    """The media type of a Content-Type field in lower case, without parameters."""
    return header.partition(";")[0].strip().lower()


def declared_charset(header: str) -> str | None:
    """The charset that a Content-Type field names, where Python knows it by that name."""
    found = _CHARSET.search(header)
    name = (found.group(1) or found.group(2) or "") if found else ""
    try:
        info = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    return info.name if info._is_text_encoding else None


def is_textual(header: str) -> bool:
    """Whether the media type says that the body is text."""
    return bool(_TEXTUAL.search(media_type(header)))


def looks_binary(sample: bytes) -> bool:
    """Whether the bytes are no text in any charset that has ASCII inside: a NUL, or many control characters."""
    return b"\0" in sample or len(sample) - len(sample.translate(None, _CONTROLS)) > len(sample) // 20


def charset_of(content: Bytes, header: str) -> tuple[str, str | None] | None:
    """The charset to read a body with and a note where it had to be guessed, or None where the body is binary."""
    sample = content[:SAMPLE]
    for bom, name in BOMS:
        if sample.startswith(bom):
            return name, None
    declared = declared_charset(header)
    if declared is not None and declared.startswith(_WIDE):
        return declared, None
    if looks_binary(sample):
        return None
    for name in ("utf-8",) if declared is None else (declared, "utf-8"):
        if _fits(sample, name, len(content) > SAMPLE):
            wrong = f"Says charset {declared}, but is not." if declared not in (None, name) else None
            return name, wrong
    if declared is None and not is_textual(header):
        return None
    return _guess(sample)


def _fits(sample: bytes, name: str, cut: bool) -> bool:
    try:
        codecs.getincrementaldecoder(name)("strict").decode(sample, final=not cut)
    except (UnicodeError, LookupError):
        return False
    return True


def _guess(sample: bytes) -> tuple[str, str | None]:
    # Windows-1252 has five holes; Latin-1 takes every byte.
    for name, label in (("cp1252", "Windows-1252"), ("latin-1", "Latin-1")):
        if _fits(sample, name, False):
            return name, f"Names no charset and is not UTF-8; read as {label}."
    raise AssertionError("Latin-1 takes every byte")


def text_of(content: bytes, content_type_header: str) -> str | None:
    """The body as text in its charset, or None where it is binary.

    Never raises; bytes that do not fit become U+FFFD.
    """
    found = charset_of(content, content_type_header)
    return None if found is None else content.decode(found[0], "replace")


class TextSource:
    """The rows of a text, line ends left out."""

    def __init__(self, content: Bytes, charset: str = "utf-8") -> None:
        if charset.startswith(_WIDE) or charset == "utf-8-sig":
            content, charset = bytes(content).decode(charset, "replace").encode("utf-8", "replace"), "utf-8"
        self._content = content
        self._charset = charset

    def blocks(self) -> Iterator[Block]:
        """Cut after line ends; inside of a line only where it is longer than a block."""
        start, total, inside = 0, len(self._content), 0
        if total == 0:
            yield Block(0, 0, 1, 1)
        while start < total:
            end = self._end_of(start, total)
            block = Block(start, end, 0, 0, inside)
            texts = self.texts(block)
            yield Block(start, end, len(texts), sum(begins for _, begins in texts), inside)
            inside = int(self._content[end - 1 : end] != b"\n")
            start = end

    def _end_of(self, start: int, total: int) -> int:
        if start + BLOCK >= total:
            return total
        line_end = self._content.rfind(b"\n", start, start + BLOCK)
        if line_end >= 0:
            return line_end + 1
        end = start + BLOCK
        if self._charset == "utf-8":
            while end > start + BLOCK - 4 and self._content[end] & 0xC0 == 0x80:
                end -= 1
        return end

    def texts(self, block: Block) -> list[tuple[str, bool]]:
        """Lines, and long lines in pieces; `block.state` is 1 where the block begins inside of a line."""
        text = self._content[block.start : block.end].decode(self._charset, "replace")
        lines = text.split("\n")
        if len(lines) > 1 and not lines[-1] and block.end < len(self._content):
            lines.pop()
        rows: list[tuple[str, bool]] = []
        for line in lines:
            line = line.removesuffix("\r")
            if len(line) > LONGEST:
                rows += pieces(line)
            else:
                rows.append((line, True))
        if block.state and rows:
            rows[0] = (rows[0][0], False)
        return rows

    def may_hold(self, block: Block, needle: str) -> bool:
        """Looks for the needle's bytes where it is ASCII."""
        return not needle.isascii() or needle.encode() in self._content[block.start : block.end].lower()


def show_text(content: bytes, header: str) -> Shown:
    """The body as text. Raises Unreadable where it is binary."""
    found = charset_of(content, header)
    if found is None:
        raise Unreadable("This body is not text.")
    charset, note = found
    if len(content) > WHOLE:
        note = f"The first {WHOLE // 1024 // 1024} MB."
    return Shown(kind="text", text=whole(TextSource(content[:WHOLE], charset)), note=note)


def suits_text(sample: bytes, header: str) -> bool:
    """Whatever is not binary."""
    return charset_of(sample, header) is not None


TEXT = View(name="text", label="Text", suits=suits_text, show=show_text)
