"""A capture without the secrets that its sender sent along, for who wants to pass it on."""

import re
from dataclasses import replace

from inspector.bodies.decoding import decode
from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.formats.format import content_of

MARK = b"[redacted]"
"""What stands in the place of a value."""
JSON_VALUE = rb'(?:"(?:[^"\\]|\\.)*"|[^\s,\]}{\[]+)'
"""A string, a number or a word."""


def without_secrets(capture: Capture) -> Capture:
    """The capture with a mark in place of each value that is secret; `redacted` names the places.

    The verdict stays, for it was found on what came; it does not hold for these bytes any more. A body that held a
    secret comes without its content encoding. Raises ResourceError where the body cannot be read.
    """
    places = capture.judgement.sensitive
    if not places:
        return capture
    request = without_fields(capture.request, _names(places, "header"))
    members, fields = _names(places, "json"), _names(places, "form")
    if members or fields:
        request = without_values(request, content_of(capture), members, fields)
    return replace(capture, request=request, redacted=tuple(dict.fromkeys((*capture.redacted, *places))))


def without_fields(request: Request, names: frozenset[bytes]) -> Request:
    """The request with a mark for the value of every header field of these names."""
    if not names:
        return request
    return replace(
        request,
        head=head_without(request.head, names),
        headers=_without(request.headers, names),
        trailers=_without(request.trailers, names),
    )


def head_without(head: bytes, names: frozenset[bytes]) -> bytes:
    """The bytes of a head, where a value goes with the lines that it is folded over."""
    lines: list[bytes] = []
    hiding = False
    for line in head.split(b"\n"):
        if line.startswith((b" ", b"\t")) and hiding:
            continue
        name, colon, value = line.partition(b":")
        hiding = bool(colon) and name.strip().lower() in names
        lines.append(name + b": " + MARK + (b"\r" if value.endswith(b"\r") else b"") if hiding else line)
    return b"\n".join(lines)


def without_values(request: Request, content: bytes, members: frozenset[bytes], fields: frozenset[bytes]) -> Request:
    """The request with a mark for the JSON members and form fields of these names, at any depth."""
    encoding = request.headers.get("content-encoding") or ""
    if encoding:
        content = decode(content, encoding).content
    for name in members:
        member = re.compile(rb'("%b"\s*:\s*)%b' % (re.escape(name), JSON_VALUE), re.IGNORECASE)
        content = member.sub(rb'\1"%b"' % MARK, content)
    for name in fields:
        field = re.compile(rb"((?:^|&)%b=)[^&\s]*" % re.escape(name), re.IGNORECASE | re.MULTILINE)
        content = field.sub(rb"\1%b" % MARK, content)
    drop = frozenset({b"content-encoding"} if encoding else ())
    length = str(len(content)).encode()
    pairs = [
        (name, length if name.lower() == b"content-length" else value)
        for name, value in request.headers
        if name.lower() not in drop
    ]
    return replace(request, head=_head_for(request.head, drop, length), headers=Headers(pairs), body=Body.of(content))


def _head_for(head: bytes, drop: frozenset[bytes], length: bytes) -> bytes:
    lines = []
    for line in head.split(b"\n"):
        name = line.partition(b":")[0].strip().lower()
        if name == b"content-length":
            line = line.partition(b":")[0] + b": " + length + (b"\r" if line.endswith(b"\r") else b"")
        if name not in drop:
            lines.append(line)
    return b"\n".join(lines)


def _without(headers: Headers, names: frozenset[bytes]) -> Headers:
    return Headers((name, MARK if name.lower() in names else value) for name, value in headers)


def _names(places: tuple[str, ...], kind: str) -> frozenset[bytes]:
    """Header fields by name; members of a body by the last step of their path."""
    parted = (place.partition(":") for place in places)
    found = (path if kind == "header" else path.rpartition(".")[2] for name, _, path in parted if name == kind)
    return frozenset(name.lower().encode() for name in found)
