"""Captures onto the clipboard, in any format; what holds a sender's secret is named first."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtGui import QGuiApplication

from inspector.core.capture import Capture
from inspector.core.errors import UsageError
from inspector.core.filter.tree import Filter
from inspector.formats.format import Format
from inspector.formats.registry import find
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.views.notice_bar import Notice

T = TypeVar("T")
LARGEST = 16 * 1024 * 1024
"""Bytes that go onto a clipboard; what is larger goes to a file."""


class ReadsEach(Protocol):
    """What copying needs of the reader; `work` runs on a thread."""

    async def each(self, wanted: "Sequence[int] | Filter", work: "Work[T]") -> T: ...


class Work(Protocol[T]):  # type: ignore[misc]
    """Something done with whole captures, on a thread."""

    def __call__(self, captures: Iterable[Capture], /) -> T: ...


class Copying:
    """Remembers the format that was used last."""

    def __init__(self, asking: Asking, reader: ReadsEach) -> None:
        self.last = "curl"
        self._asking = asking
        self._reader = reader

    def copy(self, ids: Sequence[int], format_name: str = "") -> None:
        """Put captures on the clipboard in a format, or the one used last."""
        if ids:
            self.last = format_name or self.last
            self._asking.start(self._copy(tuple(ids), find(self.last)), name="copying")

    def put(self, text: str, said: str) -> None:
        """Put a text on the clipboard and say so."""
        QGuiApplication.clipboard().setText(text)
        self._asking.post(Notice(text=said, kind="done", key="copied", seconds=3))

    def say(self, what: str) -> None:
        """Something small was put on the clipboard already."""
        self._asking.post(Notice(text=words.tr("%1 copied.").replace("%1", what), kind="done", key="copied", seconds=3))

    async def _copy(self, ids: tuple[int, ...], format: Format) -> None:
        text, secrets = await self._reader.each(ids, lambda captures: written(captures, format))
        copied = words.plural("1 capture copied as %1.", "%Ln captures copied as %1.", len(ids))
        said = copied.replace("%1", format.label)
        if not secrets:
            self.put(text, said)
            return
        warning = words.tr("This holds %1, as it was sent.").replace("%1", ", ".join(secrets))
        copy = (words.tr("Copy all the same"), lambda: self.put(text, said))
        self._asking.post(Notice(text=warning, kind="warns", key="copied", actions=(copy,)))


def written(captures: Iterable[Capture], format: Format) -> tuple[str, list[str]]:
    """The captures in a format as text, and the places in them that hold a sender's secret. Raises UsageError."""
    assert format.write is not None
    secrets: dict[str, None] = {}

    def noted() -> Iterable[Capture]:
        for capture in captures:
            secrets.update(dict.fromkeys(place_words(place) for place in capture.judgement.sensitive))
            yield capture

    content = bytearray()
    for part in format.write(noted()):
        content += part
        if len(content) > LARGEST:
            raise UsageError("This is too large for a clipboard; export it to a file instead (Ctrl+S).")
    return content.decode("utf-8", "replace"), list(secrets)


def place_words(place: str) -> str:
    """A place that holds a secret as it is named to people: `header:X-Gitlab-Token` is `X-Gitlab-Token`."""
    return place.partition(":")[2] or place
