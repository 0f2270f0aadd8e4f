"""A draft: an edited request on its way to a target. Its body is beside it, since it may be large."""

import re
from dataclasses import dataclass

from inspector.core.head import read_head
from inspector.core.headers import NO_HEADERS, Headers, to_text

HEAD_END = b"\r\n\r\n"
_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""What methods and names of fields are made of (RFC 9110, section 5.6.2)."""
_TARGET = re.compile(rb"[!-~\x80-\xff]+")
_LINE_BREAK = re.compile(rb"[\r\n\0]")
VERSIONS = ("1.0", "1.1")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """The head of an edited request."""

    method: str
    target: bytes
    """Path and query as they go out, or the target of another form."""
    http_version: str = "1.1"
    headers: Headers = NO_HEADERS

    def head(self) -> bytes:
        """The bytes up to and with the empty line."""
        line = b"%b %b HTTP/%b\r\n" % (self.method.encode(), self.target, self.http_version.encode())
        return line + b"".join(b"%b: %b\r\n" % pair for pair in self.headers) + b"\r\n"

    def problem(self) -> str:
        """A sentence where this is no request that HTTP/1.1 can carry, else empty."""
        if not self.method:
            return "A request needs a method, for example POST."
        if not _TOKEN.fullmatch(self.method.encode("utf-8", "surrogateescape")):
            return f"{self.method!r} is no method: it holds a space or another character that a method cannot have."
        if not self.target:
            return "A request needs a path, for example /hooks."
        if not _TARGET.fullmatch(self.target):
            return "The path holds a space or a control character; write a space as %20."
        return next((problem for pair in self.headers if (problem := field_problem(*pair))), "")


def field_problem(name: bytes, value: bytes) -> str:
    """A sentence where a header field cannot be sent, else empty (RFC 9110, section 5.5)."""
    if not name:
        return "A header field has no name."
    if not _TOKEN.fullmatch(name):
        return f"{to_text(name)!r} is no name of a header field: names hold letters, digits and - only."
    if _LINE_BREAK.search(value):
        return f"The value of {to_text(name)} holds a line break or a NUL; a field is one line."
    return ""


def read_draft(content: bytes) -> tuple[Draft, int]:
    """The draft that some bytes begin with, and where its body begins. Without an empty line there is no body."""
    end = content.find(HEAD_END)
    start = len(content) if end < 0 else end + len(HEAD_END)
    head = content[:start]
    read = read_head(head)
    line = head.partition(b"\n")[0]
    return (
        Draft(
            method=read.method,
            target=line.partition(b" ")[2].rpartition(b" ")[0].strip() if read.target else b"",
            http_version=read.http_version if read.http_version in VERSIONS else "1.1",
            headers=read.headers,
        ),
        start,
    )


def differences(method: str, target: bytes, headers: Headers, draft: Draft) -> tuple[str, ...]:
    """What of a draft's head is not as it was: `method`, `path`, and the names of the fields that differ."""
    found = [name for name, same in (("method", method == draft.method), ("path", target == draft.target)) if not same]
    names = {name.lower(): name for name, _ in (*draft.headers, *headers)}
    for key, name in names.items():
        if values(headers, key) != values(draft.headers, key):
            found.append(to_text(name))
    return tuple(found)


def values(headers: Headers, key: bytes) -> list[tuple[bytes, bytes]]:
    """The fields of one name in lower case, as they stand."""
    return [pair for pair in headers if pair[0].lower() == key]
