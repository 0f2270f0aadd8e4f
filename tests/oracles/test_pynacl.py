"""PyNaCl, with which Discord and Telnyx have their Ed25519 signatures checked."""

from base64 import b64decode, b64encode
from datetime import UTC, datetime
from typing import ClassVar

from nacl.exceptions import BadSignatureError
from nacl.signing import SigningKey, VerifyKey

from inspector.core.request import Request
from inspector.providers.samples.public_key import raw_ed25519
from inspector.secrets.pair_making import new_key
from tests.oracles.comparing import SigningComparison, TimedComparison, with_field

PAIR, OTHER = new_key("ed25519"), new_key("ed25519")
PARTS = ("id", "timestamp", "signature")
HEADER = bytes.fromhex("302e020100300506032b657004220420")
"""What stands before the 32 bytes of an Ed25519 key in PKCS #8 (RFC 8410)."""


class Signed(SigningComparison, TimedComparison):
    """Time and body, signed by a key whose public half the receiver has."""

    checks_age = False
    fields: ClassVar[tuple[str, str]]
    """The names of the fields that hold time and signature."""
    between: ClassVar[bytes] = b""

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Raises for whatever is wrong."""
        time, signature = (request.headers.raw(name) or b"" for name in self.fields)
        try:
            key = VerifyKey(raw_ed25519(secret))
            key.verify(time + self.between + request.body.read(), self.decoded(signature))
        except BadSignatureError:
            return False
        return True

    def sign(self, sample: Request, secret: bytes) -> Request:
        """Its signature, with the time beside it."""
        at = str(int(sample.received_at.timestamp()))
        message = at.encode() + self.between + sample.body.read()
        made = SigningKey(seed_of(secret)).sign(message).signature
        return with_field(with_field(sample, self.fields[0], at), self.fields[1], self.encoded(made))

    def secret(self) -> bytes:
        """The private half."""
        return PAIR

    def other_secret(self) -> bytes:
        """A key of somebody else."""
        return OTHER

    def public(self, secret: bytes) -> bytes:
        """As the provider shows it."""
        return self.encoded(raw_ed25519(secret)).encode()

    def decoded(self, signature: bytes) -> bytes:
        """Its bytes."""
        return b64decode(signature)

    def encoded(self, raw: bytes) -> str:
        """As the provider writes it."""
        return b64encode(raw).decode()


class TestDiscord(Signed):
    """In hexadecimal."""

    provider = "discord"
    fields = ("X-Signature-Timestamp", "X-Signature-Ed25519")

    def decoded(self, signature: bytes) -> bytes:
        """Its bytes."""
        return bytes.fromhex(signature.decode())

    def encoded(self, raw: bytes) -> str:
        """As the provider writes it."""
        return raw.hex()


class TestTelnyx(Signed):
    """In base64, with a bar between time and body; PyNaCl leaves the age to Telnyx's own code."""

    provider = "telnyx"
    fields = ("Telnyx-Timestamp", "Telnyx-Signature-Ed25519")
    between = b"|"

    def test_both_draw_the_same_line_in_age(self) -> None:
        """PyNaCl takes an old event as well, and only we see that it is old."""
        sample = self.samples(datetime.now(UTC))[0]

        assert self.both(self.signed(sample, late=240), self.secret()) == (True, True)
        assert self.both(self.signed(sample, late=360), self.secret()) == (True, False)


class TestStandardWebhooks(SigningComparison):
    """Signatures of the kind v1a, with keys that begin with `whsk_` and `whpk_`."""

    provider = "standard-webhooks"
    scheme = "standard-webhooks-v1a"
    prefix: ClassVar[str] = "webhook"

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Raises for whatever is wrong."""
        id, time, signature = (request.headers.raw(f"{self.prefix}-{name}") or b"" for name in PARTS)
        key = SigningKey(b64decode(secret.removeprefix(b"whsk_"))).verify_key
        try:
            key.verify(b".".join((id, time, request.body.read())), b64decode(signature.removeprefix(b"v1a,")))
        except BadSignatureError:
            return False
        return True

    def sign(self, sample: Request, secret: bytes) -> Request:
        """Its signature and the time; the id stands there already."""
        id, at = sample.headers.raw(f"{self.prefix}-id") or b"", str(int(sample.received_at.timestamp())).encode()
        key = SigningKey(b64decode(secret.removeprefix(b"whsk_")))
        made = key.sign(b".".join((id, at, sample.body.read()))).signature
        timed = with_field(sample, f"{self.prefix}-timestamp", at.decode())
        return with_field(timed, f"{self.prefix}-signature", f"v1a,{b64encode(made).decode()}")

    def secret(self) -> bytes:
        """The private half."""
        return b"whsk_" + b64encode(seed_of(PAIR))

    def other_secret(self) -> bytes:
        """A key of somebody else."""
        return b"whsk_" + b64encode(seed_of(OTHER))

    def public(self, secret: bytes) -> bytes:
        """What a receiver is given."""
        return b"whpk_" + b64encode(bytes(SigningKey(b64decode(secret.removeprefix(b"whsk_"))).verify_key))


class TestSvix(TestStandardWebhooks):
    """The same, under the names of Svix."""

    provider = "svix"
    scheme = "svix-v1a"
    prefix = "svix"


def seed_of(pem: bytes) -> bytes:
    """The 32 bytes of a private key in PEM."""
    der = b64decode(b"".join(pem.strip().splitlines()[1:-1]))
    assert der.startswith(HEADER)
    return der.removeprefix(HEADER)
