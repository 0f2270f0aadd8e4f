"""Captures as a file that is dragged out of the window: in a private folder, and without captured secrets."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from inspector.core.capture import Capture
from inspector.core.errors import InspectorError, UsageError
from inspector.formats.redaction import without_secrets
from inspector.formats.registry import find
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.exporting import write_file
from inspector.gui.secret_places import noting
from inspector.gui.views.notice_bar import Notice

MOST = 500
"""Captures that are dragged out at once: the window waits while they are written."""
LARGEST = 16 * 1024 * 1024
"""Bytes of their bodies together."""

ReadNow = Callable[[Sequence[int], Callable[[Iterable[Capture]], int]], int]


class Packing:
    """One capture is raw HTTP, several are HAR. The files stay until the window closes, for they may be copied late."""

    def __init__(self, asking: Asking, read_now: ReadNow) -> None:
        self._asking = asking
        self._read_now = read_now
        self._folder: Path | None = None

    def pack(self, ids: Sequence[int]) -> Path | None:
        """A file with these captures, oldest first; None after a notice that says why there is none."""
        if len(ids) > MOST:
            text = words.tr("More than %1 captures cannot be dragged; export them (Ctrl+S).")
            self._tell(text.replace("%1", words.counted(MOST)))
            return None
        ordered = sorted(ids)
        format = find("raw" if len(ordered) == 1 else "har")
        name = f"capture-{ordered[0]}" if len(ordered) == 1 else f"captures-{ordered[0]}-to-{ordered[-1]}"
        left_out: dict[str, None] = {}
        size = 0

        def bare(captures: Iterable[Capture]) -> Iterator[Capture]:
            nonlocal size
            for capture in noting(captures, left_out):
                size += capture.request.body.size
                if size > LARGEST:
                    text = words.tr("More than %1 cannot be dragged; export it (Ctrl+S).")
                    raise UsageError(text.replace("%1", words.size(LARGEST)))
                yield without_secrets(capture)

        try:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="webhook-inspector-"))
            file = self._folder / f"{name}{format.suffix}"
            self._read_now(
                ordered, lambda captures: write_file(file, format, bare(captures), lambda count: None, lambda: False)
            )
        except InspectorError as error:
            self._tell(str(error))
            return None
        except OSError as error:
            text = words.tr("No file can be made to drag out: %1. Export it (Ctrl+S) to another place.")
            self._tell(text.replace("%1", error.strerror or str(error)))
            return None
        if left_out:
            text = words.tr("Dragged out without %1; export it (Ctrl+S) where the file is to hold that.")
            self._tell(text.replace("%1", ", ".join(left_out)))
        return file

    def close(self) -> None:
        """Remove what was dragged out; who wanted it has a copy by now."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _tell(self, text: str) -> None:
        self._asking.post(Notice(text=text, kind="warns", key="dragged", seconds=8))
