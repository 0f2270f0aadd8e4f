"""JSONL: the object of a capture on each line."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from inspector.core.capture import Capture
from inspector.formats.format import Format, Item, Refused, Strange, time_of
from inspector.formats.json_reading import from_json
from inspector.formats.json_writing import capture_text
from inspector.formats.mapped import BOM


def write(captures: Iterable[Capture]) -> Iterator[bytes]:
    """A line for each capture; one that is not large comes in one piece."""
    for capture in captures:
        if capture.request.body.content is not None:
            yield b"".join(capture_text(capture)) + b"\n"
        else:
            yield from capture_text(capture)
            yield b"\n"


def read(path: Path) -> Iterator[Item]:
    """A capture for each line that is not empty; a line that cannot be taken does not spoil the others."""
    written = time_of(path)
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            line = line.removeprefix(BOM) if number == 1 else line
            if not line.strip():
                continue
            try:
                yield from_json(parsed(line), file=path.name, otherwise_at=written)
            except Strange as strange:
                yield Refused(file=path.name, place=f"line {number}", why=str(strange))


def parsed(line: bytes) -> object:
    """What a line of JSON says; raises Strange."""
    try:
        thing: object = json.loads(line)
    except UnicodeDecodeError:
        raise Strange("this is no UTF-8 text") from None
    except (ValueError, RecursionError) as error:
        raise Strange(f"this is no JSON that can be read ({error})") from None
    return thing


JSONL = Format(name="jsonl", label="JSONL", suffix=".jsonl", media_type="application/x-ndjson", write=write, read=read)
