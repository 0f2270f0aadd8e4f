"""Square's own library, which checks and does not sign."""

from square.utils.webhooks_helper import verify_signature

from inspector.core.request import Request
from inspector.providers.signing import url_of
from tests.oracles.comparing import Comparison


class TestSquareup(Comparison):
    """`verify_signature`."""

    provider = "square"

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Says yes or no."""
        return bool(
            verify_signature(
                request_body=request.body.read().decode(),
                signature_header=request.headers.get("x-square-hmacsha256-signature") or "",
                signature_key=secret.decode(),
                notification_url=url_of(request),
            )
        )
