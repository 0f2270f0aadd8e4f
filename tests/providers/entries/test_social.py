"""Social networks whose events have no name of their own, and who shares Meta's signature."""

import pytest

from inspector.providers.entries.social import meta_event, x_event
from tests.providers.entries.sending import payload
from tests.providers.made import judged, request


@pytest.mark.parametrize(
    ("body", "event"),
    [
        (b'{"object":"page","entry":[{"changes":[{"field":"feed"}]}]}', "page.feed"),
        (b'{"object":"page","entry":[{"messaging":[{"sender":{},"timestamp":1,"postback":{}}]}]}', "page.postback"),
        (b'{"object":"page","entry":[{"messaging":[{"sender":{}}]}]}', "page"),
        (b'{"object":"page","entry":[{"messaging":["x"]}]}', "page"),
        (b'{"object":"page","entry":{}}', "page"),
        (b'{"object":["page"]}', None),
        (b"[1]", None),
    ],
)
def test_events_of_meta(body: bytes, event: str | None) -> None:
    """The object and its field; in a conversation what stands beside sender and time."""
    assert meta_event(payload(request({}, body))) == event


@pytest.mark.parametrize(
    ("body", "event"),
    [
        (b'{"for_user_id":"1","follow_events":[{}]}', "follow_events"),
        (b'{"user_event":{"revoke":{}}}', "user_event"),
        (b'{"for_user_id":"1"}', None),
        (b"[]", None),
    ],
)
def test_events_of_x(body: bytes, event: str | None) -> None:
    """The name of the list that holds the activities."""
    assert x_event(payload(request({}, body))) == event


@pytest.mark.parametrize(
    ("name", "body", "provider"),
    [
        ("X-Hub-Signature-256", b'{"object":"whatsapp_business_account","entry":[{"id":"1"}]}', "whatsapp"),
        ("X-Hub-Signature-256", b'{"object":"instagram","entry":[{"id":"1"}]}', "meta"),
        ("X-Hub-Signature-256", b'{"object":"ad_account","entry":[{"id":"1"}]}', "meta"),
        ("X-Hub-Signature-256", b'{"action":"opened"}', "github"),
        ("X-Hub-Signature-256", b'{"object":"whatsapp_business_account","entry":[{"i', "whatsapp"),
        ("X-Hub-Signature-256", b'{"object":"page","entry":[{"id":"1"', "meta"),
        ("X-Hub-Signature", b'{"object":"page"}', "meta"),
        ("X-Hub-Signature", b'{"type":"notification_event","topic":"ping"}', "intercom"),
    ],
)
def test_one_field_of_many(name: str, body: bytes, provider: str) -> None:
    """The body tells who signed in a field that several share."""
    assert judged(request({name: "sha256=ab" if name.endswith("256") else "sha1=ab"}, body)).provider == provider
