"""When a subscription of Amazon SNS may be confirmed."""

import json
from dataclasses import replace

import pytest

from inspector.core.verdict import Judgement, Verdict
from inspector.providers.confirming import KIND, confirmation_address, without_token
from inspector.providers.samples.secret import NAME
from tests.providers.made import request

TOPIC = "arn:aws:sns:eu-central-1:123456789012:orders"
HOST = "https://sns.eu-central-1.amazonaws.com"
GOOD = f"{HOST}/?Action=ConfirmSubscription&TopicArn={TOPIC}&Token=0a1b"
VALID = Judgement(
    provider="aws-sns", handshake=KIND, verdict=Verdict(status="valid", secret="fetched from sns", matches=True)
)


def address_of(url: object, judgement: Judgement = VALID) -> str | None:
    """What may be visited for a message that names this."""
    body = {"Type": KIND, "TopicArn": TOPIC, "Token": "0a1b", "SubscribeURL": url}
    return confirmation_address(request({"x-amz-sns-message-type": KIND}, json.dumps(body).encode()), judgement)


def test_a_genuine_message_is() -> None:
    """Its address as it stands there, also with its topic escaped."""
    escaped = GOOD.replace(TOPIC, TOPIC.replace(":", "%3A"))

    assert address_of(GOOD) == GOOD
    assert address_of(escaped) == escaped


@pytest.mark.parametrize(
    "judgement",
    [
        replace(VALID, verdict=Verdict(status="invalid", secret="x", matches=True)),
        replace(VALID, verdict=Verdict(status="no-secret", cause="key-unavailable")),
        replace(VALID, verdict=Verdict(status="valid", secret=NAME, matches=True)),
        replace(VALID, handshake=None),
        replace(VALID, provider="github"),
    ],
)
def test_nothing_else_is(judgement: Judgement) -> None:
    """Not valid, not checked, a sample of ours, no handshake, another provider."""
    assert address_of(GOOD, judgement) is None


@pytest.mark.parametrize(
    "url",
    [
        None,
        7,
        "",
        GOOD.replace("https", "http"),
        GOOD.replace(".com/", ".com:443/"),
        GOOD.replace("https://", "https://user@"),
        GOOD.replace("amazonaws.com", "amazonaws.com.evil.example"),
        GOOD.replace("eu-central-1.amazonaws", "s3-us-west-2.amazonaws"),
        GOOD.replace("ConfirmSubscription", "DeleteTopic"),
        GOOD.replace("orders", "others"),
        GOOD.replace("0a1b", "ffff"),
        f"{GOOD}&Action=DeleteTopic",
        f"{GOOD}#x",
        f"{GOOD}\r\nX: y",
        GOOD.replace("/?", "/x?"),
        GOOD + "0" * 2000,
    ],
)
def test_other_addresses_are_not_visited(url: object) -> None:
    """Other hosts, other actions, another topic or token than the message's, anything behind."""
    assert address_of(url) is None


def test_a_token_is_not_written_down() -> None:
    """The rest of the address is."""
    assert without_token(GOOD) == GOOD.replace("0a1b", "…")
