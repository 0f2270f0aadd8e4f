"""Edit and resend: a window for each capture that is edited; what it sends goes through a file to the engine."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from inspector.core.capture import Capture
from inspector.core.dispatch import Dispatch
from inspector.core.errors import InspectorError, ResourceError, UsageError
from inspector.core.handing import forget, leave
from inspector.core.sending_wishes import SendDraft
from inspector.dispatch.targets import display_name, target_url
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.resending import Agrees
from inspector.gui.tasks import off
from inspector.gui.views.editing.changes import Edited
from inspector.gui.views.editing.edit_dialog import EditDialog, original_of
from inspector.gui.views.question import ask

SECONDS = 60.0
"""How long the window waits for a response; the engine gives up earlier."""


class ReadsCapture(Protocol):
    """What editing needs of the reader."""

    async def capture(self, id: int) -> Capture: ...


class Editing:
    """One window a capture; asked for again it comes to the front."""

    def __init__(
        self, *, asking: Asking, habits: Habits, reader: ReadsCapture, resending: Agrees, drafts: Path, parent: QWidget
    ) -> None:
        self._asking = asking
        self._habits = habits
        self._reader = reader
        self._resending = resending
        self._drafts = drafts
        self._parent = parent
        self._open: dict[int, EditDialog] = {}

    def edit(self, id: int) -> None:
        """Open a capture to be edited."""
        dialog = self._open.get(id)
        if dialog is None:
            self._asking.start(self._edit(id), name="editing")
        else:
            dialog.raise_()
            dialog.activateWindow()

    async def _edit(self, id: int) -> None:
        capture = await self._reader.capture(id)
        try:
            body = await off(capture.request.body.read)
        except OSError:
            raise ResourceError(
                "The file that holds the body of this capture is gone, so it cannot be edited."
            ) from None
        if id in self._open:
            return
        settings = self._habits.settings
        dialog = EditDialog(capture, original_of(capture, body), limit=settings.max_body, parent=self._parent)
        dialog.show_target(settings.target, settings.recent_targets)
        dialog.send_wanted.connect(lambda target, edited: self._wanted(id, target, edited))
        dialog.finished.connect(lambda _: self._open.pop(id, None))
        self._open[id] = dialog
        dialog.show()

    def _wanted(self, id: int, target: str, edited: Edited) -> None:
        dialog = self._open[id]
        try:
            self._resending.agree(
                target,
                1,
                lambda: self._send(id, target, edited),
                lambda place, _, agreed: confirm(dialog, place, agreed),
            )
        except UsageError as error:
            dialog.show_problem(str(error))

    def _send(self, id: int, target: str, edited: Edited) -> None:
        self._habits.name_target(target)
        self._asking.start(self._sent(id, target, edited), name="sending what was edited")

    async def _sent(self, id: int, target: str, edited: Edited) -> None:
        if id in self._open:
            self._open[id].show_busy(display_name(target_url(target, "")))
        said = ""
        sent: tuple[Dispatch, ...] = ()
        file: Path | None = None
        try:
            file = await off(leave, self._drafts, edited.draft.head(), edited.body)
            answer = await self._asking.engine.ask(SendDraft(file=str(file), of=id, target=target), seconds=SECONDS)
            capture = await self._reader.capture(id)
            sent = tuple(one for one in capture.dispatches if isinstance(answer, tuple) and one.id in answer)
        except InspectorError as error:
            said = str(error)
        finally:
            if file is not None:
                await off(forget, file)
        dialog = self._open.get(id)
        if dialog is None:
            return
        dialog.show_busy("")
        if sent:
            dialog.show_dispatch(sent[-1])
        else:
            dialog.show_problem(said or words.tr("What came of it is not in the store."))


def confirm(parent: QWidget, place: str, agreed: Callable[[], None]) -> None:
    """Ask once whether what was edited may leave this machine for a place."""
    more = words.tr(
        "This is not on your machine. The request goes there with its headers and the secrets they hold. You will not "
        "be asked again for this place."
    )
    text = words.tr("Send the edited request to %1?").replace("%1", place)
    ask(parent, text=text, more=more, yes=words.tr("Send"), agreed=agreed)
