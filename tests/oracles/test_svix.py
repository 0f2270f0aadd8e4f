"""The library of Svix, whose header fields have names of their own."""

from svix.webhooks import Webhook, WebhookVerificationError

from inspector.core.request import Request
from tests.oracles.comparing import SigningComparison, TimedComparison, with_field


class TestSvix(SigningComparison, TimedComparison):
    """`Webhook`, with a secret that begins with `whsec_`."""

    provider = "svix"

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Raises for whatever is wrong."""
        try:
            Webhook(secret.decode()).verify(request.body.read(), dict(request.headers.texts()))
        except WebhookVerificationError:
            return False
        return True

    def sign(self, sample: Request, secret: bytes) -> Request:
        """Its signature and the time; the id stands there already."""
        at, body = sample.received_at, sample.body.read().decode()
        message_id = sample.headers.get("svix-id") or ""
        signed = with_field(sample, "svix-timestamp", str(int(at.timestamp())))
        return with_field(signed, "svix-signature", Webhook(secret.decode()).sign(message_id, at, body))
