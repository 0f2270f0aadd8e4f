"""The bytes of a body: in memory when small, in a file of their own when large."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

LARGE = 8 * 1024 * 1024
"""Bodies above this many bytes stream to a file and are never whole in memory."""

CHUNK = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body with its size in bytes and its SHA-256 as hex; either `content` or `path` holds the bytes."""

    size: int
    sha256: str
    content: bytes | None
    path: Path | None = None

    @classmethod
    def of(cls, content: bytes) -> "Body":
        """Make a body that is held in memory."""
        return cls(size=len(content), sha256=sha256(content).hexdigest(), content=content)

    @property
    def at_hand(self) -> "bytes | Body":
        """The bytes where they are in memory, else the body itself, to be read in pieces."""
        return self if self.content is None else self.content

    def read(self, limit: int | None = None) -> bytes:
        """The bytes, or the first `limit` of them. Raises OSError when the body's file is gone."""
        if self.content is not None:
            return self.content if limit is None else self.content[:limit]
        assert self.path is not None
        with self.path.open("rb") as file:
            return file.read() if limit is None else file.read(limit)

    def chunks(self) -> Iterator[bytes]:
        """The bytes in pieces of at most 256 KiB, so that a large body never fills the memory."""
        if self.content is not None:
            for start in range(0, len(self.content), CHUNK):
                yield self.content[start : start + CHUNK]
            return
        assert self.path is not None
        with self.path.open("rb") as file:
            while chunk := file.read(CHUNK):
                yield chunk


NO_BODY = Body.of(b"")
