"""Removing and taking it back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from inspector.core.messages import Remove, Removed, Restore
from inspector.gui.controllers.removing import Removing
from tests.gui.stage import FakeEngine, Loop, Posted, asking_of


@dataclass
class Chosen:
    """A selection that notes what is to be selected."""

    now: tuple[int, ...] = ()
    wanted: list[tuple[int, ...]] = field(default_factory=list)

    def ids(self) -> tuple[int, ...]:
        """What is selected."""
        return self.now

    def beside(self) -> int | None:
        """Always the same one."""
        return 3

    def await_ids(self, *ids: int) -> None:
        """Note them."""
        self.wanted.append(ids)


def test_a_removal_can_be_undone_once(loop: Loop) -> None:
    """The notice has Undo on it, which brings back what went and then has nothing more to do."""
    engine = FakeEngine(answers={Remove: Removed(token=7, count=2), Restore: 2})
    asking, posted = asking_of(engine)
    removing = Removing(asking, Chosen())

    async def remove() -> None:
        removing.remove((5, 4))

    loop.run(remove())
    loop.until(lambda: posted.texts)
    assert posted.texts == ["2 captures removed."]

    async def undo() -> None:
        posted.notices[0].actions[0][1]()
        removing.undo()

    loop.run(undo())
    loop.until(lambda: len(posted.texts) == 2)

    assert posted.texts[-1] == "2 captures are back."
    assert engine.asked == [Remove(ids=(5, 4)), Restore(token=7)]


def test_nothing_to_remove_is_said(loop: Loop) -> None:
    """An empty selection asks nothing; an empty store says so, and nothing can be undone."""
    engine = FakeEngine(answers={Remove: Removed(token=7, count=0)})
    asking, posted = asking_of(engine)
    removing = Removing(asking, Chosen())

    async def remove() -> None:
        removing.remove(())
        removing.remove_all_but_pinned()

    loop.run(remove())
    loop.until(lambda: posted.texts)

    async def undo() -> None:
        removing.undo()

    loop.run(undo())
    loop.pause()

    assert posted.texts == ["There was nothing to remove."]
    assert engine.asked == [Remove(ids=None, keep_pinned=True)]


def test_what_is_beside_is_selected_and_then_what_came_back(loop: Loop) -> None:
    """Unless something else was selected while the engine was at it."""
    asking, posted = asking_of(FakeEngine(answers={Remove: Removed(token=7, count=2), Restore: 2}))
    for selected, wanted in (((5, 4), [(3,), (5, 4)]), ((), [(3,), (5, 4)]), ((9,), [(5, 4)])):
        chosen = Chosen(now=selected)
        removing = Removing(asking, chosen)
        done(loop, partial(removing.remove, (5, 4)), posted)
        done(loop, removing.undo, posted)
        assert chosen.wanted == wanted


def done(loop: Loop, act: Callable[[], None], posted: Posted) -> None:
    """Call something inside the loop and wait for its notice."""

    async def main() -> None:
        act()

    before = len(posted.texts)
    loop.run(main())
    loop.until(lambda: len(posted.texts) > before)
