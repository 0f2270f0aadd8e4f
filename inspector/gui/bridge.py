"""The window's end of the pipe: starts the engine's process, asks it, hears from it, starts it again when it died."""

import asyncio
import logging
import multiprocessing
import threading
import time
from collections import deque
from dataclasses import dataclass, replace
from itertools import count
from multiprocessing.context import SpawnProcess

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from inspector import engine_process
from inspector.core.errors import InspectorError, ResourceError, TimeLimitError
from inspector.core.frames import Call, Done, Frame, Quit
from inspector.core.long_work import Taken
from inspector.core.messages import (
    Captured,
    Changed,
    ChangeSettings,
    Dispatched,
    Erase,
    Health,
    SetResponse,
    StopListening,
)
from inspector.core.paths import Paths
from inspector.core.wishes import Answer, Wish
from inspector.gui.tasks import off, spawn
from inspector.pipe import PipeEnd, merge

log = logging.getLogger(__name__)

BURST = 33
"""Milliseconds between two deliveries of facts: a frame at 30 a second."""
MOST_STARTS = 3
WITHIN = 60.0
"""The engine is started again at most so many times in so many seconds."""
ERASING = 120.0
"""Seconds for removing all that was kept; a store may hold many large bodies."""
LAST_WRITES = 5.0
"""Seconds that the engine gets to finish its writes when the window closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """All facts of one burst, merged."""

    captured: Captured | None = None
    changed: Changed | None = None
    dispatched: tuple[Dispatched, ...] = ()
    taken: Taken | None = None
    health: Health | None = None


NO_NEWS = News()


def with_fact(news: News, fact: Frame) -> News:
    """The news with one more fact."""
    match fact:
        case Captured():
            captured = merge(news.captured, fact) if news.captured else fact
            return replace(news, captured=captured if isinstance(captured, Captured) else fact)
        case Changed():
            changed = merge(news.changed, fact) if news.changed else fact
            return replace(news, changed=changed if isinstance(changed, Changed) else fact)
        case Dispatched():
            return replace(news, dispatched=(*news.dispatched, fact))
        case Taken():
            return replace(news, taken=fact)
        case Health():
            return replace(news, health=fact)
    return news


class Bridge(QObject):
    """Asks the engine and hears from it; all signals come on the window's thread."""

    news = Signal(object)
    """News, at most every 33 ms."""
    died = Signal(bool)
    """The engine stopped by itself; True when it is being started again."""
    back = Signal()
    """The engine runs again."""
    _woken = Signal()

    def __init__(self, paths: Paths, *, host: str | None, port: int | None) -> None:
        super().__init__()
        self.health = Health()
        self._paths = paths
        self._host, self._port = host, port
        self._numbers = count(1)
        self._calls: dict[int, asyncio.Future[Answer]] = {}
        self._starts: deque[float] = deque(maxlen=MOST_STARTS + 1)
        self._end: PipeEnd | None = None
        self._process: SpawnProcess | None = None
        self._quitting = False
        self._lock = threading.Lock()
        self._waiting = NO_NEWS
        self._timer = QTimer(self, singleShot=True, interval=BURST, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._deliver)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)

    async def start(self) -> None:
        """Start the engine's process; its first Health says whether it listens."""
        loop = asyncio.get_running_loop()
        self._starts.append(time.monotonic())
        ours, its = multiprocessing.get_context("spawn").Pipe()
        process = multiprocessing.get_context("spawn").Process(
            target=engine_process.run, args=(its, self._paths, self._host, self._port), name="engine"
        )
        end = PipeEnd(
            ours,
            on_frame=lambda frame: self._take(loop, frame),
            on_closed=lambda: self._to_loop(loop, end),
        )
        await off(process.start)
        # The pipe breaks when its last holder is gone, so this process must not hold the engine's end.
        its.close()
        self._process, self._end = process, end
        end.start()

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
        """Have the engine do something. Raises InspectorError with its sentence, or TimeLimitError."""
        if self._end is None or self._quitting:
            raise ResourceError("The engine is not running; start it again first.")
        answer = await self._answer(self._end, wish, seconds)
        if isinstance(wish, ChangeSettings) and any(name in ("host", "port") for name, _ in wish.values):
            # From now on the address of the settings counts, not that which was asked for at the start.
            self._host = self._port = None
        return answer

    async def _answer(self, end: PipeEnd, wish: Wish, seconds: float) -> Answer:
        number = next(self._numbers)
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._calls[number] = answer
        end.send(Call(number=number, wish=wish))
        try:
            async with asyncio.timeout(seconds):
                return await answer
        except TimeoutError:
            raise TimeLimitError(f"The engine gave no answer within {seconds:.0f} s; try again.") from None
        finally:
            self._calls.pop(number, None)

    def restart(self) -> None:
        """Start an engine that stays off once more, as the user wishes."""
        if self._end is None and not self._quitting:
            self._starts.clear()
            spawn(self._start_again(), name="starting the engine on demand")

    async def erase(self, wanted: Erase) -> None:
        """Have the engine stop and then remove what it kept; only `close` may follow. Raises InspectorError."""
        if self._end is None:
            raise ResourceError("The engine is not running, so nothing was removed; start the program again.")
        self._quitting = True
        await self._answer(self._end, wanted, ERASING)

    async def close(self) -> None:
        """Let the engine finish its writes and end, for at most five seconds."""
        self._quitting = True
        end, process = self._end, self._process
        if end is None or process is None:
            return
        end.send(Quit())
        await off(process.join, LAST_WRITES)
        if process.is_alive():
            log.warning("The engine did not end within %.0f s", LAST_WRITES)
            process.kill()
            await off(process.join)
        await off(end.close)

    @property
    def process_id(self) -> int | None:
        """The engine's process, for the window's report and for tests."""
        return self._process.pid if self._process is not None else None

    def _take(self, loop: asyncio.AbstractEventLoop, frame: Frame) -> None:
        """On the reading thread: answers go to who waits for them, facts into the slot."""
        if isinstance(frame, Done):
            loop.call_soon_threadsafe(self._answered, frame)
            return
        with self._lock:
            first = self._waiting is NO_NEWS
            self._waiting = with_fact(self._waiting, frame)
        if first:
            self._woken.emit()

    def _to_loop(self, loop: asyncio.AbstractEventLoop, end: PipeEnd) -> None:
        """On the reading thread: the pipe is closed."""
        if not loop.is_closed():
            loop.call_soon_threadsafe(self._ended, end)

    def _answered(self, done: Done) -> None:
        waiting = self._calls.get(done.number)
        if waiting is None or waiting.done():
            return
        if done.error is None:
            waiting.set_result(done.answer)
            return
        error = InspectorError(done.error)
        error.exit_code = done.exit_code
        waiting.set_exception(error)

    def _wake(self) -> None:
        if not self._timer.isActive():
            self._deliver()

    def _deliver(self) -> None:
        with self._lock:
            news, self._waiting = self._waiting, NO_NEWS
        if news is NO_NEWS:
            return
        self._timer.start()
        if news.health is not None:
            self.health = news.health
        self.news.emit(news)

    def _ended(self, end: PipeEnd) -> None:
        ours = end is self._end and not self._quitting
        if ours:
            self._deliver()
        # An engine that never listened and says why would say the same again.
        refused = self.health.problem is not None and not self.health.listening and not self.health.keyring
        why = self.health.problem if ours and refused else None
        for waiting in self._calls.values():
            if not waiting.done():
                waiting.set_exception(
                    ResourceError(why or "The engine stopped before it answered. Nothing stored is lost.")
                )
        if not ours:
            return
        self._end = None
        recent = [start for start in self._starts if time.monotonic() - start < WITHIN]
        again = not refused and len(recent) <= MOST_STARTS
        if not refused:
            log.warning("The engine stopped by itself")
        self.died.emit(again)
        spawn(self._put_away(end, again=again), name="starting the engine again")

    async def _put_away(self, old: PipeEnd, *, again: bool) -> None:
        await off(old.close)
        if again:
            await self._start_again()
            self.back.emit()

    async def _start_again(self) -> None:
        before = self.health
        if before.listening:
            self._port = int(before.listening[0].rpartition(":")[2])
        await self.start()
        if before.response is not None:
            await self.ask(SetResponse(response=before.response))
        if not before.listening and before.keyring:
            await self.ask(StopListening())
