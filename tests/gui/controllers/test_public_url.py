"""The URL that is shown and copied."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from inspector.core.capture import Capture, Summary
from inspector.core.headers import Headers
from inspector.core.messages import Captured, ChangeSettings, Health
from inspector.core.request import Request
from inspector.core.settings import Settings
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.public_url import LONGEST, PublicUrl, shortened
from tests.gui.stage import AT, FakeEngine, Loop, Posted, asking_of, row

RUNS = Health(listening=("http://127.0.0.1:8765",), keyring="session")
TUNNEL = "abc.trycloudflare.com"


@dataclass
class Arrivals:
    """Captures by id: the host that was asked for, and what proxies added."""

    hosts: dict[int, str] = field(default_factory=dict)
    fields: tuple[tuple[str, str], ...] = (("X-Forwarded-Proto", "https"),)
    origins: dict[int, str] = field(default_factory=dict)
    read: list[int] = field(default_factory=list)
    breaks: bool = False

    async def summaries(self, ids: Sequence[int]) -> list[Summary]:
        """Their rows."""
        if self.breaks:
            raise RuntimeError("nobody thought of this")
        return [row(id, host=self.hosts[id], origin=self.origins.get(id, "received")) for id in ids if id in self.hosts]

    async def capture(self, id: int) -> Capture:
        """One of them."""
        self.read.append(id)
        headers = Headers.of(("Host", self.hosts[id]), *self.fields)
        request = Request(
            received_at=AT, head=b"", method="POST", target="/", http_version="1.1", remote="", headers=headers
        )
        return Capture(id=id, request=request)


@dataclass
class Scene:
    """The controller and what is around it."""

    parent: QObject
    public: PublicUrl
    habits: Habits
    engine: FakeEngine
    posted: Posted
    arrivals: Arrivals
    shown: list[str]
    loop: Loop

    def arrive(self, id: int, host: str) -> None:
        """One request more."""
        self.arrivals.hosts[id] = host

        async def main() -> None:
            self.public.captured(Captured(last_id=id, count=1))

        self.loop.run(main())

    def act(self, act: object) -> None:
        """Do something inside the loop."""

        async def main() -> None:
            act()  # type: ignore[operator]

        self.loop.run(main())
        self.loop.settle()


@pytest.fixture
def scene(loop: Loop, qtbot: QtBot) -> Scene:
    """Nothing arrived yet."""
    engine = FakeEngine(health=RUNS)
    asking, posted = asking_of(engine)
    habits = Habits(Settings(), asking)
    arrivals, shown = Arrivals(), list[str]()
    parent = QObject()
    public = PublicUrl(asking=asking, habits=habits, reader=arrivals, show=shown.append, parent=parent)
    return Scene(parent, public, habits, engine, posted, arrivals, shown, loop)


def test_the_first_foreign_host_is_offered_and_used_with_one_click(scene: Scene) -> None:
    """Then it is shown, copied and kept as a setting; and it can be taken back, and that undone."""
    assert scene.public.url == "http://127.0.0.1:8765"
    scene.arrive(5, TUNNEL)
    scene.loop.until(lambda: scene.posted.notices)
    [(words, use)] = scene.posted.notices[0].actions
    assert words == f"Use https://{TUNNEL} as the public URL"

    scene.act(use)
    assert scene.public.url == f"https://{TUNNEL}"
    assert scene.shown[-1] == f"https://{TUNNEL}"
    assert scene.engine.asked[-1] == ChangeSettings(values=(("public_url", f"https://{TUNNEL}"),))

    scene.act(scene.public.take_back)
    assert (scene.public.url, scene.shown[-1]) == ("http://127.0.0.1:8765", "")
    scene.act(scene.posted.notices[-1].actions[0][1])
    assert scene.public.url == f"https://{TUNNEL}"


def test_each_address_is_offered_once_and_a_new_one_names_the_old(scene: Scene) -> None:
    """Whoever closed the message is not asked again by every request; a tunnel with a new name is."""
    scene.act(lambda: scene.public.use(f"https://{TUNNEL}"))
    scene.posted.notices.clear()
    for id, host in enumerate((TUNNEL, "other.example.com", "other.example.com"), 1):
        scene.arrive(id, host)
        scene.loop.until(partial(scene.arrivals.read.__contains__, id))

    assert scene.posted.texts == [f"A request came through another address than https://{TUNNEL}."]


@pytest.mark.parametrize(
    "host", ["localhost:8765", "127.0.0.1", "192.168.0.5:8765", "<b>valid</b>.example.com", "a.com\u202e", ""]
)
def test_our_own_and_hostile_hosts_are_not_offered(scene: Scene, host: str) -> None:
    """Loopback, our own port, and whatever is no plain host name."""
    scene.arrive(1, host)
    scene.loop.until(lambda: scene.arrivals.read == [1])
    scene.loop.pause()
    assert scene.posted.notices == []


def test_a_tunnel_that_rewrites_host_is_seen_too(scene: Scene) -> None:
    """X-Forwarded-Host says what the sender asked for."""
    scene.arrivals.fields = (("X-Forwarded-Host", TUNNEL), ("X-Forwarded-Proto", "https"))
    scene.arrive(1, "127.0.0.1:8765")
    scene.loop.until(lambda: scene.posted.notices)
    assert TUNNEL in scene.posted.notices[0].actions[0][0]


def test_what_was_imported_or_sent_by_ourselves_is_not_looked_at(scene: Scene) -> None:
    """Only what was received says under which address we are reached."""
    scene.arrivals.origins = {1: "import"}
    scene.arrive(1, TUNNEL)
    scene.loop.pause(0.05)
    assert scene.arrivals.read == []


@pytest.mark.logs(logging.ERROR)
def test_an_error_that_nobody_thought_of_does_not_end_the_offers(scene: Scene) -> None:
    """What comes after it is looked at."""
    scene.arrivals.breaks = True
    scene.arrive(1, TUNNEL)
    scene.loop.settle()
    scene.arrivals.breaks = False
    scene.arrive(2, TUNNEL)
    scene.loop.until(lambda: scene.posted.notices)
    assert scene.arrivals.read == [2]


def test_nothing_to_take_back_is_said(scene: Scene) -> None:
    """A command that does nothing says so."""
    scene.act(scene.public.take_back)
    assert scene.posted.texts == ["No public URL is set."]


def test_another_setting_is_shown_without_its_last_slash(scene: Scene) -> None:
    """What was written into the preferences or the file counts at once."""
    scene.habits.settings = replace(scene.habits.settings, public_url="https://hooks.example.com/")
    scene.habits.changed.emit()
    assert scene.shown[-1] == "https://hooks.example.com"
    assert scene.public.url == "https://hooks.example.com"


def test_a_long_url_is_shortened_in_its_middle() -> None:
    """A button has room for so much."""
    assert shortened("https://a.example") == "https://a.example"
    long = shortened("https://" + "a" * 200 + ".example.com")
    assert len(long) == LONGEST + 1
    assert long.startswith("https://a")
    assert long.endswith(".example.com")
