"""A body without the values under certain names, however the names are written; every other byte stays."""

import json
import re
from urllib.parse import quote_plus, unquote_plus

from inspector.bodies.json_text import STRING

MARK = b"[redacted]"
"""What stands in the place of a value."""
_JSON_MARK = b'"%b"' % MARK
_STRING = re.compile(rb"(?P<text>%b)(?P<colon>\s*:\s*)?" % STRING.pattern, re.DOTALL)
_TOKEN = re.compile(STRING.pattern + rb"|[{}\[\]]|[^\s\"{}\[\],:]+", re.DOTALL)


def without_values(content: bytes, members: frozenset[str], fields: frozenset[str]) -> bytes:
    """The content with a mark for JSON members, at any depth, and for form fields of these names, in lower case.

    Where the body is no JSON, the members are those of the document in a form's field `payload`.
    """
    is_json = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    if is_json:
        content = without_members(content, members)
    if fields or not is_json:
        content = b"&".join(_without_field(pair, members, fields) for pair in content.split(b"&"))
    return content


def without_members(content: bytes, names: frozenset[str]) -> bytes:
    """A JSON text with a mark for the value of every member of these names, a list or an object too."""
    parts: list[bytes] = []
    kept = start = 0
    while match := _STRING.search(content, start):
        start = match.end()
        if match["colon"] and _name(match["text"]) in names:
            parts += (content[kept:start], _JSON_MARK)
            kept = start = _end_of_value(content, start)
    return b"".join((*parts, content[kept:]))


def _name(text: bytes) -> str:
    name = text.decode("utf-8", "replace")
    try:
        return str(json.loads(name, strict=False)).lower() if "\\" in name else name[1:-1].lower()
    except ValueError:
        return name[1:-1].lower()


def _end_of_value(content: bytes, start: int) -> int:
    depth = 0
    for match in _TOKEN.finditer(content, start):
        depth += (match.group() in (b"{", b"[")) - (match.group() in (b"}", b"]"))
        if depth <= 0:
            return match.end()
    return len(content)


def _without_field(pair: bytes, members: frozenset[str], fields: frozenset[str]) -> bytes:
    name, equals, value = pair.partition(b"=")
    read = unquote_plus(name.decode("latin-1"))
    if read.lower() in fields:
        return name + b"=" + MARK
    if read == "payload" and members:
        document = unquote_plus(value.decode("latin-1")).encode("utf-8", "replace")
        bare = without_members(document, members)
        return pair if bare == document else name + equals + quote_plus(bare).encode()
    return pair
