"""Large bodies: each a file of its own in `captures.db.bodies`, named by a UUID and never shared."""

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from inspector.core.body import LARGE, Body

PART = ".part"
"""Ending of a file that no row names yet."""

ORPHAN_SECONDS = 3600.0
"""Age from which a file without a row is taken for left over by a process that was killed."""


class BodyFiles:
    """The folder of one store's large bodies."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        """`durable`: a file reaches the disk before the commit that names it."""
        self.folder = folder
        self.durable = durable

    def settle(self, body: Body) -> tuple[str, Path | None]:
        """Give a body its final file and return its name, and where it came from if it was renamed. Raises OSError.

        What the listener streamed is renamed; a file from elsewhere and a large body in memory are copied.
        """
        if body.path is not None and body.path.parent == self.folder and body.path.suffix == PART:
            name = body.path.stem
            if self.durable:
                _sync(body.path)
            body.path.rename(self.folder / name)
            return name, body.path
        name = uuid4().hex
        part = self.folder / (name + PART)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        try:
            with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.writelines(body.chunks())
            if self.durable:
                _sync(part)
            part.rename(self.folder / name)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        return name, None

    def unsettle(self, name: str, source: Path | None) -> None:
        """Take back what `settle` did, after its transaction failed. Never raises."""
        with suppress(OSError):
            if source is None:
                (self.folder / name).unlink(missing_ok=True)
            else:
                (self.folder / name).rename(source)

    def remove(self, names: Iterable[str]) -> None:
        """Delete files whose rows are gone. Never raises: what stays is swept later."""
        for name in names:
            with suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)

    def old_names(self) -> list[str]:
        """Files last written more than an hour ago, named by a row or not."""
        before = time.time() - ORPHAN_SECONDS
        with suppress(FileNotFoundError), os.scandir(self.folder) as entries:
            return [entry.name for entry in entries if entry.is_file() and entry.stat().st_mtime < before]
        return []

    def size(self) -> int:
        """Bytes of all files."""
        with suppress(FileNotFoundError), os.scandir(self.folder) as entries:
            return sum(entry.stat().st_size for entry in entries if entry.is_file())
        return 0


def needs_file(body: Body) -> bool:
    """Whether a body stands in a file rather than in the database."""
    return body.content is None or body.size > LARGE


def discard(body: Body) -> None:
    """Delete the part of a body that will never be stored. Never raises."""
    if body.path is not None and body.path.suffix == PART:
        with suppress(OSError):
            body.path.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
