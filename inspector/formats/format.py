"""What a format is, and what reading a file gives where a part of it cannot be taken."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from inspector.core.capture import Arrival, Capture
from inspector.core.errors import ResourceError


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A part of a file that was not taken."""

    file: str
    place: str
    """Where in the file: `line 3`, `entry 2`; empty for all of it."""
    why: str
    """Why, as a clause: `this is no JSON`."""

    @property
    def reason(self) -> str:
        """The whole sentence."""
        return f"{self.file}{', ' if self.place else ''}{self.place}: {self.why.rstrip('.')}."


Item: TypeAlias = Arrival | Refused
Write: TypeAlias = Callable[[Iterable[Capture]], Iterator[bytes]]
Read: TypeAlias = Callable[[Path], Iterator[Item]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way out, in, or both."""

    name: str
    """How the command line names it: `har`."""
    label: str
    """How a menu names it: `HAR 1.2`."""
    suffix: str
    """How its files end, with the dot."""
    media_type: str
    write: Write | None = None
    read: Read | None = None


class Strange(ValueError):
    """A part of a file that cannot be taken; the text is a clause that says why."""


def content_of(capture: Capture) -> bytes:
    """The whole body of a capture. Raises ResourceError where its file cannot be read."""
    try:
        return capture.request.body.read()
    except OSError as error:
        raise lost_body(capture, error) from error


def chunks_of(capture: Capture) -> Iterator[bytes]:
    """The body of a capture in pieces of at most 256 KiB. Raises ResourceError where its file cannot be read."""
    try:
        yield from capture.request.body.chunks()
    except OSError as error:
        raise lost_body(capture, error) from error


def lost_body(capture: Capture, error: OSError) -> ResourceError:
    """The error for a body whose file cannot be read."""
    reason = error.strerror or error
    return ResourceError(f"The body of capture {capture.id} cannot be read ({reason}), so it cannot be exported.")


def time_of(path: Path) -> datetime:
    """When a file was last written: the time of arrival of what tells none itself."""
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
