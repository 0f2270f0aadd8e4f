"""The state of the engine as notices with what to do about it, and the wishes that change it."""

from collections.abc import Callable

from inspector.core.errors import InspectorError
from inspector.core.messages import Health, Listen, SetResponse, StopListening
from inspector.core.response import DEFAULT_RESPONSE, Response, reason
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.tasks import off
from inspector.gui.views.notice_bar import Action, Notice, NoticeBar
from inspector.listener.holders import Holder, holder_of


class Listening:
    """Stop, start and answer otherwise; says why nothing arrives."""

    def __init__(
        self,
        asking: Asking,
        notices: NoticeBar,
        *,
        habits: Habits,
        host: str | None,
        port: int | None = None,
        holder: Callable[[int], Holder | None] = holder_of,
    ) -> None:
        """`host` and `port` are what was asked for when the program started; `holder` names who has a port."""
        self._asking = asking
        self._notices = notices
        self._habits = habits
        self._host = host
        self._asked_port = port
        self._holder = holder
        self.restart: Callable[[], None] = nothing
        """Starts an engine that stays off once more."""
        self._opened: tuple[int, int] | None = None
        """The port that was open last, and that of the settings at the time."""
        self._exposure_told = False
        self._move_told = False
        self._died = False
        self._seen_problem: str | None = None
        """What was wrong while a port was open, which is no reason for one that is closed."""
        habits.agreed.connect(self._forget_address)

    def listen(self, wanted: bool) -> None:
        """Open the port that was open before, or close it."""
        if not wanted:
            self._asking.send(StopListening())
            return
        settings_port = self._habits.settings.port
        before = self._opened[0] if self._opened is not None and self._opened[1] == settings_port else None
        self._open(self._asked_port if self._opened is None else before)

    def listen_elsewhere(self) -> None:
        """Open the port of the settings or the next free one."""
        self._open(None)

    def toggle(self) -> None:
        """Stop where it listens, else start."""
        self.listen(not self._asking.engine.health.listening)

    def respond_with(self, status: int) -> None:
        """Tell every sender this status from now on."""
        if status == DEFAULT_RESPONSE.status:
            self._asking.send(SetResponse(response=None))
            return
        body = b"" if status == 204 else f"{reason(status)}\n".encode()
        self._asking.send(SetResponse(response=Response(status=status, headers=DEFAULT_RESPONSE.headers, body=body)))

    def show_health(self, health: Health) -> None:
        """Post or withdraw what is to be said of this state."""
        if self._died and (health.listening or health.keyring):
            self._show_back()
        if health.listening:
            self._opened = (int(health.listening[0].rpartition(":")[2]), self._habits.settings.port)
            self._tell_move(self._opened[0])
        self._show_problem(health)
        if health.listening or (health.problem and health.problem != self._seen_problem):
            self._notices.withdraw("stopped")
        else:
            text = words.tr("Listening is stopped: the port is closed and senders get no response.")
            start = (words.tr("Start"), lambda: self.listen(True))
            self._notices.post(Notice(text=text, kind="warns", key="stopped", actions=(start,), closable=False))
        if health.exposed:
            text = words.tr("Other machines can reach this listener. What they send is stored here like anything else.")
            if not self._exposure_told:
                self._exposure_told = True
                self._notices.post(Notice(text=text, kind="warns", key="exposed"))
        else:
            self._notices.withdraw("exposed")

    def show_death(self, *, again: bool) -> None:
        """The engine stopped by itself."""
        self._notices.withdraw("stopped")
        self._died = True
        if again:
            text = words.tr(
                "The engine stopped by itself. Nothing that was answered is lost; it is being started again."
            )
            self._notices.post(Notice(text=text, kind="warns", key="engine"))
            return
        problem = next((notice for notice in self._notices.notices() if notice.key == "problem"), None)
        if problem is not None:
            # The engine said why it cannot run, and the next one would say the same until something is done.
            self._died = False
            try_again = (words.tr("Try again"), self._start_engine)
            self._notices.withdraw("problem")
            self._notices.post(
                Notice(text=problem.text, kind="failed", key="problem", actions=(try_again,), closable=False)
            )
            return
        text = words.tr(
            "The engine stopped four times within a minute and stays off, so senders get no response. "
            "Nothing that was answered is lost. Help › Log says more."
        )
        start = (words.tr("Start it again"), self._start_engine)
        self._notices.post(Notice(text=text, kind="failed", key="engine", actions=(start,), closable=False))

    def _forget_address(self, agreed: frozenset[str]) -> None:
        """Once another address is in the settings, what was asked for or open before counts no more."""
        if agreed & {"host", "port"}:
            self._host = self._asked_port = self._opened = None

    def _show_back(self) -> None:
        self._died = False
        text = words.tr("The engine stopped by itself and runs again. Nothing that was answered is lost.")
        self._notices.post(Notice(text=text, kind="done", key="engine", seconds=8))

    def _start_engine(self) -> None:
        self._notices.withdraw("problem")
        self._notices.post(Notice(text=words.tr("The engine is being started…"), key="engine", seconds=4))
        self.restart()

    def _open(self, port: int | None) -> None:
        self._asking.start(self._listen(port), name="opening the port")

    async def _listen(self, port: int | None) -> None:
        try:
            await self._asking.engine.ask(Listen(host=self._host, port=port))
        except InspectorError as error:
            # Why a port cannot be opened stands in the health as well, with what to do about it.
            if self._asking.engine.health.problem is None:
                self._notices.post(Notice(text=str(error), kind="failed", key="problem"))

    def _show_problem(self, health: Health) -> None:
        if health.problem is None:
            self._seen_problem = None
            self._notices.withdraw("problem")
            return
        if health.listening:
            # One that was closed does not come back with every fact.
            told, self._seen_problem = self._seen_problem == health.problem, health.problem
            refusing = health.refused > 0
            if not told or any(notice.key == "problem" for notice in self._notices.notices()):
                self._notices.post(Notice(text=health.problem, kind="failed", key="problem", closable=not refusing))
            return
        if health.problem == self._seen_problem:
            return
        actions: tuple[Action, ...] = ()
        if health.keyring:
            actions = (
                (words.tr("Listen on the next free port"), self.listen_elsewhere),
                (words.tr("Try again"), lambda: self.listen(True)),
            )
        self._notices.post(Notice(text=health.problem, kind="failed", key="problem", actions=actions, closable=False))

    def _tell_move(self, port: int) -> None:
        """Say once that the port of the settings was taken, and by whom, where none was asked for."""
        if self._move_told or self._asked_port is not None:
            return
        self._move_told = True
        wanted = self._habits.settings.port
        if wanted and port != wanted:
            self._asking.start(self._name_holder(wanted, port), name="naming who has the port")

    async def _name_holder(self, wanted: int, port: int) -> None:
        holder = await off(self._holder, wanted)
        text = words.tr("Port %1 is taken by %2, so this listens on %3.") if holder is not None else ""
        text = text or words.tr("Port %1 is taken, so this listens on %3.")
        text = text.replace("%1", str(wanted)).replace("%3", str(port)).replace("%2", str(holder or ""))
        self._notices.post(Notice(text=text, key="moved"))


def nothing() -> None:
    """Until there is something that can be started again."""
