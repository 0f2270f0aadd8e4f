"""Books and invoices."""

import pytest

from tests.providers.made import judged, request

XERO = {"x-xero-signature": "AAAA"}


@pytest.mark.parametrize(
    ("body", "event"),
    [
        (
            b'{"events":[{"eventCategory":"CONTACT","eventType":"CREATE"},{"eventCategory":"INVOICE"}]}',
            "CONTACT.CREATE",
        ),
        (b'{"events":[{"eventCategory":"CONTACT"}]}', "CONTACT"),
        (b'{"events":[{"eventType":"CREATE"}]}', None),
        (b'{"events":[{"eventCategory":"CONTACT","eventType":{}}]}', "CONTACT"),
        (b'{"events":[]}', None),
        (b"", None),
    ],
)
def test_an_event_is_told_in_two_parts(body: bytes, event: str | None) -> None:
    """The first of a delivery names it; with half of it the first half does, and the intent to receive names none."""
    judgement = judged(request(XERO, body))

    assert (judgement.provider, judgement.event) == ("xero", event)


@pytest.mark.parametrize(
    ("body", "event"),
    [
        (
            b'{"eventNotifications":[{"dataChangeEvent":{"entities":[{"name":"Bill","operation":"Void","id":"7"}]}}]}',
            "Bill.Void",
        ),
        (b'[{"type":"qbo.customer.created.v1"}]', "qbo.customer.created.v1"),
    ],
)
def test_quickbooks_names_what_changed_and_how(body: bytes, event: str) -> None:
    """In the form of its old notifications; newer ones name it in one word."""
    assert judged(request({"intuit-signature": "AAAA"}, body)).event == event
