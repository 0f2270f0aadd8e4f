"""Forms (application/x-www-form-urlencoded): names and values as they came: their order, repeats, empty ones."""

from urllib.parse import unquote_to_bytes

from inspector.bodies.shown import Shown, Table, Unreadable, View
from inspector.bodies.text import declared_charset, media_type

MOST = 10_000
"""Rows that are shown."""

LONGEST = 64 * 1024
"""Most bytes of a name or a value that are shown."""

TYPE = "application/x-www-form-urlencoded"


def show_form(content: bytes, header: str) -> Shown:
    """The form as a table. Raises Unreadable where the bytes are none."""
    if b"\0" in content or b"\n" in content.rstrip(b"\r\n"):
        raise Unreadable("This body is not a form.")
    charset = declared_charset(header) or "utf-8"
    pairs = content.rstrip(b"\r\n").split(b"&", MOST)
    rows = tuple(_pair(pair, charset) for pair in pairs[:MOST] if pair)
    note = f"The first {MOST} fields." if len(pairs) > MOST else None
    return Shown(kind="form", table=Table(("Name", "Value"), rows), note=note, language="form")


def _pair(pair: bytes, charset: str) -> tuple[str, str]:
    name, _, value = pair.partition(b"=")
    return _text(name, charset), _text(value, charset)


def _text(raw: bytes, charset: str) -> str:
    decoded = unquote_to_bytes(raw[:LONGEST].replace(b"+", b" ")).decode(charset, "replace")
    return decoded if len(raw) <= LONGEST else decoded + "…"


def suits_form(sample: bytes, header: str) -> bool:
    """By the media type."""
    return media_type(header) == TYPE


FORM = View(name="form", label="Form", suits=suits_form, show=show_form)
