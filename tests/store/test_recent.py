"""Bodies of the last ten minutes."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from inspector.core.body import Body
from inspector.store.recent import GENERATION, WINDOW, RecentBodies, body_key
from inspector.store.store import Store
from tests.store.arrivals import arrival

KEY = ("stripe", "default", 7)


def test_a_body_is_forgotten_after_ten_minutes() -> None:
    """To the microsecond."""
    bodies = RecentBodies()
    bodies.note(KEY, 3, 1000)

    assert bodies.first(KEY, 1000 + WINDOW) == 3
    assert bodies.first(KEY, 1001 + WINDOW) is None
    assert bodies.first(("stripe", "default", 8), 1000) is None


def test_memory_is_bounded() -> None:
    """The last ones are remembered, however many came."""
    bodies = RecentBodies()
    for number in range(3 * GENERATION):
        bodies.note(("stripe", "default", number), number + 1, 1000)

    assert bodies.first(("stripe", "default", 3 * GENERATION - 1), 1000) == 3 * GENERATION
    assert bodies.first(("stripe", "default", 1), 1000) is None
    assert len(bodies._young) + len(bodies._old) <= 2 * GENERATION


def test_what_another_process_stored_is_known(path: Path) -> None:
    """And what was stored before the start, as far as it is young enough."""
    old = arrival(b"old", provider="stripe")
    with closing(Store.open(path)) as first, closing(Store.open(path)) as second:
        second.keep([arrival(b"begun", provider="stripe")])
        first.keep([arrival(b"theirs", provider="stripe")])
        first.keep(
            [replace(old, request=replace(old.request, received_at=old.request.received_at - timedelta(hours=1)))]
        )

        found = second.keep([arrival(body, provider="stripe") for body in (b"theirs", b"old")])

    assert [one.duplicate_of for one in found] == [2, None]
    with closing(Store.open(path)) as third:
        assert third.keep([arrival(b"begun", provider="stripe")])[0].duplicate_of == 1


def test_an_empty_body_has_no_key() -> None:
    """Different bodies have different ones."""
    assert body_key(arrival(b""), "stripe") is None
    assert body_key(arrival(b"1"), "stripe") != body_key(arrival(b"2"), "stripe")
    assert body_key(arrival(b"1"), "stripe") == ("stripe", "default", int(Body.of(b"1").sha256[:15], 16))


def test_a_key_fits_into_a_column() -> None:
    """SQLite's integers have 63 bits beside the sign."""
    assert int("f" * 15, 16) < 2**63
