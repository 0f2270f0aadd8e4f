"""Amazon SNS signs some names and values of its document."""

import json

import pytest

from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.breaking import Signer, sign_badly, sign_now
from inspector.providers.entries.aws_sns import AWS_SNS, signed_fields
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import subject
from tests.providers.made import NOW, judged, request, with_body
from tests.providers.samples.sent import PAIRS

NOTICE = {
    "Type": "Notification",
    "MessageId": "m-1",
    "TopicArn": "arn:aws:sns:eu-central-1:1:t",
    "Subject": "Zoë",
    "Message": "hello\nthere",
    "Timestamp": "2023-11-14T22:13:20.000Z",
    "SignatureVersion": "1",
    "SigningCertURL": "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem",
}
RSA = Secret(provider="aws-sns", name="certificate", value=PAIRS["rsa"])


def sns(**changed: object) -> Request:
    """A notification with other values; None leaves one out."""
    document = {name: value for name, value in {**NOTICE, **changed}.items() if value is not None}
    return request({"x-amz-sns-message-type": str(document.get("Type"))}, json.dumps(document).encode())


def test_what_is_signed_of_a_notification() -> None:
    """Names in their own order, each value behind its name; a subject only where there is one."""
    text = (
        "Message\nhello\nthere\nMessageId\nm-1\nSubject\nZoë\nTimestamp\n2023-11-14T22:13:20.000Z\n"
        "TopicArn\narn:aws:sns:eu-central-1:1:t\nType\nNotification\n"
    )

    assert signed_fields(subject(sns(), "")) == text.encode()
    assert signed_fields(subject(sns(Subject=None), "")) == text.replace("Subject\nZoë\n", "").encode()


def test_what_is_signed_of_a_confirmation() -> None:
    """The address to visit and the token, and no subject."""
    made = sns(Type="SubscriptionConfirmation", SubscribeURL="https://sns.example", Token="t0")

    assert signed_fields(subject(made, "")) == (
        b"Message\nhello\nthere\nMessageId\nm-1\nSubscribeURL\nhttps://sns.example\nTimestamp\n"
        b"2023-11-14T22:13:20.000Z\nToken\nt0\nTopicArn\narn:aws:sns:eu-central-1:1:t\n"
        b"Type\nSubscriptionConfirmation\n"
    )


@pytest.mark.parametrize("body", [b"", b"[]", b"{}", b'{"Type":"Notification","Message":1}', b"text"])
def test_another_body_has_nothing_that_is_signed(body: bytes) -> None:
    """It never raises, whatever comes."""
    assert signed_fields(subject(request({}, body), "")) is None


@pytest.mark.parametrize(("version", "scheme"), [("1", "aws-sns-v1"), ("2", "aws-sns-v2")])
def test_both_versions_are_verified(version: str, scheme: str) -> None:
    """Each by its own digest; a changed message or a signature of the other version is invalid."""
    made = sign_request("aws-sns", sns(Signature=""), secret=RSA.value, now=NOW, scheme_id=scheme)
    content = made.body.read()
    other = content.replace(f'"SignatureVersion": "{version}"'.encode(), b'"SignatureVersion": "3"')

    assert f'"SignatureVersion": "{version}"'.encode() in content
    assert (judged(made, RSA).verdict.status, judged(made, RSA).verdict.scheme) == ("valid", scheme)
    assert judged(with_body(made, content.replace(b"hello", b"hellp")), RSA).verdict.status == "invalid"
    assert judged(with_body(made, other), RSA).verdict.status == "unsigned"
    assert judged(made).verdict.cause == "key-unavailable"


def test_what_is_not_signed_is_told() -> None:
    """An address to unsubscribe at that was put in on the way leaves the message valid, and the sentence says so."""
    made = sign_request("aws-sns", sns(Signature=""), secret=RSA.value, now=NOW, scheme_id="aws-sns-v2")
    verdict = judged(with_body(made, made.body.read()[:-1] + b',"UnsubscribeURL":"https://example.org"}'), RSA).verdict

    assert verdict.status == "valid"
    assert "only Message, MessageId, Subject, Timestamp, TopicArn and Type" in verdict.explanation
    assert "UnsubscribeURL, could be changed" in verdict.explanation


def test_an_hour_old_message_is_stale() -> None:
    """By the time that it tells, which is signed."""
    old = sign_request("aws-sns", sns(), secret=RSA.value, now=NOW.replace(hour=20), scheme_id="aws-sns-v2")

    assert judged(old, RSA).verdict.causes == ("timestamp-stale",)


def test_a_raw_delivery_is_unsigned() -> None:
    """Its body is the message alone."""
    judgement = judged(request({"x-amz-sns-rawdelivery": "true", "x-amz-sns-message-id": "m-1"}, b"hello"), RSA)

    assert (judgement.provider, judgement.delivery_id, judgement.verdict.status) == ("aws-sns", "m-1", "unsigned")


def test_only_amazons_own_addresses_are_key_sources() -> None:
    """HTTPS, below amazonaws.com."""
    assert all(source.startswith("https://sns.*.amazonaws.com") for source in AWS_SNS.key_sources)
    assert all(source.endswith("/*.pem") for source in AWS_SNS.key_sources)


def test_the_message_is_changed_on_its_way_not_its_time() -> None:
    """A time that nobody can read is refused for that, whatever becomes of the signature."""
    one = Signer(provider=AWS_SNS, secret=RSA)
    bad = sign_badly(one, sns(), NOW, "http://localhost/", "tampered")

    told, good = (json.loads(made.body.read()) for made in (bad, sign_now(one, sns(), NOW, "http://localhost/")))
    assert [name for name in told if told[name] != good[name]] == ["Message"]
