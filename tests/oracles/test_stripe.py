"""Stripe's own library."""

from stripe import SignatureVerificationError, WebhookSignature

from inspector.core.request import Request
from tests.oracles.comparing import SigningComparison, TimedComparison, with_field

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
