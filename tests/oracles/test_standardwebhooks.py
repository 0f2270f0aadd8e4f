"""The library of Standard Webhooks itself."""

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from inspector.core.request import Request
from tests.oracles.comparing import SigningComparison, TimedComparison, with_field


class TestStandardwebhooks(SigningComparison, TimedComparison):
    """`Webhook`, with a secret that begins with `whsec_`."""

    provider = "standard-webhooks"

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
        message_id = sample.headers.get("webhook-id") or ""
        signed = with_field(sample, "webhook-timestamp", str(int(at.timestamp())))
        return with_field(signed, "webhook-signature", Webhook(secret.decode()).sign(message_id, at, body))
