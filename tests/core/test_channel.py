"""Publish and subscribe."""

import logging

import pytest

from inspector.core.channel import Channel


def test_every_subscriber_hears_every_fact_in_order() -> None:
    """First come, first told."""
    channel: Channel[int] = Channel()
    heard: list[tuple[str, int]] = []
    channel.subscribe(lambda fact: heard.append(("first", fact)))
    channel.subscribe(lambda fact: heard.append(("second", fact)))

    channel.publish(1)
    channel.publish(2)

    assert heard == [("first", 1), ("second", 1), ("first", 2), ("second", 2)]


def test_unsubscribing_ends_it() -> None:
    """Twice is harmless."""
    channel: Channel[int] = Channel()
    heard: list[int] = []
    unsubscribe = channel.subscribe(heard.append)

    channel.publish(1)
    unsubscribe()
    unsubscribe()
    channel.publish(2)

    assert heard == [1]


def test_a_subscriber_that_fails_takes_nothing_from_the_others(caplog: pytest.LogCaptureFixture) -> None:
    """Its failure is in the log, with a traceback."""
    channel: Channel[int] = Channel()
    heard: list[int] = []

    def fail(fact: int) -> None:
        raise ValueError(fact)

    channel.subscribe(fail)
    channel.subscribe(heard.append)
    with caplog.at_level(logging.ERROR):
        channel.publish(7)

    assert heard == [7]
    assert "A subscriber of int failed" in caplog.text
    assert "ValueError: 7" in caplog.text


def test_a_subscriber_may_leave_while_it_is_told() -> None:
    """The others are told all the same; who joins meanwhile hears the next fact."""
    channel: Channel[int] = Channel()
    heard: list[tuple[str, int]] = []

    def once(fact: int) -> None:
        heard.append(("once", fact))
        leave()
        channel.subscribe(lambda later: heard.append(("late", later)))

    leave = channel.subscribe(once)
    channel.subscribe(lambda fact: heard.append(("steady", fact)))
    channel.publish(1)
    channel.publish(2)

    assert heard == [("once", 1), ("steady", 1), ("steady", 2), ("late", 2)]
