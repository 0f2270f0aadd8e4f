"""OpenAI's own library, which checks and does not sign."""

from openai import InvalidWebhookSignatureError, OpenAI
from openai.types.webhooks import UnwrapWebhookEvent

from inspector.core.request import Request
from tests.oracles.comparing import TimedComparison
from tests.oracles.typed import unknown_fields


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


def test_our_events_are_what_its_types_describe() -> None:
    """With every field that they demand, and no other."""
    assert unknown_fields("openai", UnwrapWebhookEvent) == set()
