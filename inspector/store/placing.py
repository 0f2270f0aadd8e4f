"""What a batch of arrivals is to the store: ids, origins, attempts and repeats. Inside the writer's transaction."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from inspector.core.capture import Arrival, Origin
from inspector.core.repeat import repeat_of
from inspector.store.kept import Kept
from inspector.store.lookup import (
    NO_CAPTURE,
    DeliveryKey,
    Earlier,
    EventKey,
    earlier_deliveries,
    earlier_events,
    sends,
    still_there,
)
from inspector.store.recent import Key, RecentBodies, body_key

SAMPLE = Origin(kind="sample")


@dataclass(slots=True)
class Looked:
    """One arrival and what it is looked up by; all None where it is no delivery of a known provider."""

    arrival: Arrival
    origin: Origin
    delivery: DeliveryKey | None = None
    event: EventKey | None = None
    body: Key | None = None


@dataclass(slots=True)
class Placed:
    """An arrival with its place, and the key of its body."""

    kept: Kept
    body: Key | None


def place(
    connection: sqlite3.Connection, arrivals: Sequence[Arrival], *, last: int, now: int, recent: RecentBodies
) -> list[Placed]:
    """`last` is the highest id given so far, `now` the time in microseconds."""
    sending = sends(connection, now)
    looked = [look(arrival, sending) for arrival in arrivals]
    deliveries = {one.delivery for one in looked if one.delivery is not None}
    earlier = earlier_deliveries(connection, list(deliveries))
    new = [one for one in looked if one.delivery is None or one.delivery not in earlier]
    events = earlier_events(connection, list({one.event for one in new if one.event is not None}))
    bodies = _earlier_bodies(connection, new, recent, now)
    placed = []
    id = last
    for one in looked:
        id += 1
        before = earlier.get(one.delivery) if one.delivery is not None else None
        if before is not None:
            kept = _again(one.arrival, id, before)
        else:
            kept = _first(one, id, events, bodies)
            if one.delivery is not None:
                earlier[one.delivery] = Earlier(1, id, *_told(one.arrival))
        placed.append(Placed(kept, one.body))
    return placed


def look(arrival: Arrival, sending: dict[str, int]) -> Looked:
    """Only what was received counts for attempts; what a socket of ours is sending was not."""
    origin = arrival.origin
    if origin.kind != "received":
        return Looked(arrival, origin)
    if sending:
        of = sending.get(arrival.request.remote)
        if of is not None:
            return Looked(arrival, SAMPLE if of == NO_CAPTURE else Origin(kind="resend", of=of))
    judgement = arrival.judgement
    provider = judgement.provider
    if provider is None or judgement.handshake is not None:  # each test of an address is one of its own
        return Looked(arrival, origin)
    delivery, event = judgement.delivery_id, judgement.event_key
    return Looked(
        arrival,
        origin,
        None if delivery is None else (provider, arrival.endpoint, delivery, event if judgement.shares_id else None),
        None if event is None else (provider, arrival.endpoint, event),
        body_key(arrival, provider),
    )


def _earlier_bodies(
    connection: sqlite3.Connection, new: Sequence[Looked], recent: RecentBodies, now: int
) -> dict[Key, int]:
    found = {
        one.body: first for one in new if one.body is not None and (first := recent.first(one.body, now)) is not None
    }
    if found:
        there = still_there(connection, found.values())
        found = {key: id for key, id in found.items() if id in there}
    return found


def _again(arrival: Arrival, id: int, before: Earlier) -> Kept:
    judgement = arrival.judgement
    before.attempt += 1
    repeat = repeat_of(
        status=before.status,
        duration_ms=before.duration_ms,
        deadline_s=judgement.deadline_s,
        retries=judgement.retries,
    )
    before.status, before.duration_ms = _told(arrival)
    return Kept(id=id, attempt=before.attempt, duplicate_of=before.first, repeat=repeat)


def _first(one: Looked, id: int, events: dict[EventKey, int], bodies: dict[Key, int]) -> Kept:
    """The first of its delivery id; perhaps it looks like an event that came under another."""
    same_event = id if one.event is None else events.setdefault(one.event, id)
    same_body = id if one.body is None else bodies.setdefault(one.body, id)
    first = same_event if same_event != id else same_body
    if first == id:
        return Kept(id=id, origin=one.origin)
    return Kept(id=id, duplicate_of=first, repeat="same-event")


def _told(arrival: Arrival) -> tuple[int | None, float | None]:
    response = arrival.response
    return (None, None) if response is None else (response.status, response.duration_ms)
