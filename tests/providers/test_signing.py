"""Signing by the same recipe that checks, with the providers' libraries as judges."""

import base64
import json
from datetime import UTC, datetime

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from standardwebhooks import Webhook

from inspector.core.errors import UsageError
from inspector.providers.registry import BY_ID
from inspector.providers.signing import sign_request
from tests.providers.made import BODY, NOW, STANDARD, judged, request, secret, secrets, signed, vectors

SIGNED = [vector for vector in vectors() if vector["provider"] in ("stripe", "slack", "svix", "standard-webhooks")]


@pytest.mark.parametrize("vector", [*SIGNED, *(v for v in vectors() if v["provider"] == "github")])
def test_vectors_are_reproduced(vector: dict[str, str | dict[str, str]]) -> None:
    """At the time of a vector we sign exactly what the provider's library signed."""
    headers, name = vector["headers"], str(vector["provider"])
    assert isinstance(headers, dict)
    bare = request(headers, str(vector["body"]).encode())
    stamp = next((v for k, v in headers.items() if k.lower().endswith("-timestamp")), "1700000000")
    now = datetime.fromtimestamp(int(stamp), UTC)

    made = sign_request(name, bare, secret=str(vector["secret"]).encode(), now=now, scheme_id=BY_ID[name].schemes[0].id)

    fields = [pair for pair in made.headers.texts() if pair[0] not in ("Host", "Content-Type")]
    assert {k.lower(): v for k, v in fields} == {
        k.lower(): v for k, v in headers.items() if k.lower() != "content-type"
    }


@pytest.mark.parametrize("provider", ["standard-webhooks", "openai", "gitlab"])
def test_the_library_of_the_standard_accepts_what_we_sign(provider: str) -> None:
    """Signed now, for the library has a clock of its own."""
    now = datetime.now(UTC)
    made = signed(provider, secret=STANDARD, at=now)
    headers = dict(made.headers.texts())

    assert Webhook(STANDARD.decode()).verify(BODY, headers) == json.loads(BODY)
    assert judged(made, secret(provider, STANDARD)).verdict.status == "valid"


@pytest.mark.parametrize("body", [b"", b"{}", "Zoë 🎉\n".encode(), b"\r\n\x00 "])
def test_we_accept_what_the_library_of_the_standard_signs(body: bytes) -> None:
    """For bodies of every kind that it can sign."""
    value = Webhook(STANDARD.decode()).sign("msg_9", NOW, body.decode())
    made = request({"webhook-id": "msg_9", "webhook-timestamp": "1700000000", "webhook-signature": value}, body)

    assert judged(made, secret("standard-webhooks")).verdict.status == "valid"


def test_public_keys() -> None:
    """v1a: signed with the private key, checked with the public one, beside a v1 of another secret."""
    private = Ed25519PrivateKey.generate()
    seed, public = private.private_bytes_raw(), private.public_key().public_bytes_raw()
    own = b"whsk_" + base64.b64encode(seed)
    made = signed("standard-webhooks", secret=own, scheme="standard-webhooks-v1a")
    known = secret("standard-webhooks", b"whpk_" + base64.b64encode(public), "public")
    other = secret("standard-webhooks", b"whpk_" + base64.b64encode(b"x" * 32), "other")

    assert judged(made, other, known).verdict.secret == "public"
    assert judged(made, known).verdict.scheme == "standard-webhooks-v1a"
    assert judged(made, other).verdict.status == "invalid"
    assert judged(made, secret("standard-webhooks")).verdict.cause == "key-unavailable"


def test_ids_are_kept_and_times_are_new() -> None:
    """A request that is signed again keeps its id; the time is that of signing."""
    first = signed("svix", headers={"svix-id": "msg_kept", "svix-timestamp": "1"})

    assert first.headers.get("svix-id") == "msg_kept"
    assert first.headers.get("svix-timestamp") == "1700000000"
    assert sign_request("svix", first, secret=STANDARD, now=NOW) == first
    assert secrets(secret("svix"))


def test_what_a_token_says_is_kept() -> None:
    """A delivery that is told by a claim stays the same delivery, under a new time."""
    claims = {"iss": "Vonage", "jti": "a-delivery", "application_id": "an-app", "iat": 1}
    token = jwt.encode(claims, b"k" * 32, algorithm="HS256")
    old = request({"Authorization": f"Bearer {token}"})
    made = sign_request("vonage", old, secret=b"k" * 32, now=NOW)
    told = jwt.decode((made.headers.get("Authorization") or "")[7:], options={"verify_signature": False})

    assert (told["jti"], told["application_id"]) == ("a-delivery", "an-app")
    assert told["iat"] == int(NOW.timestamp())


@pytest.mark.parametrize(
    ("provider", "scheme", "value"),
    [
        ("nobody", None, b"x"),
        ("stripe", "slack-v0", b"x"),
        ("svix", None, b"no base64!"),
        ("standard-webhooks", "standard-webhooks-v1a", b"whpk_" + base64.b64encode(b"k" * 32)),
    ],
)
def test_what_cannot_sign(provider: str, scheme: str | None, value: bytes) -> None:
    """An unknown provider or scheme, a secret that is no key, a public key: a sentence for the user."""
    with pytest.raises(UsageError):
        sign_request(provider, request({}), secret=value, now=NOW, scheme_id=scheme)
