"""Anthropic's own library, which checks by way of Standard Webhooks."""

from anthropic import Anthropic
from standardwebhooks.webhooks import WebhookVerificationError

from inspector.core.request import Request
from tests.oracles.comparing import TimedComparison


class TestAnthropic(TimedComparison):
    """`client.beta.webhooks.unwrap`; its client sends nothing."""

    provider = "anthropic"
    client = Anthropic(api_key="none")

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Raises for whatever is wrong."""
        headers = dict(request.headers.texts())
        try:
            self.client.beta.webhooks.unwrap(request.body.read().decode(), headers=headers, key=secret.decode())
        except WebhookVerificationError:
            return False
        return True
