"""What is selected is read, shown, marked as seen, and read again when it changes."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.capture import Capture
from inspector.core.errors import NothingError, ResourceError
from inspector.core.messages import Explain, Explanation, MarkRead
from inspector.core.paths import Paths
from inspector.gui.controllers import listing as listings
from inspector.gui.controllers.listing import Listing
from inspector.gui.controllers.selection import Selection
from inspector.gui.models.sorting import Sort
from inspector.gui.reader import CaptureReader
from inspector.gui.views.captures_table import CapturesTable
from inspector.store.store import Store
from tests.gui.stage import FACES, FakeEngine, Loop, asking_of, fill, reading_model, row
from tests.store.arrivals import arrival

PROOF = Explanation(received="a", expected="b", signed="c", scheme="d", tried="e")


@dataclass
class Shown:
    """A detail that notes what it is shown."""

    captures: list[Capture | None] = field(default_factory=list)
    proofs: list[int] = field(default_factory=list)
    earlier: list[int] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)

    def show_capture(self, capture: Capture, explanation: Explanation | None = None) -> None:
        """Note a capture."""
        self.captures.append(capture)

    def show_nothing(self) -> None:
        """Note that there is none."""
        self.captures.append(None)

    def show_many(self, count: int) -> None:
        """Note how many are selected."""
        self.counts.append(count)

    def show_explanation(self, capture_id: int, explanation: Explanation) -> None:
        """Note a proof."""
        self.proofs.append(capture_id)

    def show_earlier(self, count: int) -> None:
        """Note how many wait for a secret."""
        self.earlier.append(count)

    @property
    def ids(self) -> list[int | None]:
        """What was shown, by id."""
        return [capture.id if capture else None for capture in self.captures]


@dataclass
class Scene:
    """Nine captures, a table and a detail."""

    store: Store
    table: CapturesTable
    listing: Listing
    engine: FakeEngine
    detail: Shown
    selection: Selection
    loop: Loop

    def do(self, act: object, *parts: object) -> None:
        """Call something inside the loop."""

        async def main() -> None:
            act(*parts)  # type: ignore[operator]

        self.loop.run(main())


@pytest.fixture
def scene(loop: Loop, paths: Paths, qtbot: QtBot) -> Iterator[Scene]:
    """Nothing is selected yet."""
    with closing(fill(paths.store, 9)) as store:
        reader = CaptureReader(paths.store)
        table = CapturesTable(reading_model(reader.summaries), faces=FACES)
        qtbot.addWidget(table)
        listing = Listing(table.captures, reader)
        engine, detail = FakeEngine(), Shown()
        selection = Selection(table=table, listing=listing, reader=reader, asking=asking_of(engine)[0], detail=detail)
        made = Scene(store, table, listing, engine, detail, selection, loop)
        made.do(listing.reload)
        loop.until(lambda: table.captures.rowCount() == 9)
        yield made
        reader.close()


def test_a_selected_capture_is_shown_and_seen(scene: Scene) -> None:
    """It is read whole, and whoever looked at it has read it."""
    scene.do(scene.table.select_id, 5)
    scene.loop.until(lambda: scene.engine.asked)

    assert scene.detail.ids == [5]
    assert scene.engine.asked == [MarkRead(ids=(5,))]
    assert scene.selection.ids() == (5,)


def test_the_last_of_many_is_shown(scene: Scene) -> None:
    """Holding a key down shows where it ends, whatever was read in between."""

    async def rush() -> None:
        for id in (9, 8, 7, 6, 5, 4):
            scene.table.select_id(id)

    scene.loop.run(rush())
    scene.loop.until(lambda: scene.detail.ids and scene.detail.ids[-1] == 4)

    assert len(scene.detail.ids) <= 2


def test_how_many_are_selected_is_shown(scene: Scene) -> None:
    """Also where the capture that the keyboard is on stays the same."""
    scene.do(scene.table.select_id, 5)
    scene.do(scene.table.selectAll)

    assert scene.detail.counts[-1] == len(scene.selection.ids()) == scene.table.count_selected() == 9
    assert scene.selection.ids() == (9, 8, 7, 6, 5, 4, 3, 2, 1)


def test_a_change_is_shown_again(scene: Scene) -> None:
    """Only what concerns the shown capture is read again."""
    scene.do(scene.table.select_id, 5)
    scene.loop.until(lambda: scene.detail.ids == [5])
    scene.store.set_note(5, "look here")
    scene.do(scene.selection.stored_changed, (4,))
    scene.loop.pause()
    assert scene.detail.ids == [5]

    scene.do(scene.selection.stored_changed, (4, 5))
    scene.loop.until(lambda: scene.detail.ids == [5, 5])
    shown = scene.detail.captures[-1]
    assert shown is not None
    assert shown.note == "look here"


def test_the_selection_survives_a_filter_that_holds_it(scene: Scene) -> None:
    """It goes only where the list does not have it any more."""
    scene.do(scene.table.select_id, 6)
    scene.loop.until(lambda: scene.detail.ids == [6])

    scene.do(scene.listing.show, "provider:github")
    scene.loop.until(lambda: scene.table.captures.rowCount() == 3)
    assert scene.table.current_id() == 6

    scene.do(scene.listing.show, "provider:stripe")
    scene.loop.until(lambda: scene.table.captures.rowCount() == 6)
    assert scene.detail.ids[-1] is None
    assert scene.selection.shown is None


def test_a_proof_is_shown_and_its_lack_is_quiet(scene: Scene) -> None:
    """The page says by itself that there is nothing to prove."""
    scene.engine.answers[Explain] = PROOF
    scene.do(scene.selection.explain, 5)
    scene.loop.until(lambda: scene.detail.proofs == [5])

    scene.engine.answers[Explain] = NothingError("Unsigned.")
    scene.do(scene.selection.explain, 6)
    scene.loop.pause()
    assert scene.detail.proofs == [5]
    assert scene.engine.asked.count(Explain(id=6)) == 1


def test_a_proof_that_took_too_long_is_asked_for_again(scene: Scene) -> None:
    """A worker that still starts on a busy machine leaves no page without its proof; the third failure is the last."""
    scene.engine.answers[Explain] = ResourceError("The work took longer than 5 s and was stopped.")
    scene.do(scene.selection.explain, 5)
    scene.loop.until(lambda: scene.engine.asked.count(Explain(id=5)) == 3)
    scene.loop.pause()
    assert scene.engine.asked.count(Explain(id=5)) == 3


def test_many_stay_selected_when_the_list_is_sorted(scene: Scene) -> None:
    """The keyboard stays on the same capture."""
    scene.do(scene.table.select_ids, (5, 7, 2))
    scene.do(scene.listing.sort_by, Sort(column="id"))
    scene.loop.until(lambda: scene.table.captures.id_at(0) == 1)

    assert scene.selection.ids() == (2, 5, 7)
    assert scene.table.current_id() == 5


def test_the_selection_of_last_time_waits_for_its_page(scene: Scene) -> None:
    """It is selected once the list holds it, unless something else is by then or it is not there at all."""
    scene.do(scene.selection.restore, 99)
    scene.do(scene.listing.reload)
    scene.loop.until(lambda: scene.listing.complete and not scene.selection._awaited)
    assert scene.selection.ids() == ()

    scene.do(scene.selection.restore, 4)
    assert scene.selection.ids() == (4,)
    scene.do(scene.selection.restore, 8)
    assert scene.selection.ids() == (4,)


def test_what_comes_takes_the_place_of_the_selection(scene: Scene) -> None:
    """As soon as the list holds it; whoever selects something else meanwhile keeps that."""
    scene.do(scene.table.select_id, 5)
    scene.do(scene.selection.await_ids, 10)
    assert scene.selection.ids() == (5,)
    keep_one(scene)
    scene.loop.until(lambda: scene.selection.ids() == (10,))

    scene.do(scene.selection.await_ids, 11)
    scene.do(scene.table.select_id, 5)
    keep_one(scene)
    scene.loop.until(lambda: scene.table.captures.rowCount() == 11)
    assert scene.selection.ids() == (5,)

    scene.do(scene.selection.await_ids, 7)
    assert scene.selection.ids() == (7,)
    scene.loop.settle()


def test_what_is_beside_the_selection(scene: Scene) -> None:
    """Below it, above it at the end of the list, nothing where all or nothing is selected."""
    assert scene.selection.beside() is None
    for chosen, beside in (((9,), 8), ((7, 5), 4), ((1,), 2), ((1, 2, 4), 3)):
        scene.do(scene.table.select_ids, chosen)
        assert scene.selection.beside() == beside
    scene.do(scene.table.selectAll)
    assert scene.selection.beside() is None


def keep_one(scene: Scene) -> None:
    """One more arrives."""
    scene.store.keep([arrival(b"{}")])
    scene.do(scene.listing.captured)


def test_a_selection_beyond_the_first_page_is_not_lost(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """The detail goes on showing it until its row is there; one that matches no more is let go."""
    monkeypatch.setattr(listings, "FIRST", 2)
    scene.do(scene.table.select_id, 5)
    scene.loop.until(lambda: scene.detail.ids == [5])
    scene.do(scene.listing.sort_by, Sort(column="id"))
    scene.loop.until(lambda: scene.selection.ids() == (5,))
    assert scene.detail.ids == [5]
    assert scene.selection.shown is not None

    scene.do(scene.listing.show, "provider:github")
    scene.loop.until(lambda: scene.selection.shown is None)
    assert scene.selection.ids() == ()


def test_a_list_that_is_sorted_is_looked_at_from_its_top(scene: Scene) -> None:
    """Whoever sorts wants to see what comes first, not where the selected one went."""
    scene.table.resize(800, 120)
    scene.do(scene.table.select_id, 9)
    scene.do(scene.listing.sort_by, Sort(column="id"))
    scene.loop.until(lambda: scene.table.captures.id_at(0) == 1)

    assert scene.table.verticalScrollBar().value() == 0
    assert scene.selection.ids() == (9,)


def test_the_selection_of_last_time_is_found_in_a_list_that_is_read_later(scene: Scene) -> None:
    """At a start it is asked for before the first page stands."""

    async def begin() -> None:
        scene.listing.reload()
        scene.table.captures.reset(())
        scene.selection.restore(4)

    scene.loop.run(begin())
    scene.loop.until(lambda: scene.selection.ids() == (4,))


def test_what_is_folded_under_a_capture_is_seen_with_it(scene: Scene) -> None:
    """Also where it had been seen itself; where its repeats stand in the list, each is seen for itself."""
    scene.store.mark_read([5])
    model = scene.table.captures
    model.folds.on = True
    model.cache.put([row(5, again=1, again_unread=True)])
    scene.do(scene.table.select_id, 5)
    scene.loop.until(lambda: scene.engine.asked)

    assert scene.engine.asked == [MarkRead(ids=(5,), with_repeats=True)]
