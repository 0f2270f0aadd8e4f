"""The state of the engine as notices with what to do about it, and the wishes that change it."""

from inspector.core.messages import Health, Listen, SetResponse, StopListening
from inspector.core.response import DEFAULT_RESPONSE, Response, reason
from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.views.notice_bar import Action, Notice, NoticeBar


class Listening:
    """Stop, start and answer otherwise; says why nothing arrives."""

    def __init__(self, asking: Asking, notices: NoticeBar, *, host: str | None) -> None:
        """`host` is the address that was asked for when the program started."""
        self._asking = asking
        self._notices = notices
        self._host = host
        self._port: int | None = None
        self._exposure_told = False
        self._closed_problem: str | None = None

    def listen(self, wanted: bool) -> None:
        """Open the port that was open before, or close it."""
        self._asking.send(Listen(host=self._host, port=self._port) if wanted else StopListening())

    def listen_elsewhere(self) -> None:
        """Open the port of the settings or the next free one."""
        self._asking.send(Listen(host=self._host))

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
        if health.listening:
            self._port = int(health.listening[0].rpartition(":")[2])
        self._show_problem(health)
        if health.listening or health.problem:
            self._notices.withdraw("stopped")
        else:
            text = words.tr("Listening is stopped: the port is closed and senders get no answer.")
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
        if again:
            text = words.tr(
                "The engine stopped by itself. Nothing that was answered is lost; it is being started again."
            )
            self._notices.post(Notice(text=text, kind="warns", key="engine"))
            return
        if any(notice.key == "problem" for notice in self._notices.notices()):
            return
        text = words.tr(
            "The engine stopped four times within a minute and stays off. Nothing that was answered is lost. "
            "Close the window and start again; the log says more."
        )
        self._notices.post(Notice(text=text, kind="failed", key="engine", closable=False))

    def show_back(self) -> None:
        """The engine runs again."""
        text = words.tr("The engine stopped by itself and runs again. Nothing that was answered is lost.")
        self._notices.post(Notice(text=text, kind="done", key="engine", seconds=8))

    def _show_problem(self, health: Health) -> None:
        if not health.listening:
            self._closed_problem = health.problem
        # Why the port could not be opened is no news any more once another is open.
        if health.problem is None or (health.listening and health.problem == self._closed_problem):
            self._notices.withdraw("problem")
            return
        actions: tuple[Action, ...] = ()
        if not health.listening and health.keyring:
            actions = (
                (words.tr("Listen on the next free port"), self.listen_elsewhere),
                (words.tr("Try again"), lambda: self.listen(True)),
            )
        self._notices.post(Notice(text=health.problem, kind="failed", key="problem", actions=actions, closable=False))
