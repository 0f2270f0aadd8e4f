"""The engine's state as notices, and the wishes that change it."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.errors import InspectorError, ResourceError
from inspector.core.messages import ChangeSettings, Health, Listen, SetResponse, StopListening
from inspector.core.response import Response
from inspector.core.settings import Settings
from inspector.core.wishes import Wish
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.listening import Listening
from inspector.gui.views.notice_bar import NoticeBar
from inspector.listener.holders import Holder
from tests.gui.stage import FakeEngine, Loop

RUNS = Health(listening=("http://127.0.0.1:8765", "http://[::1]:8765"), keyring="session")
TAKEN = Health(problem="Port 8765 is taken by another program.", keyring="session")


@pytest.fixture
def notices(qtbot: QtBot) -> NoticeBar:
    """An empty bar."""
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def listening_of(notices: NoticeBar, health: Health = RUNS, port: int | None = None) -> tuple[Listening, FakeEngine]:
    """Listening over a fake engine."""
    engine = FakeEngine(health=health)
    asking = Asking(engine, notices)
    habits = Habits(Settings(), asking)
    listening = Listening(
        asking, notices, habits=habits, host=None, port=port, holder=lambda port: Holder(pid=42, name="nginx")
    )
    return listening, engine


def keys(notices: NoticeBar) -> list[str]:
    """Which messages stand."""
    return [notice.key for notice in notices.notices()]


def asked(loop: Loop, engine: FakeEngine, act: object, *parts: object) -> Wish:
    """The wish that something leads to."""

    async def main() -> None:
        act(*parts)  # type: ignore[operator]

    loop.run(main())
    loop.until(lambda: engine.asked)
    return engine.asked.pop()


def test_stopped_says_why_it_is_quiet(loop: Loop, notices: NoticeBar) -> None:
    """Start stands on the message and opens the port that was open before."""
    listening, engine = listening_of(notices)
    listening.show_health(RUNS)
    listening.show_health(Health(keyring="session"))
    assert keys(notices) == ["stopped"]

    start = notices.notices()[0].actions[0][1]
    assert asked(loop, engine, start) == Listen(host=None, port=8765)

    listening.show_health(RUNS)
    assert keys(notices) == []


def test_another_port_in_the_settings_is_opened_by_start(loop: Loop, notices: NoticeBar) -> None:
    """What was asked for or open before counts no more once another address is in force, but does after a refusal."""
    engine = FakeEngine(health=RUNS)
    asking = Asking(engine, notices)
    habits = Habits(Settings(), asking)
    listening = Listening(asking, notices, habits=habits, host="::1", port=9000)
    assert asked(loop, engine, listening.listen, True) == Listen(host="::1", port=9000)

    listening.show_health(RUNS)
    assert asked(loop, engine, listening.listen, True) == Listen(host="::1", port=8765)
    engine.answers[ChangeSettings] = ResourceError("Port 1 is taken.")
    asked(loop, engine, habits.change, {"port": 1})
    loop.until(lambda: habits.settings.port == 8765)
    assert asked(loop, engine, listening.listen, True) == Listen(host="::1", port=8765)
    engine.answers.clear()
    asked(loop, engine, habits.change, {"port": 9001})
    assert asked(loop, engine, listening.listen, True) == Listen(host=None, port=None)


def test_a_taken_port_offers_the_next_free_one(loop: Loop, notices: NoticeBar) -> None:
    """One click, and the sentence goes once another port is open."""
    listening, engine = listening_of(notices)
    listening.show_health(TAKEN)
    assert keys(notices) == ["problem"]
    assert asked(loop, engine, notices.notices()[0].actions[0][1]) == Listen(host=None, port=None)

    loop.run(show(listening, Health(listening=("http://127.0.0.1:8765",), keyring="session")))
    assert keys(notices) == []


async def show(listening: Listening, health: Health) -> None:
    """Show a state inside the loop."""
    listening.show_health(health)


def test_a_port_that_was_passed_over_is_told_with_who_has_it(loop: Loop, notices: NoticeBar) -> None:
    """Once, and not where a port was asked for."""
    elsewhere = Health(listening=("http://127.0.0.1:8766",), keyring="session")
    listening, _ = listening_of(notices, port=8766)
    loop.run(show(listening, elsewhere))
    loop.pause()
    assert keys(notices) == []

    listening, _ = listening_of(notices)
    loop.run(show(listening, elsewhere))
    loop.until(lambda: keys(notices) == ["moved"])
    assert notices.notices()[0].text == "Port 8765 is taken by nginx (process 42), so this listens on 8766."

    notices.withdraw("moved")
    loop.run(show(listening, elsewhere))
    loop.pause()
    assert keys(notices) == []


def test_a_failure_that_the_health_does_not_tell_is_told_once(loop: Loop, notices: NoticeBar) -> None:
    """An engine that is gone says so; a taken port stands in the health and is not said twice."""
    listening, engine = listening_of(notices)
    engine.answers[Listen] = InspectorError("The engine is not running.")
    asked(loop, engine, listening.listen, True)
    loop.until(lambda: keys(notices) == ["problem"])

    notices.withdraw("problem")
    engine.health = TAKEN
    listening.show_health(TAKEN)
    asked(loop, engine, listening.listen, True)
    loop.pause()
    assert [notice.text for notice in notices.notices()] == [TAKEN.problem]
    assert notices.notices()[0].actions


def test_a_problem_of_before_is_no_reason_for_a_closed_port(notices: NoticeBar) -> None:
    """Stopped with a damaged store set aside: Start stands there, and no other port is offered."""
    listening, _ = listening_of(notices)
    listening.show_health(Health(listening=RUNS.listening, problem="The store was damaged.", keyring="session"))
    assert notices.notices()[0].closable

    notices.withdraw("problem")
    listening.show_health(Health(problem="The store was damaged.", keyring="session"))
    assert keys(notices) == ["stopped"]
    listening.show_health(Health(listening=RUNS.listening, problem="The store was damaged.", keyring="session"))
    assert keys(notices) == []


def test_a_full_disk_stands_until_there_is_room(notices: NoticeBar) -> None:
    """A problem that comes while listening is shown, and withdrawn with the problem."""
    listening, _ = listening_of(notices)
    listening.show_health(RUNS)
    listening.show_health(Health(listening=RUNS.listening, problem="The disk is full.", refused=3, keyring="session"))
    assert [notice.text for notice in notices.notices()] == ["The disk is full."]

    listening.show_health(RUNS)
    assert keys(notices) == []


def test_other_machines_are_named_once(notices: NoticeBar) -> None:
    """Whoever closed the message is not told again with every fact."""
    listening, _ = listening_of(notices)
    exposed = Health(listening=("http://0.0.0.0:8765",), exposed=True, keyring="session")
    listening.show_health(exposed)
    assert keys(notices) == ["exposed"]

    notices.withdraw("exposed")
    listening.show_health(exposed)
    assert keys(notices) == []


def test_a_dead_engine_and_its_return(notices: NoticeBar) -> None:
    """Each state has its sentence, and the last one takes the place of the one before; it is back once it says so."""
    listening, _ = listening_of(notices)
    listening.show_death(again=True)
    assert "started again" in notices.notices()[0].text
    listening.show_health(RUNS)
    assert "runs again" in notices.notices()[0].text
    listening.show_death(again=False)
    assert "stays off" in notices.notices()[0].text
    assert len(notices.notices()) == 1


def test_an_engine_that_stays_off_is_started_by_hand(notices: NoticeBar) -> None:
    """One click, also where it said why it cannot run."""
    listening, _ = listening_of(notices)
    starts: list[str] = []
    listening.restart = lambda: starts.append("started")
    listening.show_death(again=False)
    notices.notices()[0].actions[0][1]()
    assert starts == ["started"]

    notices.withdraw("engine")
    listening.show_health(Health(problem="The store was written by a newer version."))
    listening.show_death(again=False)
    assert [notice.text for notice in notices.notices()] == ["The store was written by a newer version."]
    notices.notices()[0].actions[0][1]()
    assert starts == ["started", "started"]
    listening.show_health(RUNS)
    assert "problem" not in keys(notices)


def test_responses_and_stopping(loop: Loop, notices: NoticeBar) -> None:
    """Another status has a body in words; 200 is the default again; the key stops what listens."""
    listening, engine = listening_of(notices)

    wish = asked(loop, engine, listening.respond_with, 503)
    assert isinstance(wish, SetResponse)
    assert isinstance(wish.response, Response)
    assert (wish.response.status, wish.response.body) == (503, b"Service Unavailable\n")
    assert asked(loop, engine, listening.respond_with, 200) == SetResponse(response=None)
    assert asked(loop, engine, listening.toggle) == StopListening()
