"""Captures into a file: written beside it, with progress and Cancel, and put in its place when whole."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from inspector.core.capture import Capture
from inspector.core.errors import ResourceError
from inspector.core.filter.tree import Filter
from inspector.core.messages import Import, Imported
from inspector.formats.format import Format
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.copying import ReadsEach
from inspector.gui.views.notice_bar import Notice

SLOW = 0.5
"""Seconds after which progress is shown."""
EVERY = 0.2
"""Seconds between two steps of progress."""
IMPORTS = 3600.0
"""Seconds that an import may take."""
MOST_TOLD = 3
"""Sentences about what an import refused; the rest is counted."""


class Stopped(Exception):
    """The user pressed Cancel; nothing is left behind."""


class Exporting(QObject):
    """One export or import at a time; the window stays usable."""

    _written = Signal(int)

    def __init__(self, asking: Asking, reader: ReadsEach) -> None:
        super().__init__()
        self._asking = asking
        self._reader = reader
        self._stop = Event()
        self._total = 0
        self._running = False
        self._written.connect(self._show_progress)

    def export(self, wanted: Sequence[int] | Filter, total: int, path: Path, format: Format) -> None:
        """Write captures to a file; `total` is how many there will be."""
        if self._running:
            self._asking.post(Notice(text=words.tr("Wait for the export that runs, or cancel it."), kind="warns"))
            return
        self._running, self._total = True, total
        self._stop.clear()
        self._asking.start(self._export(wanted, path, format), name="exporting")

    def import_files(self, paths: Sequence[Path]) -> None:
        """Take captures from files into the store."""
        if paths:
            self._asking.start(self._import(tuple(str(path) for path in paths)), name="importing")

    def save_body(self, id: int, path: Path) -> None:
        """Write the body of a capture to a file, the bytes as they came."""
        self._asking.start(self._save_body(id, path), name="saving a body")

    def cancel(self) -> None:
        """Stop the export that runs."""
        self._stop.set()

    async def _export(self, wanted: Sequence[int] | Filter, path: Path, format: Format) -> None:
        try:
            count = await self._reader.each(
                wanted, lambda captures: write_file(path, format, captures, self._written.emit, self._stop.is_set)
            )
        except Stopped:
            text = words.tr("The export was cancelled; no file was written.")
            self._asking.post(Notice(text=text, key="export", seconds=6))
            return
        except BaseException:
            self._asking.notices.withdraw("export")
            raise
        finally:
            self._running = False
        text = words.plural("1 capture written to %1.", "%Ln captures written to %1.", count)
        self._asking.post(Notice(text=text.replace("%1", str(path)), kind="done", key="export", seconds=10))

    async def _save_body(self, id: int, path: Path) -> None:
        await self._reader.each((id,), lambda captures: write_body(path, next(iter(captures))))
        text = words.tr("Body written to %1.").replace("%1", str(path))
        self._asking.post(Notice(text=text, kind="done", key="export", seconds=8))

    async def _import(self, paths: tuple[str, ...]) -> None:
        names = ", ".join(Path(path).name for path in paths[:3])
        self._asking.post(Notice(text=words.tr("Importing %1…").replace("%1", names), key="import", closable=False))
        imported = await self._asking.answer(Import(paths=paths), Imported, seconds=IMPORTS)
        if imported is None:
            self._asking.notices.withdraw("import")
            return
        text = words.plural("1 capture imported.", "%Ln captures imported.", imported.taken)
        refused = list(imported.refused[:MOST_TOLD])
        if len(imported.refused) > MOST_TOLD:
            more = len(imported.refused) - MOST_TOLD
            refused.append(words.plural("1 more was refused.", "%Ln more were refused.", more))
        text = " ".join((text, *refused))
        seconds = None if refused else 8.0
        self._asking.post(Notice(text=text, kind="warns" if refused else "done", key="import", seconds=seconds))

    def _show_progress(self, count: int) -> None:
        if self._running and not self._stop.is_set():
            text = words.tr("%1 of %2 written…").replace("%1", words.counted(count))
            text = text.replace("%2", words.counted(self._total))
            cancel = (words.tr("Cancel"), self.cancel)
            self._asking.post(Notice(text=text, key="export", actions=(cancel,), closable=False))


def write_file(
    path: Path, format: Format, captures: Iterable[Capture], tell: Callable[[int], None], stopped: Callable[[], bool]
) -> int:
    """Write captures to a file that only its owner can read; returns how many. Raises Stopped and ResourceError."""
    assert format.write is not None
    part = path.with_name(path.name + ".part")
    count = 0
    due = time.monotonic() + SLOW

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
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            for piece in capture.request.body.chunks():
                file.write(piece)
    except OSError as error:
        raise ResourceError(f"{path} cannot be written: {error.strerror}. Choose another place.") from error
