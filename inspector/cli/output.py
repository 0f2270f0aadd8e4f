"""What commands print of captures: one line, or one object, each."""

import json
from typing import Literal

import click

from inspector.core.capture import Capture
from inspector.core.secret_query import hide_query
from inspector.core.verdict import Verdict
from inspector.formats.capture_json import to_json

Bodies = Literal["none", "text", "all"]

UNITS = ("KB", "MB", "GB", "TB")

MARKS = {
    "valid": ("✓ valid", "green"),
    "invalid": ("✗", "red"),
    "unsigned": ("unsigned", None),
    "no-secret": ("no secret", "yellow"),
    "unknown": ("", None),
}


def print_json(thing: object) -> None:
    """One object on one line, at once."""
    click.echo(json.dumps(thing, ensure_ascii=False, separators=(",", ":")))


def print_capture(capture: Capture, *, as_json: bool, bodies: Bodies = "text") -> None:
    """One capture as a line for people or an object for programs."""
    if as_json:
        print_json(to_json(capture, bodies=bodies))
    else:
        click.echo(line_of(capture))


def line_of(capture: Capture) -> str:
    """Number, time, verdict, event with its gist, request line, size and what the sender was told."""
    request, judgement = capture.request, capture.judgement
    what = " ".join(part for part in (judgement.provider, judgement.event, judgement.gist) if part)
    told = "–" if capture.response is None else str(capture.response.status)
    asked = f" [{handshake_words(capture)}]" if judgement.handshake else ""
    again = f" [{capture.repeat} {capture.attempt}]" if capture.repeat else ""
    where = f"malformed: {request.malformed}" if request.malformed else f"{request.method} {hide_query(request.target)}"
    clock = f"{request.received_at.astimezone():%H:%M:%S.%f}"[:-3]
    return (
        f"#{capture.id}  {clock}  {mark_of(judgement.verdict)}  {visible(what)}{asked}{again}  {visible(where)}"
        f"  {size_text(request.body.size)}  {told}"
    )


def handshake_words(capture: Capture) -> str:
    """Whether a handshake got its own answer; an imported one has none on record."""
    if capture.response is None:
        return "handshake"
    return "handshake answered" if capture.response.by == "handshake" else "handshake not answered"


def mark_of(verdict: Verdict) -> str:
    """The verdict in a word or two, coloured where colours are shown."""
    text, colour = MARKS[verdict.status]
    if verdict.status == "invalid":
        text = f"✗ {verdict.cause or 'not valid'}"
    return click.style(f"{text:<12}", fg=colour)


def size_text(size: int) -> str:
    """A number of bytes as people read it."""
    if size < 1000:
        return f"{size} B"
    amount, unit = size / 1000, 0
    while amount >= 1000 and unit < len(UNITS) - 1:
        amount, unit = amount / 1000, unit + 1
    return f"{amount:.1f} {UNITS[unit]}"


def counted(number: int, noun: str) -> str:
    """`1 capture`, `3 captures`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def visible(text: str) -> str:
    """Captured text made safe for a terminal: control and direction characters become visible marks."""
    return "".join(character if character.isprintable() else _mark(character) for character in text)


def _mark(character: str) -> str:
    return f"\\u{ord(character):04x}" if ord(character) > 0xFF else f"\\x{ord(character):02x}"
