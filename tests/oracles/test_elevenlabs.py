"""ElevenLabs' own library, which checks and does not sign."""

from elevenlabs import ElevenLabs
from elevenlabs.errors import BadRequestError

from inspector.core.request import Request
from tests.oracles.comparing import TimedComparison


class TestElevenlabs(TimedComparison):
    """`client.webhooks.construct_event`; its client sends nothing."""

    provider = "elevenlabs"
    client = ElevenLabs(api_key="none")

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Raises for whatever is wrong."""
        header = request.headers.get("ElevenLabs-Signature") or ""
        try:
            self.client.webhooks.construct_event(request.body.read().decode(), header, secret.decode())
        except BadRequestError:
            return False
        return True
