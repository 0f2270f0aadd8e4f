"""Where the text fields of a multipart form (RFC 7578) stand: one is set, and all other bytes stay as they are."""

import re
from dataclasses import dataclass
from typing import Final

MULTIPART: Final = "multipart/form-data"
BOUNDARY = re.compile(r';\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))', re.IGNORECASE)
DISPOSITION = re.compile(rb"^content-disposition:([^\r\n]{0,1000})", re.IGNORECASE | re.MULTILINE)
NAME = re.compile(rb';\s*name="([^"]*)"')
FILE = re.compile(rb";\s*filename\*?=", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField:
    """One field of the form that is no file."""

    name: str
    start: int
    end: int
    """Where its value stands in the body."""


def boundary_of(content_type: str) -> bytes:
    """What stands between the parts of such a form; empty where the Content-Type names nothing."""
    found = BOUNDARY.search(content_type)
    return (found[1] or found[2]).encode("latin-1", "replace") if found else b""


def text_fields(body: bytes, boundary: bytes) -> list[TextField]:
    """The fields that are no files, in order; empty where the body is no such form."""
    line = b"--" + boundary
    found: list[TextField] = []
    start = body.find(line) + len(line)
    while start >= len(line) and (end := body.find(b"\r\n" + line, start)) >= 0:
        blank = body.find(b"\r\n\r\n", start, end)
        told = DISPOSITION.search(body, start, max(blank, start))
        name = NAME.search(told[1]) if told and not FILE.search(told[1]) else None
        if name:
            found.append(TextField(name=name[1].decode("utf-8", "replace"), start=blank + 4, end=end))
        start = end + 2 + len(line)
    return found


def with_field(body: bytes, boundary: bytes, name: str, value: str) -> bytes:
    """The form with one more field behind all others; a body that is no such form stays as it is."""
    end = body.rfind(b"--" + boundary + b"--")
    if end < 0:
        return body
    quoted = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
    part = f'Content-Disposition: form-data; name="{quoted}"\r\n\r\n{value}\r\n'
    return body[:end] + b"--" + boundary + b"\r\n" + part.encode() + body[end:]
