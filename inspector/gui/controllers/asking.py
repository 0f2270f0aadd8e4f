"""Wishes to the engine from slots: an error becomes a notice, never an exception in the loop."""

from collections.abc import Coroutine
from typing import Protocol, TypeVar

from inspector.core.errors import InspectorError
from inspector.core.messages import Health
from inspector.core.wishes import Answer, Wish
from inspector.gui.tasks import spawn
from inspector.gui.views.notice_bar import Notice

T = TypeVar("T")


class Notices(Protocol):
    """Where messages to the user go."""

    def post(self, notice: Notice) -> None: ...
    def withdraw(self, key: str) -> None: ...


class Engine(Protocol):
    """What commands need of the bridge."""

    health: Health

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer: ...


class Asking:
    """Asks the engine on behalf of a command."""

    def __init__(self, engine: Engine, notices: Notices) -> None:
        self.engine = engine
        self.notices = notices

    def post(self, notice: Notice) -> None:
        """Tell the user something."""
        self.notices.post(notice)

    async def answer(self, wish: Wish, kind: type[T], *, seconds: float = 30.0) -> T | None:
        """The answer if it is of this kind, else None after a notice that says why."""
        try:
            answer = await self.engine.ask(wish, seconds=seconds)
        except InspectorError as error:
            self.post(Notice(text=str(error), kind="failed"))
            return None
        return answer if isinstance(answer, kind) else None

    async def done(self, wish: Wish, *, seconds: float = 30.0) -> bool:
        """Whether a wish without an answer was fulfilled; else a notice says why not."""
        try:
            await self.engine.ask(wish, seconds=seconds)
        except InspectorError as error:
            self.post(Notice(text=str(error), kind="failed"))
            return False
        return True

    def send(self, wish: Wish) -> None:
        """Ask for something whose answer nobody waits for."""
        self.start(self._send(wish), name=type(wish).__name__)

    def start(self, work: Coroutine[None, None, None], *, name: str) -> None:
        """Run a command's coroutine; what it raises for the user becomes a notice."""
        spawn(work, name=name, refused=self._tell)

    async def _send(self, wish: Wish) -> None:
        await self.done(wish)

    def _tell(self, error: InspectorError) -> None:
        self.post(Notice(text=str(error), kind="failed"))
