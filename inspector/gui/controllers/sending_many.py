"""Sending many captures: one after another, oldest first, with progress, and Cancel before the next one."""

import asyncio
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from inspector.core.capture import Summary
from inspector.core.errors import InspectorError, TimeLimitError
from inspector.core.long_work import Outcome
from inspector.core.sending_wishes import Resend
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.models.results_model import Result
from inspector.gui.sending import AS_RECEIVED, How, Sending
from inspector.gui.views.notice_bar import Notice
from inspector.gui.views.progress_area import ProgressArea

SECONDS_EACH = 35.0
"""How long one dispatch may take before the window no longer waits for it."""
EVERY = 0.1
"""Seconds between two looks at how far it is."""
MOST = 64
"""Captures of one wish: as many as are sent within a moment, so that Cancel leaves little under way."""


class ReadsRows(Protocol):
    """What this needs of the reader."""

    async def summaries(self, ids: Sequence[int]) -> list[Summary]: ...


class SendingMany:
    """One sending at a time. What goes wrong with one capture is written down, and the next one follows.

    `show` puts the results before the user: True where a window may be opened for them, else only one that is open is
    brought up to date.
    """

    def __init__(
        self, *, asking: Asking, reader: ReadsRows, progress: ProgressArea, show: Callable[[Sending, bool], None]
    ) -> None:
        self._asking = asking
        self._reader = reader
        self._progress = progress
        self._show = show
        self._task: asyncio.Task[None] | None = None
        self._sends = False
        self._stopped = False
        self._looked = 0.0

    def start(self, ids: Sequence[int], target: str, name: str, how: How = AS_RECEIVED) -> None:
        """Send captures to a target that the user has agreed to, which people call `name`."""
        if self._sends:
            text = words.tr("Captures are being sent; wait for these, or cancel them.")
            self._asking.post(Notice(text=text, kind="warns", key="resent", seconds=6))
            return
        self._sends, self._stopped = True, False
        sending = Sending(target=target, name=name, total=len(ids), how=how)
        self._asking.start(self._run(sorted(ids), sending), name="sending many")

    def cancel(self) -> None:
        """Send nothing more. What is under way is not waited for; it stands in the store when it is done."""
        self._stopped = True
        if self._task is not None:
            self._task.cancel()

    async def _run(self, ids: Sequence[int], sending: Sending) -> None:
        self._task = asyncio.current_task()
        job = self._progress.begin(sending.sentence(), self.cancel)
        tells = True
        try:
            part = 1
            while not self._stopped and (now := ids[len(sending.results) :][:part]):
                began = time.monotonic()
                events = {row.id: row.event or "" for row in await self._reader.summaries(now)}
                for outcome in await self._send(now, sending.target, sending.how):
                    sending.add(Result(outcome=outcome, event=events.get(outcome.capture_id, "")))
                took = time.monotonic() - began
                part = min(part * 2, MOST) if took < EVERY / 2 else max(part // 2, 1) if took > EVERY else part
                if time.monotonic() - self._looked >= EVERY:
                    self._looked = time.monotonic()
                    job.tell(sending.sentence(), len(sending.results), sending.total)
                    self._show(sending, False)
        except asyncio.CancelledError:
            # Either between two of them, where nothing is lost, or the whole program ends.
            if not self._stopped:
                tells = False
                raise
        finally:
            self._task, self._sends = None, False
            sending.ended = True
            job.end()
            if tells:
                self._tell(sending)

    async def _send(self, ids: Sequence[int], target: str, how: How) -> Sequence[Outcome]:
        try:
            wish = Resend(ids=tuple(ids), target=target, as_=how.as_, sign_with=how.sign_with, broken=how.broken)
            answer = await self._asking.engine.ask(wish, seconds=SECONDS_EACH * len(ids))
        except TimeLimitError as error:
            return unknown(ids, str(error))
        except InspectorError as error:
            # The engine is not there, or the target means nothing to it: the others would fail in the same way.
            self._stopped = True
            return unknown(ids, str(error))
        except asyncio.CancelledError:
            if not self._stopped:
                raise
            return unknown(ids, words.tr("Under way when it was cancelled; see Sent to."))
        outcomes = [one for one in answer if isinstance(one, Outcome)] if isinstance(answer, tuple) else []
        return outcomes or unknown(ids, words.tr("The engine gave no answer."))

    def _tell(self, sending: Sending) -> None:
        see = (words.tr("See each…"), lambda: self._show(sending, True))
        self._asking.post(
            Notice(
                text=sending.sentence(),
                kind="failed" if sending.failed else "done" if len(sending.results) == sending.total else "told",
                key="resent",
                actions=(see,),
                seconds=None if sending.failed else 10,
            )
        )
        self._show(sending, bool(sending.failed))


def unknown(ids: Sequence[int], sentence: str) -> list[Outcome]:
    """What is known of captures of which no answer came."""
    return [Outcome(capture_id=id, error=sentence) for id in ids]
