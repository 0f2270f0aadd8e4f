"""The one question about public keys, and what the engine is asked after it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from inspector.core.errors import ResourceError
from inspector.core.messages import ChangeSettings, Explain, Explanation
from inspector.core.secret_wishes import FetchKey
from inspector.core.settings import Settings
from inspector.core.verdict import Verdict
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.key_fetching import KeyFetching, host_of
from tests.gui.stage import FakeEngine, Loop, Posted, asking_of
from tests.gui.views.detail import samples

ADDRESS = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem"
VERDICT = Verdict(status="no-secret", cause="key-unavailable", explanation="It takes a key.")
CAPTURE = samples.capture(judgement=samples.judgement(verdict=VERDICT))


def explanation(address: str) -> Explanation:
    """What the engine says of a capture whose key can be fetched there."""
    return Explanation(received="", expected="", signed="", scheme="", tried="", key_address=address)


@dataclass
class Table:
    """The controller; the question is noted with what its yes does."""

    loop: Loop
    address: str = ADDRESS
    allowed: bool = False
    asked: list[dict[str, object]] = field(default_factory=list)
    engine: FakeEngine = field(default_factory=FakeEngine)

    def fetch(self) -> Posted:
        """Press the button."""
        self.engine.answers.setdefault(FetchKey, "The key was fetched.")
        self.engine.answers[Explain] = explanation(self.address)
        asking, posted = asking_of(self.engine)
        self.habits = Habits(Settings(fetch_keys=self.allowed), asking)

        def ask(**question: object) -> None:
            self.asked.append(question)

        async def step() -> None:
            KeyFetching(asking=asking, habits=self.habits, ask=ask).fetch(CAPTURE)

        self.loop.run(step())
        self.loop.settle()
        return posted

    def agree(self) -> None:
        """Press yes."""

        async def step() -> None:
            cast(Callable[[], None], self.asked[0]["agreed"])()

        self.loop.run(step())
        self.loop.settle()


def test_nothing_is_fetched_before_yes(loop: Loop) -> None:
    """The question shows the whole address; until it is answered the engine is asked for nothing but the address."""
    table = Table(loop)
    table.fetch()

    assert len(table.asked) == 1
    assert "sns.eu-central-1.amazonaws.com?" in str(table.asked[0]["text"])
    assert f"GET {ADDRESS}" in str(table.asked[0]["more"])
    assert [type(wish) for wish in table.engine.asked] == [Explain]


def test_yes_counts_from_now_on(loop: Loop) -> None:
    """The setting is written, the key of this capture fetched, and what came of it said."""
    table = Table(loop)
    posted = table.fetch()
    table.agree()

    assert ChangeSettings(values=(("fetch_keys", True),)) in table.engine.asked
    assert FetchKey(id=CAPTURE.id) in table.engine.asked
    assert posted.texts[-1] == "The key was fetched."


def test_who_agreed_is_not_asked_again(loop: Loop) -> None:
    """The key is fetched at once."""
    table = Table(loop, allowed=True)
    table.fetch()

    assert table.asked == []
    assert FetchKey(id=CAPTURE.id) in table.engine.asked


def test_nowhere_to_fetch_it(loop: Loop) -> None:
    """The verdict's sentence says what to do instead, and nothing is asked."""
    table = Table(loop, address="")
    posted = table.fetch()

    assert table.asked == []
    assert "It takes a key." in posted.texts[0]
    assert [type(wish) for wish in table.engine.asked] == [Explain]


def test_why_it_failed_is_said(loop: Loop) -> None:
    """In the engine's sentence, in place of the message that it is under way."""
    table = Table(loop, allowed=True)
    table.engine.answers[FetchKey] = ResourceError("It did not answer.")
    posted = table.fetch()

    assert posted.texts[-1] == "It did not answer."
    assert posted.withdrawn == ["fetched key"]


def test_hosts_for_sentences() -> None:
    """Of an address its host."""
    assert host_of(ADDRESS) == "sns.eu-central-1.amazonaws.com"
