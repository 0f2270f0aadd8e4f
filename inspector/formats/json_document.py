"""JSON: one array with the object of each capture; what is read may also be one object alone."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import ijson

from inspector.core.capture import Capture
from inspector.formats.format import Format, Item, Refused, Strange, time_of
from inspector.formats.json_reading import from_json
from inspector.formats.json_writing import capture_text
from inspector.formats.mapped import BOM


def write(captures: Iterable[Capture]) -> Iterator[bytes]:
    """An array, an object a line, always an array so that a script can rely on it."""
    before = b"[\n"
    for capture in captures:
        yield before
        yield from capture_text(capture)
        before = b",\n"
    yield b"\n]\n" if before == b",\n" else b"[]\n"


def read(path: Path) -> Iterator[Item]:
    """A capture for each object, read one after the other, so that the file may be larger than the memory."""
    written = time_of(path)
    for place, thing in things(path, "entry"):
        if isinstance(thing, Refused):
            yield thing
            continue
        try:
            yield from_json(thing, file=path.name, otherwise_at=written)
        except Strange as strange:
            yield Refused(file=path.name, place=place, why=str(strange))


def things(path: Path, word: str, below: str = "") -> Iterator[tuple[str, object]]:
    """The values of a JSON array (or of one `below` a path such as `log.entries`), each with its place in words.

    Values may also stand one after the other without an array. Where the JSON breaks, a Refused is the last.
    """
    number = 0
    with path.open("rb") as file:
        start = begin(file)
        prefix = f"{below}.item" if below else "item" if start == b"[" else ""
        try:
            for number, thing in enumerate(ijson.items(file, prefix, multiple_values=True), start=1):
                yield f"{word} {number}", thing
        except (ijson.JSONError, UnicodeDecodeError, ValueError) as error:
            why = f"this is no JSON that can be read ({first_line(error)})"
            place = f"after {word} {number}" if number else ""
            yield place, Refused(file=path.name, place=place, why=why)


def begin(file: BinaryIO) -> bytes:
    """Go behind a byte order mark, and say which byte comes first that is no blank."""
    start = len(BOM) if file.read(len(BOM)) == BOM else 0
    file.seek(start)
    while (byte := file.read(1)) and byte.isspace():
        pass
    file.seek(start)
    return byte


def first_line(error: Exception) -> str:
    """What a parser says, without the picture that it draws of the place."""
    said = error.args[0] if error.args else ""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    return " ".join(text.split("\n", 1)[0].split()) or "it ends too early"


JSON = Format(name="json", label="JSON", suffix=".json", media_type="application/json", write=write, read=read)
