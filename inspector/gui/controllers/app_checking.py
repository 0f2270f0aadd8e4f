"""Asks the engine what an app did with the body of a capture, while its user types; the last question counts."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from shiboken6 import isValid

from inspector.core.app_messages import AppAnswer, CheckApp
from inspector.core.capture import Capture
from inspector.core.errors import InspectorError
from inspector.core.handing import leave
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.tasks import off
from inspector.gui.views.app_check_dialog import AppCheckDialog

SECONDS = 25.0
"""How long an answer may take before the window no longer waits for it."""
SHORT = 4096
"""Characters up to which a text goes to the engine as it is; a longer one is a body, and goes through a file."""


class ShowsDialog(Protocol):
    """Makes the dialog: what the capture is, and the framework to begin with."""

    def __call__(self, what: str, framework: str) -> AppCheckDialog: ...


class AppChecking:
    """One dialog at a time."""

    def __init__(
        self, *, asking: Asking, habits: Habits, drafts: Path, make: ShowsDialog, say: Callable[[str], None]
    ) -> None:
        """`say` tells that something was copied."""
        self._asking = asking
        self._habits = habits
        self._drafts = drafts
        self._make = make
        self._say = say
        self._number = 0

    def open(self, capture: Capture) -> None:
        """Open the dialog about a capture."""
        judgement = capture.judgement
        name = judgement.event or judgement.provider or ""
        what = words.tr("Capture %1 (%2)").replace("%1", words.counted(capture.id)).replace("%2", name)
        dialog = self._make(what, self._habits.settings.app_framework)
        dialog.copied.connect(self._say)
        dialog.framework_chosen.connect(lambda id: self._habits.change({"app_framework": id}))
        dialog.asked.connect(lambda framework, text, file: self._start(dialog, capture.id, framework, text, file))
        dialog.open()

    def _start(self, dialog: AppCheckDialog, id: int, framework: str, text: str, file: str) -> None:
        self._number += 1
        self._asking.start(self._ask(dialog, self._number, id, framework, text, file), name="checking an app")

    async def _ask(self, dialog: AppCheckDialog, number: int, id: int, framework: str, text: str, file: str) -> None:
        answer: object = None
        problem = ""
        try:
            draft = ""
            if len(text) > SHORT:
                draft = str(await off(leave, self._drafts, text.encode("utf-8", "replace")))
            wish = CheckApp(id=id, framework=framework, given="" if draft else text, file=file, draft=draft)
            answer = await self._asking.engine.ask(wish, seconds=SECONDS)
        except InspectorError as error:
            problem = str(error)
        if number != self._number or not isValid(dialog):
            return
        if isinstance(answer, AppAnswer):
            dialog.show_answer(answer)
        elif problem:
            dialog.show_problem(problem)
