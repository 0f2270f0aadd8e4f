"""Stripe's own library."""

import json

from stripe import Event, SignatureVerificationError, StripeObject, WebhookSignature

from inspector.core.request import Request
from inspector.providers.samples.registry import events_of
from tests.oracles.comparing import SigningComparison, TimedComparison, with_field
from tests.oracles.typed import body_of

FIELD = "Stripe-Signature"


class TestStripe(SigningComparison, TimedComparison):
    """`WebhookSignature` with the limit of 300 s that `Webhook.construct_event` gives it."""

    provider = "stripe"

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Raises for whatever is wrong."""
        try:
            WebhookSignature.verify_header(request.body.read(), request.headers.get(FIELD), secret.decode(), 300)
        except SignatureVerificationError:
            return False
        return True

    def sign(self, sample: Request, secret: bytes) -> Request:
        """The whole header."""
        at = int(sample.received_at.timestamp())
        header = WebhookSignature.generate_signature_header(sample.body.read().decode(), secret.decode(), at)
        return with_field(sample, FIELD, header)


def test_it_knows_every_field_of_our_events() -> None:
    """Each object is one that it has a class for, with no field that the class has not."""
    for sample in events_of("stripe"):
        thing = Event.construct_from(json.loads(body_of("stripe", sample.event)), "none").data.object
        names = {name for one in type(thing).__mro__ for name in getattr(one, "__annotations__", {})}

        assert type(thing) is not StripeObject, sample.event
        assert set(thing.to_dict()) - names == set(), sample.event
