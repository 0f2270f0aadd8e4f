"""Files as bytes that the system pages in, so that a file may be larger than the memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import TypeAlias

Mapped: TypeAlias = bytes | mmap
BOM = b"\xef\xbb\xbf"
"""What some editors put before UTF-8 text."""


@contextmanager
def mapped(path: Path) -> Iterator[Mapped]:
    """The bytes of a file. Raises OSError."""
    with path.open("rb") as file:
        if path.stat().st_size == 0:
            yield b""
            return
        with mmap(file.fileno(), 0, access=ACCESS_READ) as content:
            yield content
