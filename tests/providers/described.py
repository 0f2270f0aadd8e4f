"""Requests of a sender that nobody knows, signed by hand, and recipes for it."""

import hashlib
import hmac
from dataclasses import replace

from inspector.core.recipe import Recipe
from inspector.core.request import Request
from inspector.core.secret import Secret
from tests.captures import AT, head_of, request_of

KEY = b"topsecret-123"
BODY = b'{"id":"ev_1234","type":"order.paid","amount":4200}'
NOW = str(int(AT.timestamp()))
ACME = Recipe(
    name="acme", signature="header:X-Acme-Signature", prefix="sha256=", message="{timestamp}.{body}",
    timestamp="header:X-Acme-Time", tolerance=300.0, event="json:type", delivery_id="json:id",
)  # fmt: skip


def sent(headers: dict[str, str], body: bytes = BODY, target: str = "/hooks/acme") -> Request:
    """A request with these header fields."""
    lines = [f"{name}: {value}".encode("latin-1") for name, value in headers.items()]
    head = head_of(f"POST {target} HTTP/1.1".encode(), b"Host: x", b"Content-Type: application/json", *lines)
    return replace(request_of(head, body), remote="203.0.113.5:4000")


def mac(message: bytes, name: str = "sha256", key: bytes = KEY) -> bytes:
    """An HMAC by the standard library alone."""
    return hmac.new(key, message, getattr(hashlib, name)).digest()


def secret(value: bytes = KEY, provider: str = "custom:acme") -> Secret:
    """One that the user gave."""
    return Secret(provider=provider, name="staging", value=value)


def acme() -> Request:
    """What `ACME` describes, signed at the time of its arrival."""
    signature = mac(NOW.encode() + b"." + BODY).hex()
    return sent({"X-Acme-Time": NOW, "X-Acme-Signature": f"sha256={signature}"})
