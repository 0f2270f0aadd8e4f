"""The engine's state as notices, and the wishes that change it."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health, Listen, SetResponse, StopListening, Wish
from inspector.core.response import Response
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.listening import Listening
from inspector.gui.views.notice_bar import NoticeBar
from tests.gui.stage import FakeEngine, Loop

RUNS = Health(listening=("http://127.0.0.1:8765", "http://[::1]:8765"), keyring="session")
TAKEN = Health(problem="Port 8765 is taken by another program.", keyring="session")


@pytest.fixture
def notices(qtbot: QtBot) -> NoticeBar:
    """An empty bar."""
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def listening_of(notices: NoticeBar, health: Health = RUNS) -> tuple[Listening, FakeEngine]:
    """Listening over a fake engine."""
    engine = FakeEngine(health=health)
    return Listening(Asking(engine, notices), notices, host=None), engine


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


def test_a_taken_port_offers_the_next_free_one(loop: Loop, notices: NoticeBar) -> None:
    """One click, and the sentence goes once another port is open, although the engine still knows it."""
    listening, engine = listening_of(notices)
    listening.show_health(TAKEN)
    assert keys(notices) == ["problem"]
    assert asked(loop, engine, notices.notices()[0].actions[0][1]) == Listen(host=None, port=None)

    listening.show_health(Health(listening=("http://127.0.0.1:8766",), problem=TAKEN.problem, keyring="session"))
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
    """Each state has its sentence, and the last one takes the place of the one before."""
    listening, _ = listening_of(notices)
    listening.show_death(again=True)
    assert "started again" in notices.notices()[0].text
    listening.show_back()
    assert "runs again" in notices.notices()[0].text
    listening.show_death(again=False)
    assert "stays off" in notices.notices()[0].text
    assert len(notices.notices()) == 1


def test_responses_and_stopping(loop: Loop, notices: NoticeBar) -> None:
    """Another status has a body in words; 200 is the default again; the key stops what listens."""
    listening, engine = listening_of(notices)

    wish = asked(loop, engine, listening.respond_with, 503)
    assert isinstance(wish, SetResponse)
    assert isinstance(wish.response, Response)
    assert (wish.response.status, wish.response.body) == (503, b"Service Unavailable\n")
    assert asked(loop, engine, listening.respond_with, 200) == SetResponse(response=None)
    assert asked(loop, engine, listening.toggle) == StopListening()
