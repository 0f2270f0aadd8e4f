"""Messages of Amazon SNS, signed now with a key of our own, whose certificate a site of ours publishes."""

import json
from datetime import timedelta

from inspector.core import clock
from inspector.core.request import Request
from inspector.providers.signing import sign_request
from tests.engine.provider_site import SNS_HOST, SNS_KEY, answer, certificate
from tests.providers.made import request
from tests.providers.samples.sent import PAIRS

TOPIC = "arn:aws:sns:eu-central-1:123456789012:orders"
TOKEN = "2336412f37fb687f5d51e6e2425e929c"
VISIT = f"/?Action=ConfirmSubscription&TopicArn={TOPIC}&Token={TOKEN}"
PEM = certificate(PAIRS["rsa"], "sns.amazonaws.com")
CERTIFICATE = answer(PEM)
KEY_TARGET = SNS_KEY.removeprefix(f"https://{SNS_HOST}")


def message(kind: str = "Notification", age: timedelta = timedelta(), **changed: str) -> Request:
    """A message as it arrives now; `changed` are values that are signed with it."""
    document = {
        "Type": kind,
        "MessageId": "6c6ff4e3-0d3e-5b53-9d2a-a5d1c1a2d3e4",
        "TopicArn": TOPIC,
        "Message": "Order 4711 was paid",
        "Timestamp": "2026-11-23T08:21:11.000Z",
        "SignatureVersion": "2",
        "Signature": "",
        "SigningCertURL": SNS_KEY,
    }
    if kind != "Notification":
        document |= {"SubscribeURL": f"https://{SNS_HOST}{VISIT}", "Token": TOKEN}
    now = clock.now()
    body = json.dumps(document | changed).encode()
    bare = request({"x-amz-sns-message-type": kind}, body, at=now, content_type="text/plain")
    return sign_request("aws-sns", bare, secret=PAIRS["rsa"], now=now - age, scheme_id="aws-sns-v2")
