"""A file with a key of our own, made when it is first needed; several processes that start at once agree on one."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from inspector.core.errors import ResourceError


def read_or_make(path: Path, *, is_ours: Callable[[bytes], bool], make: Callable[[], bytes]) -> bytes:
    """What the file holds; where there is none, or one that is nothing of ours, `make` says what it shall hold.

    Raises ResourceError where it can be neither read nor made.
    """
    try:
        there = read(path, is_ours)
        return there if there is not None else _make(path, is_ours, make())
    except OSError as error:
        raise ResourceError(
            f"The key of the sample secrets {path} cannot be used: {error.strerror or error}."
        ) from error


def read(path: Path, is_ours: Callable[[bytes], bool]) -> bytes | None:
    """What the file holds, or None where there is none, or one that is nothing of ours. Raises OSError."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return None
    return content if is_ours(content) else None


def _make(path: Path, is_ours: Callable[[bytes], bool], content: bytes) -> bytes:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, part = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")  # made with 0600
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        if path.exists() and read(path, is_ours) is None:
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
