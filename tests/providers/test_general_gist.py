"""The gist of payloads that no template describes."""

import json

import pytest

from inspector.providers.general_gist import write_general_gist
from inspector.providers.payload import FORM, Payload
from tests.providers.made import request


def gist_of(document: object) -> str | None:
    """The gist of a JSON body."""
    body = json.dumps(document).encode()
    return write_general_gist(Payload(request({}, body), body))


@pytest.mark.parametrize(
    ("document", "gist"),
    [
        ({"data": {"object": {"id": "o_1", "name": "Hat"}}, "id": "evt"}, "Hat · o_1"),
        ({"data": {"amount": "49.00", "currency": "eur", "id": "p_1"}}, "49.00 EUR · p_1"),
        ({"data": {"amount": 4900, "currency": "eur", "id": "p_1"}}, "p_1"),
        ({"id": 7, "status": "done"}, "7 · done"),
        ({"data": {"id": "x", "number": "A-7", "carrier": "DHL", "tracking_number": "00340"}}, "A-7 · x"),
        ({"data": {"id": "x", "customer": {"id": "c", "email": "a@b.example"}}}, "a@b.example · x"),
        ({"data": {"id": "x", "title": "Hat", "user": {"name": "Ada"}, "status": "open"}}, "Hat · Ada"),
        ({"id": "x", "amount": {"value": "10.00", "currency": "EUR"}, "status": "paid"}, "10.00 EUR · x"),
        ({"id": "x", "amount": {"value": 1000, "currency": "EUR"}, "status": "paid"}, "x · paid"),
        ({"id": "x", "name": "Ada", "customer": {"name": "Ada"}}, "Ada"),
        ({"id": "x", "customer": ["c"], "user": {"name": {"first": "Ada"}}}, "x"),
        ([{"id": 1}, {"id": 2}], "2 items · 1"),
        ([], "0 items"),
        ({"a": {"b": 1}}, None),
        ("text", None),
    ],
)
def test_payloads_of_strangers(document: object, gist: str | None) -> None:
    """The thing itself, its amount only where it surely is one, its name, its id."""
    assert gist_of(document) == gist


def test_forms_of_strangers() -> None:
    """Form fields are read as a flat payload; other bodies give nothing."""
    body = b"name=Ada&id=7"

    assert write_general_gist(Payload(request({}, body, content_type=FORM), body)) == "Ada · 7"
    assert write_general_gist(Payload(request({}, b"\x00\x01"), b"\x00\x01")) is None


def test_a_large_list_is_bounded() -> None:
    """The line stays a line."""
    text = gist_of([{"name": "x" * 500, "id": "y" * 500, "status": "z" * 500}])

    assert text is not None
    assert len(text) <= 120
