"""Earlier arrivals of the same delivery or event, and sends of our own; each asked once a batch."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

STALE = 3600 * 1_000_000
"""Microseconds after which an announced send is taken for left over by a process that was killed."""

LOOK_BACK = 1000
"""Arrivals of one delivery id looked at, so that a hundred thousand removed ones delay no sender."""


@dataclass(slots=True)
class Earlier:
    """The latest arrival of a delivery id, and the id of the first."""

    attempt: int
    first: int
    status: int | None
    duration_ms: float | None


NO_CAPTURE = 0
"""Stands for the id of a capture where what is sent is none yet: a sample. Ids begin with 1."""

DeliveryKey: TypeAlias = tuple[str, str, str, str | None]
"""Provider, endpoint and delivery id; where several deliveries share that id, the event key. They name one delivery."""

EventKey: TypeAlias = tuple[str, str, str]
"""Provider, endpoint and event key."""

_SAME = "(key_ IS NULL OR (SELECT event_key FROM contents WHERE capture_id = {0}.id) = key_)"

_EARLIER = f"""
WITH asked(provider_, endpoint_, delivery_, key_) AS (VALUES {{}})
SELECT provider_, endpoint_, delivery_, key_, attempt, status, duration_ms, coalesce(
    (SELECT f.id FROM (SELECT id, origin, removed_at FROM captures INDEXED BY captures_delivery
        WHERE delivery_id = delivery_ COLLATE NOCASE AND delivery_id = delivery_ AND provider = provider_
        AND endpoint = endpoint_ ORDER BY id LIMIT {LOOK_BACK}) f
     WHERE f.removed_at IS NULL AND f.origin = 'received' AND {_SAME.format("f")} LIMIT 1), captures.id)
FROM asked JOIN captures ON captures.id =
    (SELECT l.id FROM (SELECT id, origin, removed_at FROM captures INDEXED BY captures_delivery
        WHERE delivery_id = delivery_ COLLATE NOCASE AND delivery_id = delivery_ AND provider = provider_
        AND endpoint = endpoint_ ORDER BY id DESC LIMIT {LOOK_BACK}) l
     WHERE l.removed_at IS NULL AND l.origin = 'received' AND {_SAME.format("l")} LIMIT 1)"""

_EVENTS = f"""
WITH asked(provider_, endpoint_, key_) AS (VALUES {{}})
SELECT provider_, endpoint_, key_, (
    SELECT captures.id
    FROM (SELECT capture_id FROM contents WHERE event_key = key_ ORDER BY capture_id LIMIT {LOOK_BACK}) e
    CROSS JOIN captures ON captures.id = e.capture_id
    WHERE provider = provider_ AND endpoint = endpoint_ AND removed_at IS NULL AND origin = 'received' LIMIT 1)
FROM asked"""


@lru_cache(maxsize=256)
def _asking(query: str, count: int, marks: str) -> str:
    return query.format(",".join([marks] * count))


def earlier_deliveries(connection: sqlite3.Connection, keys: Sequence[DeliveryKey]) -> dict[DeliveryKey, Earlier]:
    """Live arrivals that came before, of those keys that have any. Removed captures do not count."""
    if not keys:
        return {}
    found = connection.execute(_asking(_EARLIER, len(keys), "(?,?,?,?)"), [part for key in keys for part in key])
    return {
        (provider, endpoint, delivery, key): Earlier(attempt=attempt, first=first, status=status, duration_ms=duration)
        for provider, endpoint, delivery, key, attempt, status, duration, first in found
    }


def earlier_events(connection: sqlite3.Connection, keys: Sequence[EventKey]) -> dict[EventKey, int]:
    """The first live arrival of each (provider, endpoint, event key) that came before."""
    if not keys:
        return {}
    found = connection.execute(_asking(_EVENTS, len(keys), "(?,?,?)"), [part for key in keys for part in key])
    return {(provider, endpoint, key): id for provider, endpoint, key, id in found if id is not None}


def still_there(connection: sqlite3.Connection, ids: Iterable[int]) -> set[int]:
    """Those of the captures that were neither removed nor purged."""
    wanted = sorted(set(ids))
    if not wanted:
        return set()
    marks = ",".join("?" * len(wanted))
    rows = connection.execute(f"SELECT id FROM captures WHERE removed_at IS NULL AND id IN ({marks})", wanted)
    return {id for (id,) in rows}


def sends(connection: sqlite3.Connection, now: int) -> dict[str, int]:
    """Addresses of sockets that are sending now, in any process, and which capture, or `NO_CAPTURE`."""
    return dict(connection.execute("SELECT address, capture_id FROM sending WHERE at > ?", (now - STALE,)).fetchall())
