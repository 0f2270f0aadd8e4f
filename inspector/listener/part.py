"""The file that a large body grows in."""

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

from inspector.core.body import Body

FIRST = 64 * 1024
"""What is kept of a body that the disk had no room for."""


class Part:
    """`<uuid4>.part` in the folder of large bodies. Used by one worker thread at a time, never by the loop's."""

    __slots__ = ("_bodies", "_file", "_first", "_hash", "_path", "_size")

    def __init__(self, bodies: Callable[[], Path]) -> None:
        self._bodies = bodies
        self._file: int | None = None
        self._path: Path | None = None
        self._hash = sha256()
        self._size = 0
        self._first = b""

    def write(self, content: bytes) -> None:
        """Append. Raises OSError when there is no room."""
        self._hash.update(content)
        if self._file is None:
            self._first = content[:FIRST]
            folder = self._bodies()
            folder.mkdir(mode=0o700, exist_ok=True)
            self._path = folder / f"{uuid4()}.part"
            flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
            self._file = os.open(self._path, flags, 0o600)
        left = memoryview(content)
        while left:
            left = left[os.write(self._file, left) :]
        self._size += len(content)

    def finish(self, content: bytes, large: int) -> Body:
        """Append the last bytes and close; a body that is not large after all comes back to memory. Raises OSError."""
        self.write(content)
        assert self._file is not None
        assert self._path is not None
        os.close(self._file)
        self._file = None
        if self._size > large:
            return Body(size=self._size, sha256=self._hash.hexdigest(), content=None, path=self._path)
        body = Body(size=self._size, sha256=self._hash.hexdigest(), content=self._path.read_bytes())
        self._path.unlink()
        return body

    def abandon(self) -> Body:
        """Remove the file, which makes room on a full disk; the first bytes remain."""
        if self._file is not None:
            os.close(self._file)
            self._file = None
        if self._path is not None:
            self._path.unlink(missing_ok=True)
        return Body.of(self._first)
