"""Decides what a batch of arrivals is to the store: ids, origins, attempts and repeats. Inside the writer's transaction."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from inspector.core.capture import Arrival, Origin
from inspector.core.repeat import repeat_of
from inspector.store.kept import Kept
from inspector.store.lookup import (
    DeliveryKey,
    Earlier,
    delivery_key,
    earlier_deliveries,
    earlier_events,
    sends,
    still_there,
)
from inspector.store.recent import Key, RecentBodies, body_key


@dataclass(slots=True)
class Placed:
    """A batch with its places, and the bodies to be remembered once it is committed."""

    kept: list[Kept]
    body_keys: list[int | None]
    bodies: list[tuple[Key, int]]
    """With the id that the next arrival of the same body repeats."""


def place(
    connection: sqlite3.Connection, arrivals: Sequence[Arrival], *, last: int, now: int, recent: RecentBodies
) -> Placed:
    """`last` is the highest id given so far, `now` the time in microseconds."""
    return _Batch(connection, arrivals, last=last, now=now, recent=recent).place()


class _Batch:
    def __init__(
        self, connection: sqlite3.Connection, arrivals: Sequence[Arrival], *, last: int, now: int, recent: RecentBodies
    ) -> None:
        self._connection = connection
        self._arrivals = arrivals
        self._last = last
        self._now = now
        self._recent = recent
        self._bodies: dict[Key, int] = {}

    def place(self) -> Placed:
        sending = sends(self._connection, self._now)
        origins = [self._origin(arrival, sending) for arrival in self._arrivals]
        received = [
            arrival if origin.kind == "received" and arrival.judgement.provider is not None else None
            for arrival, origin in zip(self._arrivals, origins, strict=True)
        ]
        deliveries = [None if arrival is None else delivery_key(arrival) for arrival in received]
        body_keys = [None if arrival is None else body_key(arrival) for arrival in received]
        earlier = earlier_deliveries(self._connection, list({key for key in deliveries if key is not None}))
        looking = [
            arrival if deliveries[i] is None or deliveries[i] not in earlier else None
            for i, arrival in enumerate(received)
        ]
        self._find_events(looking)
        self._find_bodies(looking, body_keys)
        kept: list[Kept] = []
        for i, (arrival, origin, delivery) in enumerate(zip(self._arrivals, origins, deliveries, strict=True)):
            id = self._last + 1 + i
            if received[i] is None:
                kept.append(Kept(id=id, origin=origin))
            elif delivery is not None and (before := earlier.get(delivery)) is not None:
                kept.append(self._again(arrival, id, before))
            else:
                kept.append(self._same_event(arrival, id, body_keys[i]))
                if delivery is not None:
                    earlier[delivery] = Earlier(1, id, *self._told(arrival))
        return Placed(kept=kept, body_keys=body_keys, bodies=self._noted(received, body_keys, kept))

    def _origin(self, arrival: Arrival, sending: dict[str, int]) -> Origin:
        if sending and arrival.origin.kind == "received":
            of = sending.get(arrival.request.remote)
            if of is not None:
                return Origin(kind="resend", of=of)
        return arrival.origin

    def _again(self, arrival: Arrival, id: int, before: Earlier) -> Kept:
        judgement = arrival.judgement
        before.attempt += 1
        repeat = repeat_of(
            status=before.status,
            duration_ms=before.duration_ms,
            deadline_s=judgement.deadline_s,
            retries=judgement.retries,
        )
        before.status, before.duration_ms = self._told(arrival)
        return Kept(id=id, attempt=before.attempt, duplicate_of=before.first, repeat=repeat)

    def _told(self, arrival: Arrival) -> tuple[int | None, float | None]:
        response = arrival.response
        return (None, None) if response is None else (response.status, response.duration_ms)

    def _find_events(self, looking: Sequence[Arrival | None]) -> None:
        keys = {key for arrival in looking if arrival is not None and (key := _event_key(arrival)) is not None}
        self._events = earlier_events(self._connection, list(keys))

    def _find_bodies(self, looking: Sequence[Arrival | None], body_keys: Sequence[int | None]) -> None:
        for arrival, part in zip(looking, body_keys, strict=True):
            if arrival is not None and part is not None:
                key = _body_key(arrival, part)
                first = self._recent.first(key, self._now)
                if first is not None:
                    self._bodies[key] = first
        if self._bodies:
            there = still_there(self._connection, self._bodies.values())
            self._bodies = {key: id for key, id in self._bodies.items() if id in there}

    def _same_event(self, arrival: Arrival, id: int, part: int | None) -> Kept:
        first: int | None = None
        event = _event_key(arrival)
        if event is not None:
            first = self._events.setdefault(event, id)
        if part is not None:
            same_body = self._bodies.setdefault(_body_key(arrival, part), id)
            if first is None or first == id:
                first = same_body
        if first is None or first == id:
            return Kept(id=id)
        return Kept(id=id, duplicate_of=first, repeat="same-event")

    def _noted(
        self, received: Sequence[Arrival | None], body_keys: Sequence[int | None], kept: Sequence[Kept]
    ) -> list[tuple[Key, int]]:
        return [
            (_body_key(arrival, part), one.duplicate_of or one.id)
            for arrival, part, one in zip(received, body_keys, kept, strict=True)
            if arrival is not None and part is not None
        ]


def _event_key(arrival: Arrival) -> DeliveryKey | None:
    judgement = arrival.judgement
    if judgement.event_key is None or judgement.provider is None:
        return None
    return judgement.provider, arrival.endpoint, judgement.event_key


def _body_key(arrival: Arrival, part: int) -> Key:
    assert arrival.judgement.provider is not None
    return arrival.judgement.provider, arrival.endpoint, part
