"""Bodies on their way from the window to the engine. They go through files, since no body crosses the pipe."""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from inspector.core.errors import NothingError, ResourceError, UsageError

LEFT_OVER = 600.0
"""Seconds after which a file that nobody took is left over by a window that is gone."""


def leave(folder: Path, *parts: bytes, name: str = "draft") -> Path:
    """Write a file in a folder of its own within this one; only the user can read either. Raises ResourceError."""
    file = folder / uuid4().hex / name
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.parent.mkdir(mode=0o700)
        with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as written:
            written.writelines(parts)
    except OSError as error:
        forget(file)
        raise ResourceError(
            f"What is handed to the engine cannot be written in {folder}: {error.strerror or error}."
        ) from error
    return file


def take(folder: Path, file: Path) -> bytes:
    """What a file holds that was left in this folder; it is gone afterwards.

    Raises UsageError for any other file, NothingError for one that is gone, ResourceError for one that cannot be read.
    """
    if file.parent.parent != folder or ".." in file.parts:
        raise UsageError(f"{file.name} was not left for this store.")
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise NothingError("What was edited is gone; send it again.") from None
    except OSError as error:
        raise ResourceError(f"What was edited cannot be read: {error.strerror or error}.") from None
    finally:
        forget(file)


def forget(file: Path) -> None:
    """Remove a file that was left, with the folder of its own. Never raises."""
    shutil.rmtree(file.parent, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what a window left behind. Never raises."""
    before = time.time() - LEFT_OVER
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            with suppress(OSError):
                if entry.stat(follow_symlinks=False).st_mtime < before:
                    shutil.rmtree(entry) if entry.is_dir(follow_symlinks=False) else os.unlink(entry)
