"""Writes captures out of the store."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from inspector.cli.ids import LAST, find_id
from inspector.cli.opening import Opened, opened
from inspector.cli.options import Common, common
from inspector.cli.output import counted
from inspector.core.errors import NothingError, ResourceError, UsageError
from inspector.core.filter.parser import parse
from inspector.formats.format import Format
from inspector.formats.registry import FORMATS
from inspector.store.filter_sql import where

WRITABLE = tuple(format.name for format in FORMATS if format.write is not None)


@click.command("export")
@click.argument("filter", required=False, default="")
@click.option(
    "--format", "name", type=click.Choice(WRITABLE), help="The format. [default: by the file's name, else jsonl]"
)
@click.option("-o", "--output", metavar="FILE", default="-", help="Where to; - is standard output.")
@common
def command(common: Common, filter: str, name: str | None, output: str) -> int:
    """Write the captures that match FILTER (or the one named by its number or `last`), oldest first."""
    format = chosen_format(name, output)
    with common.paths() as paths, opened(paths, common.notice) as here:
        ids = matching(here, filter)
        if not ids:
            raise NothingError(f"No capture matches {filter}." if filter else "The store is empty.")
        assert format.write is not None
        pieces = format.write(here.reader.captures(ids))
        if output == "-":
            for piece in pieces:
                sys.stdout.buffer.write(piece)
            sys.stdout.buffer.flush()
        else:
            write_file(Path(output), progress(pieces, common, len(ids)))
            common.notice(f"Wrote {counted(len(ids), 'capture')} to {output}.")
    return 0


def write_through(path: Path, pieces: Iterable[bytes]) -> None:
    """Write into what is no ordinary file, such as a pipe. Raises ResourceError."""
    try:
        with path.open("wb") as file:
            for piece in pieces:
                file.write(piece)
    except OSError as error:
        raise ResourceError(f"{path} cannot be written: {error.strerror}.") from error


def chosen_format(name: str | None, output: str) -> Format:
    """The format that was named, or that the file's ending names."""
    if name is None:
        name = "jsonl" if output == "-" else format_of(output)
    return next(format for format in FORMATS if format.name == name)


def format_of(output: str) -> str:
    """The format that a file's ending names. Raises UsageError for one that names none."""
    for format in FORMATS:
        if format.write and output.endswith((format.suffix, f".{format.name}")):
            return format.name
    if Path(output).exists() and not Path(output).is_file():
        return "jsonl"
    raise UsageError(f"The name {output} tells no format; choose one with --format: {', '.join(WRITABLE)}.")


def matching(here: Opened, filter: str) -> list[int]:
    """Ids, oldest first, of a filter or of one capture by name."""
    if filter.isdecimal() or LAST.fullmatch(filter):
        id = find_id(here.reader, filter)
        here.reader.capture(id)
        return [id]
    return list(reversed(here.reader.ids(where(parse(filter)))))


def progress(pieces: Iterable[bytes], common: Common, total: int) -> Iterator[bytes]:
    """The same pieces, with a bar on a terminal."""
    if common.quiet or not sys.stderr.isatty() or total < 100:
        yield from pieces
        return
    with click.progressbar(pieces, length=total, label="Exporting", file=sys.stderr) as bar:
        yield from bar


def write_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all, readable by its owner alone; through a link, into a pipe or device as it comes.

    Raises ResourceError or UsageError.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        write_through(path, pieces)
        return
    part = path.with_name(path.name + ".part")
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            for piece in pieces:
                file.write(piece)
        part.replace(path)
    except FileNotFoundError as error:
        raise UsageError(f"There is no folder {path.parent}; make it or name another file.") from error
    except OSError as error:
        raise ResourceError(f"{path} cannot be written: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
