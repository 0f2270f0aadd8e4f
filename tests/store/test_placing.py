"""Attempts, duplicates and repeats."""

import os
from dataclasses import replace

import pytest

from inspector.core.capture import Arrival, Origin
from inspector.core.filter.parser import parse
from inspector.core.response import Response
from inspector.store.filter_sql import where
from inspector.store.lookup import NO_CAPTURE
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.store.arrivals import arrival, delivery


def shared(id: str, key: str) -> Arrival:
    """A delivery under an id that others have too."""
    made = arrival(os.urandom(8), provider="elevenlabs", delivery_id=id, event_key=key)
    return replace(made, judgement=replace(made.judgement, shares_id=True))


def placed(store: Store, *arrivals: Arrival, at_once: bool = False) -> list[tuple[int, int | None, str | None]]:
    """Attempt, first and repeat of each, kept together or one after another."""
    kept = store.keep(arrivals) if at_once else [store.keep([one])[0] for one in arrivals]
    return [(one.attempt, one.duplicate_of, one.repeat) for one in kept]


@pytest.mark.parametrize("at_once", [True, False])
def test_attempts_are_counted_per_delivery(store: Store, at_once: bool) -> None:
    """Within a batch as across batches; another id, endpoint, provider or case of letters is another delivery."""
    other_endpoint = replace(delivery("evt_1"), endpoint="billing")
    other_provider = replace(delivery("evt_1"), judgement=arrival(provider="github", delivery_id="evt_1").judgement)

    found = placed(
        store,
        delivery("evt_1"),
        delivery("evt_1"),
        delivery("EVT_1"),
        other_endpoint,
        other_provider,
        delivery("evt_2"),
        delivery("evt_1"),
        at_once=at_once,
    )

    assert found == [
        (1, None, None),
        (2, 1, "duplicate"),
        (1, None, None),
        (1, None, None),
        (1, None, None),
        (1, None, None),
        (3, 1, "duplicate"),
    ]


def test_a_handshake_repeats_nothing(store: Store) -> None:
    """A sender that tests an address twice asks twice, with the same body too."""
    asked = delivery("evt_1", body=b"challenge")
    asked = replace(asked, judgement=replace(asked.judgement, handshake="challenge", event_key="c"))

    assert placed(store, asked, asked) == [(1, None, None)] * 2


@pytest.mark.parametrize("at_once", [True, False])
def test_the_earlier_response_says_why_it_came_again(store: Store, at_once: bool) -> None:
    """Of the arrival just before it: no 2xx, none at all, or too late is a retry."""
    failed = Response(status=500, duration_ms=1.0)
    late = Response(status=200, duration_ms=30_000.0)

    found = placed(
        store,
        delivery("evt_1", response=failed),
        delivery("evt_1", response=None),
        delivery("evt_1"),
        delivery("evt_1", response=late),
        _with_deadline(delivery("evt_1"), 20.0),
        at_once=at_once,
    )

    assert [repeat for _, _, repeat in found] == [None, "retry", "retry", "duplicate", "retry"]


def test_a_provider_that_does_not_retry_redelivers(store: Store) -> None:
    """Somebody pressed a button there."""
    once = arrival(provider="github", delivery_id="1")
    no_retries = replace(once, judgement=replace(once.judgement, retries=False))

    assert placed(store, no_retries, no_retries)[1] == (2, 1, "redelivery")


def test_the_response_written_down_later_counts(store: Store) -> None:
    """What was told behind the first commit decides about the second arrival."""
    (first,) = store.keep([delivery("evt_1", response=None)])
    store.record_responses([(first.id, Response(status=200, duration_ms=1.0))])

    assert placed(store, delivery("evt_1")) == [(2, 1, "duplicate")]


def test_the_same_event_under_another_delivery_id(store: Store) -> None:
    """By the provider's event key, whenever; it is a first attempt all the same."""
    first, other, third = (
        arrival(os.urandom(8), provider="shopify", delivery_id=id, event_key=key)
        for id, key in (("a", "k"), ("b", "other"), ("c", "k"))
    )

    assert placed(store, first, other, third) == [(1, None, None), (1, None, None), (1, 1, "same-event")]


@pytest.mark.parametrize("at_once", [True, False])
def test_deliveries_that_share_an_id_are_told_apart_by_the_event(store: Store, at_once: bool) -> None:
    """A call's recording is no repeat of its transcript, but the transcript may come again."""
    transcript, audio = (shared("conv_1", key) for key in ("transcript", "audio"))

    found = placed(store, transcript, audio, shared("conv_1", "transcript"), shared("conv_1", "audio"), at_once=at_once)

    new = (1, None, None)
    assert found == [new, new, (2, 1, "duplicate"), (2, 2, "duplicate")]


@pytest.mark.parametrize("at_once", [True, False])
def test_the_same_body_within_ten_minutes_looks_like_the_same_event(store: Store, at_once: bool) -> None:
    """Of the same provider, with another delivery id or none; an empty body says nothing."""
    found = placed(
        store,
        delivery("evt_1", body=b"same"),
        delivery("evt_2", body=b"same"),
        arrival(b"same", provider="stripe"),
        arrival(b"same", provider="github"),
        arrival(b"same"),
        arrival(b"", provider="stripe"),
        arrival(b"", provider="stripe"),
        at_once=at_once,
    )

    same, new = (1, 1, "same-event"), (1, None, None)
    assert found == [new, same, same, new, new, new, new]


def test_what_was_removed_is_nobodys_first(store: Store) -> None:
    """After everything was removed, the next arrival of a delivery is its first again, the next body new."""
    store.keep([delivery("evt_1", body=b"same"), delivery("evt_1", body=b"same"), delivery("evt_2", body=b"same")])
    store.remove(None, None)

    assert placed(store, delivery("evt_1", body=b"same")) == [(1, None, None)]
    assert placed(store, delivery("evt_1", body=b"same")) == [(2, 4, "duplicate")]
    assert placed(store, delivery("evt_3", body=b"same")) == [(1, 4, "same-event")]


def test_the_first_of_those_that_are_left(store: Store) -> None:
    """Attempts go on from the last; the first is one that can be opened."""
    store.keep([delivery("evt_1"), delivery("evt_1"), delivery("evt_1")])
    store.remove(None, [1])

    assert placed(store, delivery("evt_1")) == [(4, 2, "duplicate")]


def test_only_what_was_received_counts(store: Store, reader: Reader) -> None:
    """Samples and imports of the same delivery stand beside it."""
    sample = replace(delivery("evt_1"), origin=Origin(kind="sample"))
    imported = replace(delivery("evt_1"), origin=Origin(kind="import", file="a.har"))

    found = placed(store, sample, imported, delivery("evt_1"), sample, delivery("evt_1"))

    assert found == [(1, None, None), (1, None, None), (1, None, None), (1, None, None), (2, 3, "duplicate")]
    assert reader.capture(2).origin == Origin(kind="import", file="a.har")
    assert not reader.summaries([2])[0].unread


def _with_deadline(one: Arrival, seconds: float) -> Arrival:
    return replace(one, judgement=replace(one.judgement, deadline_s=seconds))


def test_what_our_own_sockets_send_was_not_received(store: Store, reader: Reader) -> None:
    """A capture that is sent again, or a sample, which is none before it arrives; neither counts as an attempt.

    Afterwards the address is anybody's.
    """
    store.record_sending(begun=[("127.0.0.1:1001", 1), ("127.0.0.1:1002", NO_CAPTURE)])
    found = placed(
        store,
        delivery("evt_1"),
        replace(delivery("evt_1"), request=replace(delivery("evt_1").request, remote="127.0.0.1:1001")),
        replace(delivery("evt_1"), request=replace(delivery("evt_1").request, remote="127.0.0.1:1002")),
        delivery("evt_1"),
    )

    assert found == [(1, None, None), (1, None, None), (1, None, None), (2, 1, "duplicate")]
    assert [reader.capture(id).origin for id in (2, 3, 4)] == [
        Origin(kind="resend", of=1),
        Origin(kind="sample"),
        Origin(),
    ]

    store.record_sending(ended=["127.0.0.1:1001"])
    assert (
        placed(store, replace(delivery("evt_1"), request=replace(delivery("evt_1").request, remote="127.0.0.1:1001")))[
            0
        ][0]
        == 3
    )
    assert list(reader.ids(where(parse("is:sample")))) == [3]
