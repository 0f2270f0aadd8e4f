"""Who is asked to leave when there is no place for another connection."""

import asyncio
from pathlib import Path

from inspector.core.response import Response
from inspector.listener.limits import Limits
from inspector.listener.room import Room


class Guest:
    """A connection that only remembers what was asked of it."""

    def __init__(self, rank: int | None, since: float) -> None:
        self.since = since
        self.left = False
        self.swept = 0
        self._rank = rank

    def sweep(self, now: float) -> None:
        """Count."""
        self.swept += 1

    def rank(self) -> int | None:
        """As given."""
        return self._rank

    def leave(self) -> None:
        """Remember."""
        self.left = True

    def cut(self, response: Response) -> None:
        """Not asked here."""

    def abort(self) -> None:
        """Not asked here."""


def room(limits: Limits | None = None) -> Room:
    """An empty one."""
    return Room(
        on_request=lambda request, exchange: None, limits=limits or Limits(), bodies=Path, on_trouble=lambda text: None
    )


async def test_idle_ones_leave_first_and_the_oldest_of_them_first_of_all() -> None:
    """Then those whose head is slow; never one that waits for its response, nor one that has just come."""
    now = asyncio.get_running_loop().time()
    waiting, fresh = Guest(None, now - 500), Guest(0, now)
    slow = [Guest(1, now - 100 - number) for number in range(5)]
    idle = [Guest(0, now - 10 - number) for number in range(14)]
    place = room()
    for guest in (waiting, fresh, *slow, *idle):
        place.guests.add(guest)
    place.make_way()

    assert all(guest.left for guest in idle)
    assert [guest.left for guest in slow] == [False, False, False, True, True]
    assert not waiting.left
    assert not fresh.left


async def test_the_sweep_runs_while_somebody_is_there() -> None:
    """It begins with the first, ends with the last, and begins again."""
    place = room(Limits(head_timeout=0.1))
    for _ in range(2):
        guest = Guest(0, 0.0)
        place.join(guest)
        async with asyncio.timeout(20):
            while guest.swept < 2:
                await asyncio.sleep(0.005)
        place.quit(guest)
        await asyncio.sleep(0.05)
        swept = guest.swept
        await asyncio.sleep(0.05)
        assert guest.swept == swept
    place.close()


async def test_it_is_full_at_its_capacity() -> None:
    """One below there is a place."""
    place = room()
    place.capacity = 2
    assert not place.is_full
    place.guests.add(Guest(0, 0.0))
    assert not place.is_full
    place.guests.add(Guest(0, 0.0))
    assert place.is_full
