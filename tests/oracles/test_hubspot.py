"""HubSpot's own library, for each of the three ways in which it signs."""

from typing import ClassVar

from hubspot.exceptions import InvalidSignatureTimestampError
from hubspot.utils.signature import Signature

from inspector.core.request import Request
from inspector.providers.signing import url_of
from tests.oracles.comparing import SigningComparison, TimedComparison, with_field

FIELD = "X-HubSpot-Signature"
TIME_FIELD = "X-HubSpot-Request-Timestamp"


class Versioned(SigningComparison):
    """`Signature`, which is told the version."""

    provider = "hubspot"
    version: ClassVar[str]

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Says yes or no, and raises for the age."""
        try:
            return bool(
                Signature.is_valid(
                    signature=request.headers.get(self.field()) or "",
                    client_secret=secret.decode(),
                    request_body=request.body.read().decode(),
                    http_uri=url_of(request),
                    http_method=request.method,
                    signature_version=self.version,
                    timestamp=request.headers.get(TIME_FIELD),
                )
            )
        except InvalidSignatureTimestampError:
            return False

    def sign(self, sample: Request, secret: bytes) -> Request:
        """Its signature, with the version or the time beside it."""
        beside, value = self.beside(sample)
        body, url = sample.body.read().decode(), url_of(sample)
        made = Signature.get_signature(secret.decode(), body, self.version, url, sample.method, value)
        return with_field(with_field(sample, beside, value), self.field(), made)

    def field(self) -> str:
        """Where the signature stands."""
        return FIELD

    def beside(self, sample: Request) -> tuple[str, str]:
        """What stands beside it."""
        return f"{FIELD}-Version", self.version


class TestFirst(Versioned):
    """A plain hash of secret and body."""

    scheme, version = "hubspot-v1", "v1"


class TestSecond(Versioned):
    """A plain hash of secret, method, URL and body."""

    scheme, version = "hubspot-v2", "v2"


class TestThird(Versioned, TimedComparison):
    """An HMAC of method, URL, body and time."""

    scheme, version = "hubspot-v3", "v3"

    def field(self) -> str:
        """A field of its own."""
        return f"{FIELD}-v3"

    def beside(self, sample: Request) -> tuple[str, str]:
        """The time in milliseconds."""
        return TIME_FIELD, str(int(sample.received_at.timestamp() * 1000))
