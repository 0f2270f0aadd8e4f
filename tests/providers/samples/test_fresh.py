"""What is new at each sending."""

import re
from datetime import UTC, datetime

import pytest

from inspector.providers.samples.fresh import Fresh, money

FRESH = Fresh(datetime(2026, 11, 23, 8, 21, 11, 123456, tzinfo=UTC))


@pytest.mark.parametrize(
    ("made", "pattern"),
    [
        (FRESH.alnum, r"[A-Za-z0-9]{24}"),
        (FRESH.upper, r"[A-Z0-9]{24}"),
        (FRESH.hex, r"[0-9a-f]{24}"),
    ],
)
def test_ids_have_their_form_and_differ(made: object, pattern: str) -> None:
    """So that no two deliveries are taken for one."""
    assert callable(made)
    ids = {made(24) for _ in range(100)}

    assert len(ids) == 100
    assert all(re.fullmatch(pattern, id) for id in ids)


def test_a_uuid_and_numbers() -> None:
    """A random UUID of version 4; numbers within their bounds; one of the choices."""
    assert re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", FRESH.uuid())
    assert {FRESH.number(1, 2) for _ in range(200)} == {1, 2}
    assert FRESH.pick(("only",)) == "only"


def test_times_go_back_from_the_sending() -> None:
    """In each form in which providers write them."""
    assert FRESH.seconds() - FRESH.seconds(60) == 60
    assert FRESH.utc(11) == "2026-11-23T08:21:00Z"
    assert FRESH.utc_millis(11) == "2026-11-23T08:21:00.123Z"
    assert FRESH.utc_exact() == "2026-11-23T08:21:11.123456Z"
    assert FRESH.offset() == "2026-11-23T08:21:11+00:00"
    assert re.fullmatch(rf"{FRESH.seconds(1)}\.\d{{6}}", FRESH.slack_ts(1))


def test_cents_as_an_amount() -> None:
    """With both digits of the fraction."""
    assert [money(cents) for cents in (4900, 1805, 7)] == ["49.00", "18.05", "0.07"]
