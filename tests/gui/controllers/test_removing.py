"""Removing and taking it back."""

from inspector.core.messages import Remove, Removed, Restore
from inspector.gui.controllers.removing import Removing
from tests.gui.stage import FakeEngine, Loop, asking_of


def test_a_removal_can_be_undone_once(loop: Loop) -> None:
    """The notice has Undo on it, which brings back what went and then has nothing more to do."""
    engine = FakeEngine(answers={Remove: Removed(token=7, count=2), Restore: 2})
    asking, posted = asking_of(engine)
    removing = Removing(asking)

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
    removing = Removing(asking)

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
