"""Sending samples."""

import stat
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from inspector.core.capture import Origin
from inspector.core.errors import InspectorError
from inspector.core.sending_wishes import SampleSent, SendSample
from inspector.core.wishes import Answer, Wish
from inspector.gui.controllers.sampling import Sampling, arrived, outcome
from inspector.gui.views.samples.draft import SampleDraft
from tests.gui.commands.conftest import Stage, stage
from tests.gui.stage import FakeEngine, row
from tests.store.arrivals import arrival

__all__ = ["stage"]

OK = SampleSent(url="http://127.0.0.1:8765/hooks/stripe", status=200, duration_ms=2.0)


@dataclass
class Shows:
    """Notes what a dialog would show."""

    said: list[str] = field(default_factory=list)

    def show_busy(self) -> None:
        """On its way."""
        self.said.append("busy")

    def show_sent(self, sent: SampleSent) -> None:
        """A response."""
        self.said.append(str(sent.status))

    def show_problem(self, sentence: str) -> None:
        """No response."""
        self.said.append(sentence)

    def show_nothing_sent(self) -> None:
        """The user said no."""
        self.said.append("nothing")


class Capturing(FakeEngine):
    """Stores a sample that it is asked for, and something else right after it."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(health=stage.engine.health)
        self._stage = stage
        self.samples: list[int] = []
        self.before_it_answers: Callable[[], None] = lambda: None

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
        """As the engine does for its own address."""
        if not isinstance(wish, SendSample):
            return await super().ask(wish, seconds=seconds)
        self.before_it_answers()
        came = arrival(b"{}", provider="stripe")
        kept = self._stage.store.keep([replace(came, origin=Origin(kind="sample")), came])
        self.samples.append(kept[0].id)
        self._stage.desk.listing.captured()
        return OK


def sampling_of(stage: Stage, asked: list[tuple[str, Callable[[], None], Callable[[], None]]]) -> Sampling:
    """A controller over the stage whose question is noted."""
    desk = stage.desk
    return Sampling(
        asking=desk.asking,
        habits=desk.habits,
        reader=desk.resending._reader,  # type: ignore[arg-type]
        selection=desk.selection,
        listing=desk.listing,
        resending=desk.resending,
        drafts=desk.paths.drafts,
        confirm=lambda place, agreed, refused: asked.append((place, agreed, refused)),
    )


def test_the_capture_of_a_sample_is_selected(stage: Stage) -> None:
    """Sent to the own address it arrives, and that capture is shown at once."""

    engine = Capturing(stage)
    stage.desk.asking.engine = engine
    stage.do(lambda: stage.desk.sampling.send_now("stripe", "payment_intent.succeeded"))
    stage.loop.until(lambda: engine.samples and stage.desk.selection.ids() == (engine.samples[0],))
    texts = [notice.text for notice in stage.window.notices.notices()]
    assert texts == ["payment_intent.succeeded sent to 127.0.0.1:8765/hooks/stripe, which responded 200 · 2.0 ms."]

    stage.do(lambda: stage.desk.filtering.choose("provider:github"))
    stage.loop.until(lambda: stage.window.model.rowCount() == 3)
    stage.do(lambda: stage.desk.sampling.send_now("stripe", "payment_intent.succeeded"))
    stage.loop.until(lambda: any("the filter hides it" in one.text for one in stage.window.notices.notices()))


def test_another_machine_is_asked_for_once(stage: Stage) -> None:
    """Nothing is sent before the user agreed; then the place is known."""
    stage.engine.answers[SendSample] = OK
    asked: list[tuple[str, Callable[[], None], Callable[[], None]]] = []
    sampling, shows = sampling_of(stage, asked), Shows()
    draft = SampleDraft(provider="stripe", event="invoice.payment_failed", target="https://example.com/in")
    stage.do(lambda: sampling.send(draft, shows))
    assert [place for place, _, _ in asked] == ["https://example.com"]
    stage.do(asked[0][2])
    assert shows.said == ["nothing"]

    stage.do(asked[0][1])
    stage.loop.until(lambda: shows.said[-1] == "200")
    stage.do(lambda: sampling.send(draft, shows))
    stage.loop.until(lambda: len(shows.said) == 5)
    assert len(asked) == 1
    wishes = [wish for wish in stage.engine.asked if isinstance(wish, SendSample)]
    assert wishes[0] == SendSample(provider="stripe", event=draft.event, target=draft.target)
    settings = stage.desk.habits.settings
    assert (settings.recent_targets, settings.target) == (("https://example.com/in",), "")


class Reading(FakeEngine):
    """Notes what stands in the file that it is given, who may read it, and leaves it where it is."""

    file = Path()
    content = b""
    modes: tuple[int, ...] = ()

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
        """Read the file."""
        if isinstance(wish, SendSample):
            self.file = Path(wish.body_file)
            self.content = self.file.read_bytes()
            self.modes = tuple(stat.S_IMODE(one.stat().st_mode) for one in (self.file, self.file.parent))
        return await super().ask(wish, seconds=seconds)


@pytest.mark.parametrize("answer", [OK, InspectorError("The engine is off.")])
def test_an_edited_body_goes_as_a_file_that_only_the_user_can_read(stage: Stage, answer: Answer) -> None:
    """A body never crosses the pipe; the file is gone afterwards, also where the engine did not take it."""
    engine = Reading(health=stage.engine.health, answers={SendSample: answer})
    stage.desk.asking.engine = engine
    shows = Shows()
    draft = SampleDraft(provider="stripe", event="e", target="3000", body=b"\r\n\x00\xff", secret="production")
    stage.do(lambda: stage.desk.sampling.send(draft, shows))
    stage.loop.until(lambda: len(shows.said) == 2)
    [wish] = [wish for wish in engine.asked if isinstance(wish, SendSample)]

    assert (engine.content, engine.modes, wish.secret) == (b"\r\n\x00\xff", (0o600, 0o700), "production")
    assert engine.file.is_relative_to(stage.desk.paths.drafts)
    assert list(stage.desk.paths.drafts.iterdir()) == []


class Dialog(QLabel):
    """Shows something, as long as it is there."""

    def show_busy(self) -> None:
        """On its way."""
        self.setText("busy")

    def show_sent(self, sent: SampleSent) -> None:
        """A response."""
        self.setText(str(sent.status))

    def show_problem(self, sentence: str) -> None:
        """No response."""
        self.setText(sentence)

    def show_nothing_sent(self) -> None:
        """The user said no."""
        self.setText("")


def test_a_dialog_that_was_closed_meanwhile_is_told_nothing(stage: Stage) -> None:
    """The capture of the sample is selected all the same."""
    engine, dialog = Capturing(stage), Dialog()
    engine.before_it_answers = lambda: delete(dialog)
    stage.desk.asking.engine = engine
    stage.do(lambda: stage.desk.sampling.send(SampleDraft(provider="stripe", event="e"), dialog))
    stage.loop.until(lambda: engine.samples and stage.desk.selection.ids() == (engine.samples[0],))


def test_what_goes_wrong_is_said_where_it_was_asked_for(stage: Stage) -> None:
    """A target that is none, an engine that refuses; the notice bar says it for the buttons of the empty page."""
    stage.engine.answers[SendSample] = InspectorError("Nothing listens.")
    shows = Shows()
    stage.do(lambda: stage.desk.sampling.send(SampleDraft(provider="stripe", event="e", target="ftp://x"), shows))
    assert "no http or https address" in shows.said[0]

    stage.do(lambda: stage.desk.sampling.send_now("stripe", "e"))
    stage.loop.until(lambda: [one.text for one in stage.window.notices.notices()] == ["Nothing listens."])


@pytest.mark.parametrize(
    ("sent", "says", "kind"),
    [
        (OK, "push sent to 127.0.0.1:8765/hooks/stripe, which responded 200 · 2.0 ms.", "done"),
        (SampleSent(url="http://h", status=503, duration_ms=None), "push sent to h, which responded 503.", "failed"),
        (SampleSent(url="u", status=None, duration_ms=None, error="Refused."), "Refused.", "failed"),
    ],
)
def test_the_outcome_in_a_sentence(sent: SampleSent, says: str, kind: str) -> None:
    """Where it went and what was answered."""
    assert outcome("push", sent) == (says, kind)


def test_only_a_sample_of_the_provider_is_taken_for_it() -> None:
    """Others may arrive at the same time."""
    rows = [
        row(4, origin="received"), row(3, origin="sample"), row(2, origin="sample"),
        row(5, origin="sample", provider="github"),
    ]  # fmt: skip
    assert arrived(rows, "stripe") == 3
    assert arrived(rows[:1], "stripe") is None
