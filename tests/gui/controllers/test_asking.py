"""Wishes to the engine."""

from inspector.core.errors import ResourceError
from inspector.core.messages import MarkRead, Removed, Restore
from tests.gui.stage import FakeEngine, Loop, asking_of


def test_an_error_becomes_a_notice(loop: Loop) -> None:
    """What the engine cannot do is said in its own sentence, and nothing is raised."""
    engine = FakeEngine(answers={MarkRead: ResourceError("The disk is full."), Restore: 3})
    asking, posted = asking_of(engine)

    assert loop.run(asking.answer(Restore(token=1), int)) == 3
    assert loop.run(asking.answer(Restore(token=1), Removed)) is None
    assert loop.run(asking.done(MarkRead(ids=None))) is False
    assert posted.texts == ["The disk is full."]
    assert posted.notices[0].kind == "failed"


def test_a_command_that_fails_says_so(loop: Loop) -> None:
    """An InspectorError that leaves a command's coroutine becomes a notice."""
    asking, posted = asking_of(FakeEngine())

    async def fail() -> None:
        raise ResourceError("It cannot be written.")

    async def main() -> None:
        asking.start(fail(), name="failing")

    loop.run(main())
    loop.until(lambda: posted.texts)

    assert posted.texts == ["It cannot be written."]
