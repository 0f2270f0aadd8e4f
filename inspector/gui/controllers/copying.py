"""Captures onto the clipboard, in any format; what holds a sender's secret is named first."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from inspector.core.capture import Capture
from inspector.core.errors import UsageError
from inspector.core.filter.tree import Filter
from inspector.formats.capture_json import body_text
from inspector.formats.format import Format
from inspector.formats.redaction import without_secrets
from inspector.formats.registry import FORMATS, find
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.private_file import warning
from inspector.gui.secret_places import body_names, noting
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


class Copying(QObject):
    """Remembers the format that was used last; `used` comes when it is another one."""

    used = Signal(str)

    def __init__(self, asking: Asking, reader: ReadsEach) -> None:
        super().__init__()
        self.last = "curl"
        self._asking = asking
        self._reader = reader

    def copy(self, ids: Sequence[int], format_name: str = "") -> None:
        """Put captures on the clipboard in a format, or the one used last."""
        if ids:
            self.prefer(format_name or self.last)
            self._asking.start(self._copy(tuple(ids), find(self.last)), name="copying")

    def prefer(self, format_name: str) -> None:
        """Offer this format first; one that is not known is ignored."""
        known = any(one.name == format_name and one.write is not None for one in FORMATS)
        if known and format_name != self.last:
            self.last = format_name
            self.used.emit(format_name)

    def copy_bodies(self, ids: Sequence[int]) -> None:
        """Put the bodies of captures on the clipboard as text, one below the other."""
        if ids:
            self._asking.start(self._copy_bodies(tuple(ids)), name="copying a body")

    def offer(self, text: str, said: str, secrets: Sequence[str], without: Callable[[], None] | None = None) -> None:
        """Put a text on the clipboard; where it holds a sender's secret, name that first. `without` copies the rest."""
        if not secrets:
            self.put(text, said)
            return
        copy = (words.tr("Copy all the same"), lambda: self.put(text, said))
        bare = ((words.tr("Copy without"), without),) if without is not None else ()
        self._asking.post(Notice(text=warning(secrets), kind="warns", key="copied", actions=(*bare, copy)))

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

        def without() -> None:
            self._asking.start(self._copy_without(ids, format), name="copying")

        self.offer(text, copied.replace("%1", format.label), secrets, without)

    async def _copy_without(self, ids: tuple[int, ...], format: Format) -> None:
        text, _ = await self._reader.each(ids, lambda captures: written(map(without_secrets, captures), format))
        copied = words.plural(
            "1 capture copied as %1, without secrets.", "%Ln captures copied as %1, without secrets.", len(ids)
        )
        self.put(text, copied.replace("%1", format.label))

    async def _copy_bodies(self, ids: tuple[int, ...]) -> None:
        text, secrets = await self._reader.each(ids, bodies)
        self.offer(text, words.plural("Body copied.", "%Ln bodies copied.", len(ids)), secrets)


def written(captures: Iterable[Capture], format: Format) -> tuple[str, list[str]]:
    """The captures in a format as text, and the places in them that hold a sender's secret. Raises UsageError."""
    assert format.write is not None
    secrets: dict[str, None] = {}
    content = bytearray()
    for part in format.write(noting(captures, secrets)):
        content += part
        if len(content) > LARGEST:
            raise UsageError("This is too large for a clipboard; export it to a file instead (Ctrl+S).")
    return content.decode("utf-8", "replace"), list(secrets)


def bodies(captures: Iterable[Capture]) -> tuple[str, list[str]]:
    """The bodies as text, content encoding undone, and the places in them that hold a secret. Raises UsageError."""
    texts: list[str] = []
    secrets: dict[str, None] = {}
    for capture in captures:
        text = body_text(capture, LARGEST)
        if text is None or sum(map(len, texts)) + len(text) > LARGEST:
            raise UsageError(f"The body of #{capture.id} is no text, or too large for a clipboard; save it to a file.")
        texts.append(text)
        secrets.update(dict.fromkeys(body_names(capture.judgement)))
    return "\n".join(texts), list(secrets)
