"""Captures into a file: written beside it, with progress and Cancel, and put in its place when whole."""

import os
import time
from collections.abc import Callable, Coroutine, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from inspector.core.capture import Capture
from inspector.core.errors import ResourceError
from inspector.core.filter.tree import Filter
from inspector.formats.format import Format
from inspector.formats.redaction import without_secrets
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.copying import ReadsEach
from inspector.gui.private_file import warning, write_private
from inspector.gui.secret_places import body_names, noting
from inspector.gui.views.notice_bar import Notice
from inspector.gui.views.progress_area import Job, ProgressArea

EVERY = 0.1
"""Seconds between two steps of progress."""


class Stopped(Exception):
    """The user pressed Cancel; nothing is left behind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be exported, and where to; `total` is how many captures that are."""

    wanted: Sequence[int] | Filter
    total: int
    path: Path
    format: Format


class Exporting(QObject):
    """One export at a time; the window stays usable. What holds a sender's secret is named before it is written."""

    _counted = Signal(int)

    def __init__(self, asking: Asking, reader: ReadsEach, progress: ProgressArea) -> None:
        super().__init__()
        self._asking = asking
        self._reader = reader
        self._progress = progress
        self._stop = Event()
        self._job: Job | None = None
        self._total = 0
        self._counted.connect(self._show_progress)

    def export(self, wanted: Sequence[int] | Filter, total: int, path: Path, format: Format) -> None:
        """Write captures to a file; `total` is how many there will be."""
        order = Order(wanted=wanted, total=total, path=path, format=format)
        self._begin(order, lambda: self._look(order))

    def save_body(self, id: int, path: Path) -> None:
        """Write the body of a capture to a file, the bytes as they came."""
        self._asking.start(self._look_at_body(id, path), name="saving a body")

    def cancel(self) -> None:
        """Stop the export that runs."""
        self._stop.set()

    def _begin(self, order: Order, work: Callable[[], Coroutine[None, None, None]]) -> None:
        if self._job is not None:
            self._asking.post(Notice(text=words.tr("Wait for the export that runs, or cancel it."), kind="warns"))
            return
        self._stop.clear()
        self._total = order.total
        text = words.tr("Exporting to %1…").replace("%1", order.path.name)
        self._job = self._progress.begin(text, self.cancel)
        self._asking.start(self._guarded(work()), name="exporting")

    async def _guarded(self, work: Coroutine[None, None, None]) -> None:
        try:
            await work
        except Stopped:
            text = words.tr("The export was cancelled; no file was written.")
            self._asking.post(Notice(text=text, key="export", seconds=6))
        finally:
            if self._job is not None:
                self._job.end()
                self._job = None

    async def _look(self, order: Order) -> None:
        """Write what holds no secret; else name the secrets and let the user choose."""
        secrets = await self._reader.each(order.wanted, lambda captures: secrets_of(captures, self._stop.is_set))
        if not secrets:
            await self._write(order, bare=False)
            return
        actions = (
            (words.tr("Export without"), lambda: self._begin(order, lambda: self._write(order, bare=True))),
            (words.tr("Export all the same"), lambda: self._begin(order, lambda: self._write(order, bare=False))),
        )
        self._asking.post(Notice(text=warning(secrets), kind="warns", key="export", actions=actions))

    async def _write(self, order: Order, *, bare: bool) -> None:
        count = await self._reader.each(
            order.wanted,
            lambda captures: write_file(
                order.path,
                order.format,
                map(without_secrets, captures) if bare else captures,
                self._counted.emit,
                self._stop.is_set,
            ),
        )
        text = words.plural("1 capture written to %1", "%Ln captures written to %1", count)
        text = text.replace("%1", str(order.path)) + (words.tr(", without secrets.") if bare else ".")
        self._asking.post(Notice(text=text, kind="done", key="export", seconds=10))

    async def _look_at_body(self, id: int, path: Path) -> None:
        secrets = await self._reader.each((id,), lambda captures: body_names(next(iter(captures)).judgement))
        if not secrets:
            await self._save_body(id, path, bare=False)
            return
        actions = tuple(
            (text, lambda bare=bare: self._asking.start(self._save_body(id, path, bare=bare), name="saving a body"))
            for text, bare in ((words.tr("Save without"), True), (words.tr("Save all the same"), False))
        )
        self._asking.post(Notice(text=warning(secrets), kind="warns", key="export", actions=actions))

    async def _save_body(self, id: int, path: Path, *, bare: bool) -> None:
        def save(captures: Iterable[Capture]) -> None:
            capture = next(iter(captures))
            write_body(path, without_secrets(capture) if bare else capture)

        await self._reader.each((id,), save)
        text = words.tr("Body written to %1").replace("%1", str(path))
        text += words.tr(", without secrets.") if bare else "."
        self._asking.post(Notice(text=text, kind="done", key="export", seconds=8))

    def _show_progress(self, count: int) -> None:
        if self._job is not None and not self._stop.is_set():
            text = words.tr("%1 of %2 captures written…").replace("%1", words.counted(count))
            self._job.tell(text.replace("%2", words.counted(self._total)), count, self._total)


def secrets_of(captures: Iterable[Capture], stopped: Callable[[], bool]) -> tuple[str, ...]:
    """The places in captures that hold a sender's secret, in the words of people. Raises Stopped."""
    found: dict[str, None] = {}
    for _ in noting(captures, found):
        if stopped():
            raise Stopped
    return tuple(found)


def write_file(
    path: Path, format: Format, captures: Iterable[Capture], tell: Callable[[int], None], stopped: Callable[[], bool]
) -> int:
    """Write captures to a file that only its owner can read; returns how many. Raises Stopped and ResourceError."""
    assert format.write is not None
    part = path.with_name(path.name + ".part")
    count = 0
    due = time.monotonic() + EVERY

    def counted() -> Iterator[Capture]:
        nonlocal count, due
        for capture in captures:
            if stopped():
                raise Stopped
            yield capture
            count += 1
            if time.monotonic() >= due:
                due = time.monotonic() + EVERY
                tell(count)

    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            for piece in format.write(counted()):
                if stopped():
                    raise Stopped
                file.write(piece)
        part.replace(path)
    except OSError as error:
        raise ResourceError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
    finally:
        with suppress(OSError):
            part.unlink()
    return count


def write_body(path: Path, capture: Capture) -> None:
    """Write the body of a capture to a file that only its owner can read. Raises ResourceError."""
    try:
        write_private(path, capture.request.body.chunks())
    except OSError as error:
        raise ResourceError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
