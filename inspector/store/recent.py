"""Which bodies came in the last ten minutes: how the same event under another delivery id is noticed.

In memory and not as an index: the hash of a body lands anywhere in an index, which would cost every capture a page.
"""

import sqlite3
from typing import TypeAlias

from inspector.core.capture import Arrival

WINDOW = 10 * 60 * 1_000_000
"""Microseconds in which the same body counts as the same event."""

GENERATION = 32_768
"""Captures remembered twice over at most: a few megabytes, also at ten thousand requests a second."""

AT_ONCE = 8192
"""Captures taken in at once at most, at the start or from another process: some 20 ms in which a sender waits."""

Key: TypeAlias = tuple[str, str, int]


class RecentBodies:
    """The first id of each body of each provider and endpoint. Knows what other processes stored, too."""

    def __init__(self) -> None:
        self.seen = 0
        """The last id that was looked at."""
        self._young: dict[Key, tuple[int, int]] = {}
        self._old: dict[Key, tuple[int, int]] = {}

    def catch_up(self, connection: sqlite3.Connection, last: int, now: int) -> None:
        """Take in what others stored up to `last`, or at the start everything of the window. Inside a transaction."""
        rows = connection.execute(
            "SELECT coalesce(duplicate_of, id), received_at, provider, endpoint, body_key FROM captures "
            "WHERE id > ? AND id <= ? AND body_key IS NOT NULL AND removed_at IS NULL "
            "AND received_at > ? ORDER BY id",
            (max(self.seen, last - AT_ONCE), last, now - WINDOW),
        )
        for first, received_at, provider, endpoint, body_key in rows:
            self.note((provider, endpoint, body_key), first, received_at)
        self.seen = last

    def first(self, key: Key, now: int) -> int | None:
        """The first id with that body within the window before `now`."""
        found = self._young.get(key) or self._old.get(key)
        return found[0] if found is not None and now - found[1] <= WINDOW else None

    def note(self, key: Key, first: int, received_at: int) -> None:
        """Remember a body, and the id that the next arrival of it repeats."""
        self._young[key] = (first, received_at)
        if len(self._young) >= GENERATION:
            self._old, self._young = self._young, {}


def body_key(arrival: Arrival, provider: str) -> Key | None:
    """None for an empty body, from which nothing is to be told."""
    body = arrival.request.body
    return (provider, arrival.endpoint, int(body.sha256[:15], 16)) if body.size else None
