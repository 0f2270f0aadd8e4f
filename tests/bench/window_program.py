"""The real window with a watch on it: `python -m tests.bench.window_program STORE CONFIG PORT`.

It says on standard output, one JSON object a line, when it was painted first, when rows were, and when it listens;
then it does what it is told on standard input, one JSON object a line, and answers each. Times are nanoseconds of
CLOCK_MONOTONIC.
"""

import asyncio
import json
import sys
import threading
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

import inspector.cli.main
import inspector.cli.window  # noqa: F401  # a real start loads these two first
from inspector import settings_file
from inspector.core.paths import Paths
from inspector.core.secret_wishes import AddSecret
from inspector.gui import application, loop, theme
from inspector.gui.memory import Memory
from inspector.gui.signals import Signals
from inspector.gui.single_window import SingleWindow
from inspector.gui.tasks import off, spawn
from tests.bench.payload import SECRET

if TYPE_CHECKING:
    from inspector.gui.bridge import News
    from inspector.gui.life import Parts

Order = dict[str, Any]

TICK = 5
"""Milliseconds of the precise timer whose gaps are the window's waits."""

WHEEL = 50
"""Milliseconds between two turns of the wheel."""


def say(**said: object) -> None:
    """One line to who started us."""
    print(json.dumps(said), flush=True)


class FirstPaint(QObject):
    """Tells when a widget was painted first while a condition held."""

    def __init__(self, widget: QWidget, name: str, holds: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._widget, self._name, self._holds = widget, name, holds
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The paint event comes before the painting, so the time is taken in the next turn of the loop."""
        if event.type() is QEvent.Type.Paint and self._holds():
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, lambda: say(what=self._name, at=time.monotonic_ns()))
        return False


class Waits(QObject):
    """The gaps of a precise timer, less its interval, while the wheel is turned over the list."""

    def __init__(self, viewport: QWidget, *, wheel: bool) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._viewport = viewport
        self._last = time.perf_counter()
        self._turns = 0
        self._timer = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._wheel = QTimer(self, interval=WHEEL)
        self._wheel.timeout.connect(self._turn)
        self._timer.start()
        if wheel:
            self._wheel.start()

    def stop(self) -> list[float]:
        """The waits in milliseconds, sorted."""
        self._timer.stop()
        self._wheel.stop()
        return sorted(max(gap * 1000 - TICK, 0.0) for gap in self.gaps[1:]) or [0.0]

    def _tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append(now - self._last)
        self._last = now

    def _turn(self) -> None:
        """Two seconds down, two seconds up."""
        self._turns += 1
        down = self._turns // 40 % 2 == 0
        middle = QPointF(self._viewport.rect().center())
        place = QPointF(self._viewport.mapToGlobal(middle.toPoint()))
        turned = QWheelEvent(
            middle,
            place,
            QPoint(),
            QPoint(0, -120 if down else 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QCoreApplication.postEvent(self._viewport, turned)


@contextmanager
def heard(signal: SignalInstance, kept: list[object]) -> Iterator[None]:
    """Keep what a signal carries while the block runs."""
    connection = signal.connect(kept.append)
    try:
        yield
    finally:
        QObject.disconnect(connection)


class Puppet(QObject):
    """Does in the window what a person would."""

    told = Signal(object)

    def __init__(self, parts: "Parts") -> None:
        super().__init__()
        self._parts = parts
        self._desk = parts.desktop.desk
        self._deeds: dict[str, Callable[[Order], Awaitable[None]]] = {
            "secret": self._secret,
            "open": self._open,
            "watch": self._watch,
            "filter": self._filter,
            "rows": self._rows,
            "where": self._where,
        }
        self.told.connect(self._do)
        parts.bridge.news.connect(self._hear)

    def listen(self) -> None:
        """Read orders until standard input ends; runs on a thread of its own."""
        for line in sys.stdin:
            self.told.emit(json.loads(line))
        self.told.emit({"do": "quit"})

    def _hear(self, news: "News") -> None:
        if news.health is not None and news.health.listening:
            self._parts.bridge.news.disconnect(self._hear)
            say(what="listening", at=time.monotonic_ns(), engine=self._parts.bridge.process_id)

    def _do(self, order: Order) -> None:
        if order["do"] == "quit":
            self._desk.window.close()
        else:
            spawn(self._deeds[order["do"]](order), name=order["do"])  # type: ignore[arg-type]

    async def _secret(self, order: Order) -> None:
        await self._parts.bridge.ask(AddSecret(provider="stripe", name="bench", value=SECRET))
        say(done="secret")

    async def _open(self, order: Order) -> None:
        self._desk.window.table.selectRow(0)
        say(done="open")

    async def _rows(self, order: Order) -> None:
        say(done="rows", rows=self._desk.window.model.rowCount())

    async def _where(self, order: Order) -> None:
        """Where a person would put the pointer, in pixels of the screen."""
        parts = {"table": self._desk.window.table.viewport(), "filter": self._desk.window.toolbar.filter}
        say(done="where", **{name: part.mapToGlobal(part.rect().center()).toTuple() for name, part in parts.items()})

    async def _watch(self, order: Order) -> None:
        moves: list[object] = []
        window = self._desk.window
        with (
            heard(window.table.verticalScrollBar().valueChanged, moves),
            heard(window.toolbar.filter.textEdited, moves),
        ):
            waits = Waits(window.table.viewport(), wheel=order["wheel"])
            await asyncio.sleep(order["seconds"])
            sorted_waits = waits.stop()
        say(
            done="watch",
            p50=sorted_waits[len(sorted_waits) // 2],
            p99=sorted_waits[len(sorted_waits) * 99 // 100],
            max=sorted_waits[-1],
            count=len(sorted_waits),
            moves=len(moves),
            rows=self._desk.window.model.rowCount(),
        )

    async def _filter(self, order: Order) -> None:
        listing = self._desk.listing
        loop = asyncio.get_running_loop()
        first: asyncio.Future[float] = loop.create_future()
        complete: asyncio.Future[tuple[float, int]] = loop.create_future()

        def was_reset() -> None:
            if not first.done():
                first.set_result(time.perf_counter())

        def counted(count: int, whole: bool) -> None:
            if whole and first.done() and not complete.done():
                complete.set_result((time.perf_counter(), count))

        start = time.perf_counter()
        listing.was_reset.connect(was_reset)
        listing.counted.connect(counted)
        self._desk.filtering.choose(order["text"])
        shown = await first
        whole, count = await complete
        listing.was_reset.disconnect(was_reset)
        listing.counted.disconnect(counted)
        say(done="filter", first_ms=(shown - start) * 1000, complete_ms=(whole - start) * 1000, count=count)


def main() -> int:
    """As `application.run` does, with a watch between."""
    store, config, port = sys.argv[1:4]
    paths = Paths(store=Path(store), config=Path(config), logs=Path(config) / "logs")
    settings = settings_file.read(paths.settings)
    app = application.make_application()
    single = SingleWindow(paths.server_name)
    if not single.claim():
        return 1
    window, memory = application.make_window(paths), Memory(paths.config)
    theme.apply(app, settings.theme)
    FirstPaint(window, "painted", lambda: True)
    FirstPaint(window.table.viewport(), "rows", lambda: window.model.rowCount() > 0)
    window.resize(1900, 1000)
    window.show()
    signals = Signals()

    async def living() -> int:
        await application.painted(window)
        opened = (await off(application.load_opening)).open_list(window, paths, memory)
        life = await off(application.load_life)
        parts = life.build(window, paths, settings, opened, host=None, port=int(port), single=single, memory=memory)
        puppet = Puppet(parts)
        threading.Thread(target=puppet.listen, daemon=True).start()
        code: int = await life.live(parts, signals)
        return code

    return loop.run(app, living)


if __name__ == "__main__":
    sys.exit(main())
