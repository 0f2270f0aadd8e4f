"""The key from which the secrets of sample events are derived: 32 random bytes in the config folder, made once."""

import os
import tempfile
from pathlib import Path

from inspector.core.errors import ResourceError

SIZE = 32
"""Bytes."""


def read_or_make(path: Path) -> bytes:
    """The key, made where there is none yet; several processes that start at once agree on one.

    Raises ResourceError where it can be neither read nor made.
    """
    try:
        key = _read(path)
        return key if key is not None else _make(path)
    except OSError as error:
        raise ResourceError(
            f"The key of the sample secrets {path} cannot be used: {error.strerror or error}."
        ) from error


def _read(path: Path) -> bytes | None:
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        return None
    return key if len(key) == SIZE else None


def _make(path: Path) -> bytes:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")  # made with 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(os.urandom(SIZE))
        if path.exists() and _read(path) is None:  # of another length: nothing of ours
            os.replace(part, path)
        else:
            _claim(Path(part), path)
    finally:
        Path(part).unlink(missing_ok=True)
    return path.read_bytes()


def _claim(part: Path, path: Path) -> None:
    """Give the file its name, unless another process was first."""
    try:
        os.link(part, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        os.replace(part, path)
