"""Slack's own library."""

from slack_sdk.signature import SignatureVerifier

from inspector.core.request import Request
from tests.oracles.comparing import SigningComparison, TimedComparison, with_field


class TestSlackSdk(SigningComparison, TimedComparison):
    """`SignatureVerifier`."""

    provider = "slack"

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Says yes or no."""
        headers = dict(request.headers.texts())
        return bool(SignatureVerifier(secret.decode()).is_valid_request(request.body.read(), headers))

    def sign(self, sample: Request, secret: bytes) -> Request:
        """Its signature, with the time beside it."""
        at = str(int(sample.received_at.timestamp()))
        signature = SignatureVerifier(secret.decode()).generate_signature(timestamp=at, body=sample.body.read())
        return with_field(with_field(sample, "X-Slack-Request-Timestamp", at), "X-Slack-Signature", signature or "")
