"""A store with captures, and a way to run commands as a shell would."""

import hashlib
import hmac
import json
import os
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from inspector.cli.main import main
from inspector.core import clock
from inspector.core.capture import Arrival
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from inspector.store.store import Store
from tests.captures import head_of, request_of

SECRET = b"whsec_test_secret"


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str
    raw: bytes

    @property
    def objects(self) -> list[dict[str, object]]:
        """The objects that `--json` printed."""
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Outcome]


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Runs a command in this process and gives its exit code and what it printed."""

    def run(*arguments: str) -> Outcome:
        capfdbinary.readouterr()
        code = main(list(arguments))
        out, err = capfdbinary.readouterr()
        return Outcome(code=code, out=out.decode("utf-8", "replace"), err=err.decode(), raw=out)

    return run


def stripe(body: bytes, *, secret: bytes = SECRET, age_s: int = 2, target: str = "/hooks/stripe") -> Request:
    """A request as Stripe signs it, that arrives now."""
    now = clock.now()
    signed_at = int(now.timestamp()) - age_s
    digest = hmac.new(secret, b"%d." % signed_at + body, hashlib.sha256).hexdigest()
    head = head_of(
        f"POST {target} HTTP/1.1".encode(),
        b"Host: 127.0.0.1:8765",
        b"Content-Type: application/json",
        f"Stripe-Signature: t={signed_at},v1={digest}".encode(),
        b"Content-Length: %d" % len(body),
    )
    return replace(request_of(head, body), received_at=now)


def keep(*requests: Request, secrets: tuple[Secret, ...] = ()) -> list[int]:
    """Store requests, judged, in the store of the environment; gives their ids."""
    store = Store.open(Path(os.environ["WEBHOOK_INSPECTOR_STORE"]))
    by_provider = {secret.provider: (secret,) for secret in secrets}
    try:
        kept = store.keep([Arrival(request=r, judgement=judge(r, Basis(secrets=by_provider))) for r in requests])
        return [one.id for one in kept]
    finally:
        store.close()


@pytest.fixture
def three() -> list[int]:
    """A GET, a Stripe event and a binary POST, in this order."""
    plain = request_of(head_of(b"GET /health?x=1 HTTP/1.1", b"Host: 127.0.0.1:8765"))
    event = stripe(b'{"id":"evt_1","object":"event","type":"invoice.paid","data":{"object":{}}}')
    binary = request_of(head_of(b"POST /blob HTTP/1.1", b"Host: x", b"Content-Length: 4"), b"\x00\xff\r\n")
    return keep(plain, event, binary)


TWILIO = b"0123456789abcdef0123456789abcdef"


def twilio(base: str, target: str = "/sms") -> Request:
    """A form as Twilio signs it for an address, that came to this machine without a word about that address."""
    body = b"Body=hi&From=%2B49"
    message = f"{base}{target}BodyhiFrom+49".encode()
    signature = b64encode(hmac.digest(TWILIO, message, "sha1"))
    head = head_of(
        f"POST {target} HTTP/1.1".encode(),
        b"Host: 127.0.0.1:8765",
        b"Content-Type: application/x-www-form-urlencoded",
        b"X-Twilio-Signature: " + signature,
        b"Content-Length: %d" % len(body),
    )
    return replace(request_of(head, body), received_at=clock.now())
