"""Bytes as hex digits to be edited, sixteen a line, and back; every digit has to be one."""

import re

from inspector.gui import words

WIDTH = 16
_DIGITS = re.compile(r"[0-9A-Fa-f]+")
_WORDS = re.compile(r"\S+")
_PRINTABLE = bytes(code if 0x20 <= code < 0x7F else ord(".") for code in range(256))


def hex_lines(content: bytes) -> str:
    """Sixteen bytes a line, with a wider gap in the middle."""
    parts = (content[start : start + WIDTH] for start in range(0, len(content), WIDTH))
    return "\n".join(f"{part[:8].hex(' ')}  {part[8:].hex(' ')}".rstrip() for part in parts)


def line_bytes(line: str) -> bytes:
    """The bytes of one line; what cannot be read counts as none."""
    try:
        return bytes.fromhex(line)
    except ValueError:
        return b""


def hex_bytes(text: str) -> bytes | None:
    """The bytes of all lines, or None where one of them cannot be read."""
    try:
        return bytes.fromhex(text)
    except ValueError:
        return None


def hex_problem(text: str) -> str:
    """A sentence with line and column of the first place that is no pair of hex digits, else empty."""
    if hex_bytes(text) is not None:
        return ""
    for number, line in enumerate(text.split("\n"), 1):
        for word in _WORDS.finditer(line):
            good = _DIGITS.match(word.group())
            length = good.end() if good else 0
            if length == len(word.group()) and length % 2 == 0:
                continue
            at = length if length < len(word.group()) else length - 1
            said = (
                words.tr("Line %1, column %2: “%3” is no hex digit.")
                if length < len(word.group())
                else words.tr("Line %1, column %2: “%3” is half a byte; each byte has two hex digits.")
            )
            said = said.replace("%1", words.counted(number)).replace("%2", words.counted(word.start() + at + 1))
            return said.replace("%3", word.group()[at])
    return words.tr("These are no hex digits.")


def readable(content: bytes) -> str:
    """What of the bytes is ASCII, with a dot for every other."""
    return content.translate(_PRINTABLE).decode()
