"""Requests and secrets for the tests of judging."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from inspector.core.body import Body
from inspector.core.head import write_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis, Secrets
from inspector.providers.diagnosis import diagnose
from inspector.providers.judging import judge
from inspector.providers.registry import BY_ID
from inspector.providers.signing import sign_request

VECTORS = Path(__file__).parent.parent / "vectors"
NOW = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
"""1700000000 seconds after 1970."""

STRIPE = b"whsec_test_secret"
STANDARD = b"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
VALUES: Mapping[str, bytes] = {
    "github": b"It's a Secret to Everybody",
    "gitlab": b"a-token-of-gitlab",
    "stripe": STRIPE,
    "slack": b"8f742231b10e8888abcd99yyyzzz85a5",
    "shopify": b"shpss_hush",
    "openai": STANDARD,
    "svix": STANDARD,
    "standard-webhooks": STANDARD,
}
"""A good secret of every provider."""

MARKS: Mapping[str, Mapping[str, str]] = {
    "github": {"X-GitHub-Event": "push"},
    "gitlab": {"X-Gitlab-Event": "Push Hook"},
    "openai": {"User-Agent": "OpenAI/1"},
}
"""Fields without which a provider's requests are not known whatever their body."""

BODY = '{"id":"evt_1","type":"demo.created","data":{"name":"Zoë","url":"https://x.de/a","n":1.50}}'.encode()


def request(
    headers: Mapping[str, str] | list[tuple[str, str]],
    body: bytes = BODY,
    *,
    at: datetime = NOW,
    content_type: str = "application/json",
) -> Request:
    """A POST that arrived whole."""
    pairs = list(headers.items()) if isinstance(headers, Mapping) else headers
    fields = Headers.of(("Host", "127.0.0.1:8765"), ("Content-Type", content_type), *pairs)
    return Request(
        received_at=at,
        head=write_head("POST", "/hooks", fields),
        method="POST",
        target="/hooks",
        http_version="1.1",
        remote="127.0.0.1:50000",
        headers=fields,
        body=Body.of(body),
    )


def signed(
    provider: str,
    body: bytes = BODY,
    *,
    secret: bytes | None = None,
    at: datetime = NOW,
    scheme: str | None = None,
    headers: Mapping[str, str] | None = None,
    content_type: str = "application/json",
) -> Request:
    """A request as a provider sends it, signed by our own recipe."""
    bare = request({**MARKS.get(provider, {}), **(headers or {})}, body, at=at, content_type=content_type)
    return sign_request(
        provider, bare, secret=secret or VALUES[provider], now=at, scheme_id=scheme or BY_ID[provider].schemes[0].id
    )


def with_headers(bare: Request, fields: Headers) -> Request:
    """The same request with further header fields, each in place of all of its name."""
    names = {name.lower() for name, _ in fields}
    kept = [(name, value) for name, value in bare.headers if name.lower() not in names]
    return replace(bare, headers=Headers([*kept, *fields]))


def with_header(bare: Request, name: str, value: str) -> Request:
    """The same request with one header field changed."""
    return with_headers(bare, Headers([(name.encode(), value.encode("latin-1"))]))


def with_body(bare: Request, body: bytes) -> Request:
    """The same request, its signature included, around another body."""
    return replace(bare, body=Body.of(body))


def secret(provider: str, value: bytes | None = None, name: str = "production") -> Secret:
    """A stored secret."""
    return Secret(provider=provider, name=name, value=VALUES[provider] if value is None else value)


def secrets(*given: Secret) -> Secrets:
    """Stored secrets by provider, in the order given."""
    return {one.provider: tuple(other for other in given if other.provider == one.provider) for one in given}


def basis(*given: Secret) -> Basis:
    """What is judged by: these secrets alone."""
    return Basis(secrets=secrets(*given))


def judged(made: Request, *given: Secret) -> Judgement:
    """What is said on arrival."""
    return judge(made, basis(*given))


def diagnosed(made: Request, *given: Secret, seconds: float = 20.0, variants: int = 20_000) -> Judgement:
    """What is said in the end, with time enough for a slow machine."""
    known = basis(*given)
    return diagnose(made, judge(made, known), known, seconds=seconds, variants=variants)


def vector_request(vector: Mapping[str, str | Mapping[str, str]]) -> Request:
    """A vector as it would arrive; one with a `url` comes through a proxy that tells what was called."""
    headers, url = vector["headers"], str(vector.get("url", ""))
    assert isinstance(headers, Mapping)
    pairs = {name: value for name, value in headers.items() if name.lower() != "content-type"}
    content_type = next((value for name, value in headers.items() if name not in pairs), "application/json")
    target = "/hooks"
    if url:
        parts = urlsplit(url)
        target = url.partition(parts.netloc)[2] or "/"
        pairs |= {"X-Forwarded-Proto": parts.scheme, "X-Forwarded-Host": parts.netloc}
    made = request(pairs, str(vector["body"]).encode(), content_type=content_type)
    method = str(vector.get("method", "POST"))
    return replace(made, method=method, target=target, head=write_head(method, target, made.headers))


def vectors() -> list[dict[str, object]]:
    """Published and generated vectors: provider, secret, body and headers."""
    loaded: list[dict[str, object]] = json.loads((VECTORS / "providers.json").read_text(encoding="utf-8"))
    return loaded
