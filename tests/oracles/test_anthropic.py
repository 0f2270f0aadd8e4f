"""Anthropic's own library, which checks by way of Standard Webhooks."""

from anthropic import Anthropic
from anthropic.types.beta.beta_webhook_event import BetaWebhookEvent
from standardwebhooks.webhooks import WebhookVerificationError

from inspector.core.request import Request
from tests.oracles.comparing import TimedComparison
from tests.oracles.typed import unknown_fields


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


def test_our_event_is_what_its_types_describe() -> None:
    """With every field that they demand, and no other."""
    assert unknown_fields("anthropic", BetaWebhookEvent) == set()
