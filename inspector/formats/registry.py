"""Every format that there is, in the order in which menus list them."""

import re
from pathlib import Path

from inspector.core.errors import UsageError
from inspector.formats.curl import CURL
from inspector.formats.format import Format, Refused
from inspector.formats.har import HAR
from inspector.formats.json_document import JSON
from inspector.formats.jsonl import JSONL
from inspector.formats.mapped import BOM
from inspector.formats.raw import MARK_LINE, RAW

__all__ = ["FORMATS", "Format", "Refused", "detect", "find"]

FORMATS: tuple[Format, ...] = (CURL, RAW, HAR, JSON, JSONL)

SAMPLE = 64 * 1024
"""Bytes of a file from which its format is told."""
OTHER_SUFFIXES = {".ndjson": JSONL, ".bash": CURL, ".curl": CURL, ".raw": RAW, ".rest": RAW}
CURL_LINE = re.compile(rb"(?:\s*(?:#[^\n]*)?\n)*[ \t]*(?:curl[ \t]|base64 -d <<)")
REQUEST = re.compile(rb"\s*[A-Za-z][A-Za-z-]* [^\s]+ HTTP/")


def find(name: str) -> Format:
    """The format of a name. Raises UsageError."""
    for format in FORMATS:
        if format.name == name:
            return format
    raise UsageError(f"There is no format {name!r}; there are {', '.join(format.name for format in FORMATS)}.")


def detect(path: Path) -> Format:
    """The format of a file, by what it begins with, else by its name. Raises UsageError and OSError."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE).removeprefix(BOM)
    if MARK_LINE.match(sample) or REQUEST.match(sample):
        return RAW
    if CURL_LINE.match(sample):
        return CURL
    start = sample.lstrip()[:1]
    suffix = path.suffix.lower()
    if start in (b"{", b"["):
        return _detect_json(sample, suffix)
    for format in FORMATS:
        if suffix == format.suffix:
            return format
    if suffix in OTHER_SUFFIXES:
        return OTHER_SUFFIXES[suffix]
    known = ", ".join(format.label for format in FORMATS if format.read)
    raise UsageError(f"{path.name} is of no format that can be read: {known}.")


def _detect_json(sample: bytes, suffix: str) -> Format:
    if suffix == ".har" or re.match(rb'\s*\{\s*"log"\s*:', sample):
        return HAR
    if suffix in (".jsonl", ".ndjson") or re.match(rb"\s*\{[^\n]+\}\s*\n\s*\{", sample):
        return JSONL
    return JSON
