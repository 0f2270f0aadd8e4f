"""Checking a receiver: whether the user agreed to the address, and what came of it."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject
from shiboken6 import isValid

from inspector.core.errors import InspectorError, UsageError
from inspector.core.sending_wishes import CheckReceiver, ReceiverChecked
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.resending import Agrees
from inspector.gui.controllers.sampling import Confirm

SECONDS = 255.0
"""How long seven sendings may take before the window no longer waits for them."""


class ShowsCheck(Protocol):
    """What this needs of the dialog."""

    def show_checked(self, checked: ReceiverChecked) -> None: ...
    def show_problem(self, sentence: str) -> None: ...
    def show_nothing_sent(self) -> None: ...


class ReceiverChecks:
    """For a place outside this machine the user is asked once, as for everything that is sent."""

    def __init__(self, *, asking: Asking, resending: Agrees, confirm: Confirm) -> None:
        self._asking = asking
        self._resending = resending
        self._confirm = confirm

    def check(self, wish: CheckReceiver, shows: ShowsCheck) -> None:
        """Check, and show what came of it where the dialog is still there."""

        def start() -> None:
            self._asking.start(self._check(wish, shows), name="checking a receiver")

        def confirm(where: str, _: int, agreed: Callable[[], None]) -> None:
            self._confirm(where, agreed, shows.show_nothing_sent)

        try:
            self._resending.agree(wish.target, 1, start, confirm)
        except UsageError as error:
            shows.show_problem(str(error))

    async def _check(self, wish: CheckReceiver, shows: ShowsCheck) -> None:
        try:
            answer = await self._asking.engine.ask(wish, seconds=SECONDS)
        except InspectorError as error:
            if is_there(shows):
                shows.show_problem(str(error))
            return
        if isinstance(answer, ReceiverChecked) and is_there(shows):
            shows.show_checked(answer)


def is_there(shows: ShowsCheck) -> bool:
    """Whether a dialog was not closed meanwhile."""
    return not isinstance(shows, QObject) or isValid(shows)
