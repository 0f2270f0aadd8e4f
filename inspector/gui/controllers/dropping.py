"""What is dropped onto the window is imported, where it is something that can be."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from inspector.core.errors import UsageError
from inspector.core.handing import forget, leave
from inspector.formats.registry import detect
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.importing import Importing
from inspector.gui.tasks import off
from inspector.gui.views.notice_bar import Notice

NAME = "dropped.txt"
"""The file that a dropped text is imported from; captures remember it."""


class Dropping:
    """Files are imported as they are, a text by way of a file that nobody else can read."""

    def __init__(self, asking: Asking, importing: Importing, drafts: Path) -> None:
        self._asking = asking
        self._importing = importing
        self._drafts = drafts

    def take_files(self, paths: Sequence[Path]) -> None:
        """Import files; folders are refused."""
        self._asking.start(self._take_files(paths), name="importing files")

    def take_text(self, text: str) -> None:
        """Import a text that is a cURL command, a raw request, HAR or JSONL."""
        self._asking.start(self._take_text(text), name="importing a text")

    def refuse(self) -> None:
        """Something else was dropped."""
        text = words.tr("Only files and text can be dropped here: HAR, JSONL, JSON, raw HTTP and cURL.")
        self._asking.post(Notice(text=text, kind="warns", key="dropped", seconds=8))

    async def _take_files(self, paths: Sequence[Path]) -> None:
        files = await off(lambda: [path for path in paths if not path.is_dir()])
        if len(files) < len(paths):
            text = words.tr("A folder cannot be imported; drop the files in it.")
            self._asking.post(Notice(text=text, kind="warns", key="dropped", seconds=8))
        self._importing.import_files(files)

    async def _take_text(self, text: str) -> None:
        content = (text.lstrip() + "\n").encode("utf-8", "surrogateescape")
        file = await off(leave, self._drafts, content, name=NAME)
        with ExitStack() as at_last:
            at_last.callback(forget, file)
            try:
                await off(detect, file)
            except UsageError:
                said = words.tr("This text is no cURL command, raw HTTP request, HAR or JSONL, so it was not imported.")
                self._asking.post(Notice(text=said, kind="warns", key="dropped", seconds=8))
                return
            then = at_last.pop_all().close
        self._importing.import_files((file,), name=words.tr("the dropped text"), then=then)
