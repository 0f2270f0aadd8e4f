"""OpenAI's own library, which checks and does not sign."""

from openai import InvalidWebhookSignatureError, OpenAI

from inspector.core.request import Request
from tests.oracles.comparing import TimedComparison


class TestOpenai(TimedComparison):
    """`client.webhooks.verify_signature`; its client sends nothing."""

    provider = "openai"
    client = OpenAI(api_key="none")

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Raises for whatever is wrong."""
        try:
            self.client.webhooks.verify_signature(
                request.body.read(), dict(request.headers.texts()), secret=secret.decode()
            )
        except InvalidWebhookSignatureError:
            return False
        return True
