"""Captures out of files into the store, with progress and Cancel, and a word on each thing that was refused."""

from collections.abc import Callable, Sequence
from pathlib import Path

from inspector.core.long_work import StopImport, Taken
from inspector.core.messages import Import, Imported
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.views.notice_bar import Notice
from inspector.gui.views.progress_area import Job, ProgressArea

SECONDS = 6 * 3600.0
"""The longest that an import may take."""
TOLD = 2
"""Sentences about what was refused that stand in the message; all of them are in a list."""


class Importing:
    """One import at a time, read by the engine; `show_refused` lists what it did not take."""

    def __init__(self, asking: Asking, progress: ProgressArea, show_refused: Callable[[Sequence[str]], None]) -> None:
        self._asking = asking
        self._progress = progress
        self._show_refused = show_refused
        self._job: Job | None = None
        self._name = ""
        self._cancelled = False

    def import_files(self, paths: Sequence[Path], *, name: str = "", then: Callable[[], None] | None = None) -> None:
        """Take captures from files into the store; `name` is what people call them, `then` follows in any case."""
        if not paths:
            return
        if self._job is not None:
            self._asking.post(Notice(text=words.tr("Wait for the import that runs, or cancel it."), kind="warns"))
            if then is not None:
                then()
            return
        self._name = name or names_of(paths)
        self._cancelled = False
        self._job = self._progress.begin(words.tr("Importing %1…").replace("%1", self._name), self.cancel)
        self._asking.start(self._import(tuple(map(str, paths)), then), name="importing")

    def cancel(self) -> None:
        """Take no more; what was taken stays."""
        self._cancelled = True
        self._asking.send(StopImport())

    def taken(self, fact: Taken) -> None:
        """So many were taken so far."""
        if self._job is not None:
            text = words.plural("1 capture from %1…", "%Ln captures from %1…", fact.count)
            self._job.tell(text.replace("%1", self._name))

    async def _import(self, paths: tuple[str, ...], then: Callable[[], None] | None) -> None:
        try:
            imported = await self._asking.answer(Import(paths=paths), Imported, seconds=SECONDS)
        finally:
            if self._job is not None:
                self._job.end()
                self._job = None
            if then is not None:
                then()
        if imported is not None:
            self._asking.post(self._notice(imported))

    def _notice(self, imported: Imported) -> Notice:
        refused = imported.refused
        text = words.plural("1 capture imported.", "%Ln captures imported.", imported.taken)
        if self._cancelled:
            text = words.tr("Cancelled: %1").replace("%1", text)
        told = list(refused[:TOLD])
        if len(refused) > TOLD:
            told.append(words.plural("1 more was refused.", "%Ln more were refused.", len(refused) - TOLD))
        more = ((words.tr("See all"), lambda: self._show_refused(refused)),) if len(refused) > TOLD else ()
        kind = "told" if self._cancelled else "warns" if imported.taken else "failed"
        return Notice(
            text=" ".join((text, *told)),
            kind=kind if refused or self._cancelled else "done",  # type: ignore[arg-type]
            key="import",
            actions=more,
            seconds=None if refused else 8.0,
        )


def names_of(paths: Sequence[Path]) -> str:
    """The files as people call them: three by name, the rest counted."""
    names = ", ".join(path.name for path in paths[:3])
    more = len(paths) - 3
    return names if more <= 0 else names + words.plural(" and 1 more", " and %Ln more", more)
