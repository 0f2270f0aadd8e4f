"""The address that Amazon SNS wants to be visited so that a subscription counts: its form, and when it may be."""

import re
from urllib.parse import unquote

from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.providers.key_sources import REGION
from inspector.providers.payload import Payload
from inspector.providers.place import place
from inspector.providers.samples.secret import NAME

KIND = "SubscriptionConfirmation"
LONGEST = 1024
"""Characters of an address; real ones have about 400."""
PLAIN = re.compile(
    rf"https://sns\.{REGION}\.amazonaws\.com(?:\.cn)?/"
    r"\?Action=ConfirmSubscription&TopicArn=(?P<topic>[A-Za-z0-9:%._-]+)&Token=(?P<token>[A-Za-z0-9]+)"
)
"""As Amazon writes it, and nothing else."""

URL, TOPIC, TOKEN = (place(f"json:{name}") for name in ("SubscribeURL", "TopicArn", "Token"))


def confirmation_address(request: Request, judgement: Judgement) -> str | None:
    """Where a subscription is confirmed: of a message that verifies, on Amazon's own host, for the message's own topic.

    Samples of ours never name one: nobody subscribed to anything.
    """
    verdict = judgement.verdict
    if judgement.provider != "aws-sns" or judgement.handshake != KIND:
        return None
    if verdict.status != "valid" or verdict.secret in (None, NAME):
        return None
    payload = Payload(request, request.body.content)
    address = payload.text(URL) or ""
    found = PLAIN.fullmatch(address) if len(address) <= LONGEST else None
    if found is None or unquote(found["topic"]) != payload.text(TOPIC) or found["token"] != payload.text(TOKEN):
        return None
    return address


def without_token(address: str) -> str:
    """The address as it is written down: who has its token could confirm with it."""
    return re.sub(r"(?<=[?&]Token=)[^&]*", "…", address)
