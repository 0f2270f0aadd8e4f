"""Boards and pages: signed times, tokens, and names of events that are put together."""

import hmac
from base64 import b64encode
from dataclasses import replace
from datetime import timedelta

import jwt
import pytest

from inspector.core.secret import Secret
from inspector.core.verdict import Verdict
from tests.providers.made import NOW, judged, request

KEY = b"thirty-two bytes between us, all"
MILLIS = int(NOW.timestamp()) * 1000
CHANGE = b'{"event":{"type":"update_name","boardId":1,"pulseId":2,"triggerUuid":"t"}}'


@pytest.mark.parametrize(
    ("seconds", "cause"), [(0, None), (60, None), (61, "timestamp-stale"), (-61, "timestamp-future")]
)
def test_linears_time_stands_in_the_body(seconds: int, cause: str | None) -> None:
    """A minute either way is fresh."""
    body = b'{"type":"Issue","action":"update","webhookTimestamp":%d}' % (MILLIS - seconds * 1000)
    made = request({"Linear-Signature": hmac.new(KEY, body, "sha256").hexdigest()}, body)
    judgement = judged(made, Secret(provider="linear", name="mine", value=KEY))

    assert (judgement.event, judgement.verdict.matches, judgement.verdict.cause) == ("Issue.update", True, cause)


def of_monday(token: str) -> Verdict:
    """What is said of a change on a board with such a token."""
    made = request({"Authorization": token}, CHANGE)
    judgement = judged(made, Secret(provider="monday", name="mine", value=KEY))
    assert judgement.provider == "monday"
    return judgement.verdict


def test_mondays_token_says_nothing_of_the_body() -> None:
    """It is genuine and holds until it is over; one by another key, or of no form, is not valid."""
    at = int(NOW.timestamp())
    good = jwt.encode({"iat": at - 30, "exp": at + 300}, KEY, algorithm="HS256")
    over = jwt.encode({"iat": at - 900, "exp": at - 600}, KEY, algorithm="HS256")
    other = jwt.encode({"iat": at, "exp": at + 300}, KEY[::-1], algorithm="HS256")
    none = jwt.encode({"iat": at, "exp": at + 300}, "", algorithm="none") + "x"

    assert (of_monday(good).status, of_monday(good).covers_body) == ("valid", False)
    assert (of_monday(over).matches, of_monday(over).cause) == (True, "timestamp-stale")
    assert [of_monday(token).status for token in (other, none, "eyJ.a", "Bearer " + good)] == ["invalid"] * 4


def test_a_board_without_an_app_sends_no_token() -> None:
    """Known by its body all the same."""
    judgement = judged(request({}, CHANGE))

    assert (judgement.provider, judgement.delivery_id, judgement.verdict.status) == ("monday", "t", "unsigned")


def test_asanas_heartbeat_has_no_event() -> None:
    """A list with nothing in it, signed as any other."""
    made = request({"X-Hook-Signature": hmac.new(KEY, b'{"events":[]}', "sha256").hexdigest()}, b'{"events":[]}')
    judgement = judged(made, Secret(provider="asana", name="mine", value=KEY))

    assert (judgement.event, judgement.verdict.status) == (None, "valid")


def test_trellos_url_is_the_one_that_was_registered() -> None:
    """It stands behind the body; a proxy in front is seen through where it tells."""
    body = b'{"action":{"id":"a","type":"updateCard"}}'
    url = "https://hooks.tidewater.example/hooks"
    digest = hmac.digest(KEY, body + url.encode(), "sha1")
    made = request({"X-Trello-Webhook": b64encode(digest).decode()}, body)
    proxied = request(
        {
            "X-Trello-Webhook": b64encode(digest).decode(),
            "X-Forwarded-Host": "hooks.tidewater.example",
            "X-Forwarded-Proto": "https",
        },
        body,
    )
    secret = Secret(provider="trello", name="mine", value=KEY)

    assert judged(made, secret).verdict.status == "invalid"
    assert (judged(proxied, secret).verdict.status, judged(proxied, secret).verdict.url) == ("valid", url)


def test_an_old_token_is_judged_by_its_arrival() -> None:
    """Not by the clock of whoever looks at it later."""
    at = int(NOW.timestamp())
    made = request({"Authorization": jwt.encode({"iat": at, "exp": at + 300}, KEY, algorithm="HS256")}, CHANGE)
    secret = Secret(provider="monday", name="mine", value=KEY)

    assert judged(made, secret).verdict.status == "valid"
    assert judged(replace(made, received_at=NOW + timedelta(hours=1)), secret).verdict.status == "invalid"
