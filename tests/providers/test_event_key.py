"""By what the same event is known again."""

import json
from typing import Any

import pytest

from inspector.providers.event_key import event_key
from inspector.providers.payload import Payload
from inspector.providers.registry import find
from tests.providers.test_tries import request_of


def _key(provider: str, event: str | None, body: dict[str, Any], headers: dict[str, str] | None = None) -> str | None:
    content = json.dumps(body).encode()
    found = find(provider)
    assert found is not None
    return event_key(found, event, Payload(request_of(headers or {}, content), content))


def _stripe(**changes: Any) -> dict[str, Any]:
    thing = {"id": "sub_1", "object": "subscription", "status": "active", **changes}
    return {"data": {"object": thing}}


def test_two_event_objects_of_one_change() -> None:
    """Stripe’s type and the object’s id are the same under two ids of events."""
    first = _key("stripe", "customer.subscription.created", _stripe() | {"id": "evt_1"})
    second = _key("stripe", "customer.subscription.created", _stripe() | {"id": "evt_2"})

    assert first == second
    assert first is not None
    assert first.startswith("customer.subscription.created sub_1")


@pytest.mark.parametrize(
    "other",
    [
        _stripe(status="past_due"),
        _stripe(attempt_count=2),
        _stripe(latest_charge="ch_2"),
        {"data": {**_stripe()["data"], "previous_attributes": {"quantity": 2}}},
        _stripe(id="sub_2"),
    ],
)
def test_another_change_of_the_same_thing(other: dict[str, Any]) -> None:
    """A subscription that is updated again is another event."""
    event = "customer.subscription.updated"

    assert _key("stripe", event, other) != _key("stripe", event, _stripe())


def test_the_name_of_the_event_belongs_to_it() -> None:
    """One action in a shop has one event id under all topics that it causes."""
    headers = {"X-Shopify-Event-Id": "e"}

    assert _key("shopify", "orders/create", {}, headers) == "orders/create e"
    assert _key("shopify", "orders/updated", {}, headers) == "orders/updated e"


@pytest.mark.parametrize("id", ["", "x" * 5000, None, ["evt"]])
def test_no_id_no_key(id: object) -> None:
    """Without an id, or with one that nobody would send, there is nothing to be known by."""
    assert _key("stripe", "invoice.paid", {"data": {"object": {"id": id}}}) is None


def test_hostile_states_are_bounded() -> None:
    """A state may be anything: half a surrogate pair, or far too long."""
    long = _key("stripe", "x", {"data": {"object": {"id": "a", "status": "\ud800" + "y" * 100_000}}})

    assert long is not None
    assert len(long) < 40
