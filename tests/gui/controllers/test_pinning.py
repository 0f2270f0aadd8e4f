"""Pinning captures."""

from inspector.core.messages import Pin
from inspector.gui.controllers.pinning import Pinning
from tests.gui.stage import FakeEngine, Loop, asking_of, row


def test_pins_are_set_unless_all_have_one(loop: Loop) -> None:
    """One capture is pinned without a word, many with a count; what nobody knows the pins of is pinned."""
    engine = FakeEngine()
    asking, posted = asking_of(engine)
    pinning = Pinning(asking)

    async def pin() -> None:
        pinning.toggle((1,), [row(1)])
        pinning.toggle((1, 2), [row(1, pinned=True), row(2)])
        pinning.toggle((1, 2), [row(1, pinned=True), row(2, pinned=True)])
        pinning.toggle(range(1, 10_001), [])
        pinning.toggle((), [])

    loop.run(pin())
    loop.until(lambda: len(posted.texts) == 3)

    assert [(len(wish.ids), wish.pinned) for wish in engine.asked if isinstance(wish, Pin)] == [
        (1, True), (2, True), (2, False), (10_000, True)
    ]  # fmt: skip
    assert posted.texts == ["2 captures pinned.", "2 captures unpinned.", "10,000 captures pinned."]
