"""SendGrid's own library, which checks with a public key; we sign with a pair of our own."""

from sendgrid.helpers.eventwebhook import EventWebhook

from inspector.core.request import Request
from inspector.providers.asymmetric import public_pem
from inspector.secrets.pair_making import new_key
from tests.oracles.comparing import TimedComparison

FIELD = "X-Twilio-Email-Event-Webhook"
PAIR, OTHER = new_key("p256"), new_key("p256")


class TestSendgrid(TimedComparison):
    """`EventWebhook`, which leaves the age to its caller."""

    provider = "sendgrid"
    checks_age = False

    def accepts(self, request: Request, secret: bytes) -> bool:
        """Says yes or no."""
        signature, time = (request.headers.get(f"{FIELD}-{name}") or "" for name in ("Signature", "Timestamp"))
        key = "\n".join(public_pem(secret).strip().splitlines()[1:-1])
        return bool(EventWebhook(key).verify_signature(request.body.read().decode(), signature, time))

    def secret(self) -> bytes:
        """The private half."""
        return PAIR

    def other_secret(self) -> bytes:
        """A key with one other bit is no key: another one."""
        return OTHER

    def public(self, secret: bytes) -> bytes:
        """What SendGrid shows."""
        return public_pem(secret).encode()
