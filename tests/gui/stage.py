"""What the tests of the window stand on: summaries, a stored history, and an engine that notes what it is asked."""

import asyncio
from array import array
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from inspector.core.capture import Summary
from inspector.core.errors import InspectorError
from inspector.core.messages import Health
from inspector.core.wishes import Answer, Wish
from inspector.gui.controllers.asking import Asking
from inspector.gui.faces import faces_of
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.views.notice_bar import Notice
from inspector.store.store import Store
from tests.store.arrivals import arrival

T = TypeVar("T")
FACES = faces_of()
AT = datetime(2026, 11, 23, 8, 21, 11, 123456, UTC)
ROW = Summary(
    id=1, received_at=AT, method="POST", target="/hooks/stripe?x=1", host="127.0.0.1:8765",
    content_type="application/json", size=2131, endpoint="default", origin="received", provider="stripe",
    event="payment_intent.succeeded", gist="49.00 EUR · cus_9s6XBn", delivery_id="evt_1", handshake=None, attempt=1,
    duplicate_of=None, repeat=None, signature="valid", cause=None, status=200, duration_ms=1.8, complete=True,
    malformed=False, pinned=False, unread=True, has_note=False, dispatches=0,
)  # fmt: skip


def row(id: int = 1, **changes: Any) -> Summary:
    """A summary like that of a Stripe payment; each id a second later."""
    return replace(ROW, id=id, **{"received_at": AT + timedelta(seconds=id), **changes})


class Loop:
    """Runs coroutines on a real loop of Qt and asyncio."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def run(self, work: Coroutine[Any, Any, T], seconds: float = 30.0) -> T:
        """What the coroutine returns; one that takes longer than `seconds` fails."""
        # Not run_until_complete: that of qasync lets Qt go on for a moment after the loop has ended, and tasks with it.
        task = self._loop.create_task(asyncio.wait_for(work, seconds))
        task.add_done_callback(lambda _: self._loop.stop())
        self._loop.run_forever()
        return task.result()

    def until(self, holds: Callable[[], object], seconds: float = 20.0) -> None:
        """Run the loop until a condition holds."""
        self.run(until(holds, seconds))

    def pause(self, seconds: float = 0.02) -> None:
        """Run the loop for a moment, for what must not happen."""
        self.run(asyncio.sleep(seconds))

    def settle(self) -> None:
        """Run the loop until no task is under way any more, and Qt has laid out what came of them."""
        self.run(settled())


async def settled() -> None:
    """Wait until this is the only task, in two looks with a moment between."""
    calm = 0
    async with asyncio.timeout(20):
        while calm < 2:
            await asyncio.sleep(0.005)
            calm = calm + 1 if len(asyncio.all_tasks()) <= 2 else 0


async def until(holds: Callable[[], object], seconds: float = 20.0) -> None:
    """Wait until a condition holds."""
    async with asyncio.timeout(seconds):
        while not holds():
            await asyncio.sleep(0.005)


@dataclass
class FakeEngine:
    """Notes every wish and gives the answer that was laid out for its kind."""

    health: Health = field(default_factory=Health)
    answers: dict[type, Answer | InspectorError] = field(default_factory=dict)
    asked: list[Wish] = field(default_factory=list)

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
        """The answer for this kind of wish, None where none was laid out."""
        self.asked.append(wish)
        answer = self.answers.get(type(wish))
        if isinstance(answer, InspectorError):
            raise answer
        return answer


@dataclass
class Posted:
    """Keeps notices as they are posted."""

    notices: list[Notice] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)

    def post(self, notice: Notice) -> None:
        """Keep a notice."""
        self.notices.append(notice)

    def withdraw(self, key: str) -> None:
        """Note what was taken away."""
        self.withdrawn.append(key)

    @property
    def texts(self) -> list[str]:
        """The words of every notice."""
        return [notice.text for notice in self.notices]


def asking_of(engine: FakeEngine) -> tuple[Asking, Posted]:
    """Wishes to a fake engine, and the notices that come of them."""
    posted = Posted()
    return Asking(engine, posted), posted


async def no_rows(ids: Sequence[int]) -> list[Summary]:
    """A reader that has nothing."""
    return []


async def all_rows(ids: Sequence[int]) -> list[Summary]:
    """A reader that has every capture it is asked for."""
    return [row(id) for id in ids]


def reading_model(fetch: Callable[[Sequence[int]], Awaitable[list[Summary]]]) -> CapturesModel:
    """A model that reads its rows with this."""
    model = CapturesModel()
    model.read_with(fetch)
    return model


def model_of(
    ids: Iterable[int], fetch: Callable[[Sequence[int]], Awaitable[list[Summary]]] = all_rows
) -> CapturesModel:
    """A model with these ids, newest first, and their summaries."""
    model = reading_model(fetch)
    listed = array("q", ids)
    model.cache.put([row(id) for id in listed[:1000]])
    model.reset(listed)
    return model


def fill(path: Path, count: int, provider: str = "stripe") -> Store:
    """A store with captures 1 … count, left open; every third is of GitHub and failed."""
    store = Store.open(path)
    add(store, count, provider)
    return store


def add(store: Store, count: int, provider: str = "stripe") -> int:
    """Keep more captures; gives the id of the last."""
    arrivals = [
        arrival(b'{"n":%d}' % number, provider="github", event="push", status="invalid")
        if number % 3 == 0
        else arrival(b'{"n":%d}' % number, provider=provider, event="invoice.paid")
        for number in range(1, count + 1)
    ]
    return store.keep(arrivals)[-1].id


def colours(widget: QWidget) -> set[str]:
    """Every colour that a widget really paints."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(image.constBits()).cast("B").cast("I")
    return {f"#{pixel & 0xFFFFFF:06x}" for pixel in set(pixels)}


def focus_of() -> QWidget | None:
    """The widget with the keyboard."""
    return QApplication.focusWidget()


def is_front(window: QWidget) -> bool:
    """Ask that a window gets the keys, and tell whether it does; a display may be slow or pass over the first call."""
    if not window.isActiveWindow():
        window.activateWindow()
    return window.isActiveWindow()
