"""Chats whose events have no name of their own, or whose marks others share."""

import pytest

from inspector.providers.entries.chat import discord_event, telegram_event
from tests.providers.entries.sending import payload
from tests.providers.made import judged, request


@pytest.mark.parametrize(
    ("body", "event"),
    [
        (b'{"type":1,"id":"1"}', "PING"),
        (b'{"type":0,"application_id":"1"}', "PING"),
        (b'{"type":3}', "MESSAGE_COMPONENT"),
        (b'{"type":99}', "99"),
        (b'{"type":1,"event":{"type":"APPLICATION_AUTHORIZED"}}', "APPLICATION_AUTHORIZED"),
        (b'{"type":[2]}', None),
        (b"[]", None),
        (b"", None),
    ],
)
def test_events_of_discord(body: bytes, event: str | None) -> None:
    """Webhook events have a name; kinds of interactions have one by their number."""
    assert discord_event(payload(request({}, body))) == event


@pytest.mark.parametrize(
    ("body", "event"),
    [
        (b'{"update_id":1,"callback_query":{}}', "callback_query"),
        (b'{"message":{},"update_id":1}', "message"),
        (b'{"update_id":1}', None),
        (b'{"message":{}}', None),
        (b'["update_id"]', None),
    ],
)
def test_events_of_telegram(body: bytes, event: str | None) -> None:
    """What an update holds beside its number."""
    assert telegram_event(payload(request({}, body))) == event


def test_streams_signature_is_nobodys_alone() -> None:
    """X-Signature is Stream's with its key's field beside it, or with the id of a channel in the document."""
    body = b'{"type":"message.new","cid":"messaging:a"}'

    assert judged(request({"X-Signature": "ab"}, body)).provider == "getstream"
    assert judged(request({"X-Signature": "ab", "X-Api-Key": "k"}, b"{}")).provider == "getstream"
    assert judged(request({"X-Signature": "ab"}, b'{"type":"message.new"}')).provider != "getstream"
    assert judged(request({"X-Signature": "ab", "X-Event-Name": "order_created"}, b"{}")).provider != "getstream"


def test_teams_signature_is_known_by_its_word() -> None:
    """Authorization is shared by many; HMAC before the signature is of Teams alone."""
    assert judged(request({"Authorization": "HMAC YWI="}, b'{"type":"message"}')).provider == "ms-teams"
    assert judged(request({"Authorization": "Bearer YWI="}, b'{"channelId":"msteams"}')).provider != "ms-teams"


def test_telegram_without_a_secret() -> None:
    """The field comes only where a secret was set; without it an update is known by its number."""
    judgement = judged(request({}, b'{"update_id":7,"message":{"text":"hi","from":{"first_name":"A"}}}'))

    assert (judgement.provider, judgement.delivery_id, judgement.gist) == ("telegram", "7", "A · hi")
    assert judgement.verdict.status == "unsigned"
