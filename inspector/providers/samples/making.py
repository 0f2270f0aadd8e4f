"""From a sample to the request that its provider would send."""

from collections.abc import Sequence
from datetime import datetime

from inspector.core.assignments import assign, parse_assignment
from inspector.core.body import Body
from inspector.core.head import write_head
from inspector.core.headers import Headers, Pair
from inspector.core.request import Request
from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.registry import named
from inspector.providers.samples.template import body_of, headers_of
from inspector.providers.signing import sign


def make(provider: str, event: str, *, sets: Sequence[str] = (), now: datetime, body: bytes | None = None) -> Request:
    """A sample event as a request, without Host, Content-Length and signature; its path is `/hooks/PROVIDER`.

    `sets` are assignments like `data.object.amount:=4200`. With `body` those bytes are sent as they are. Raises
    UsageError for an event that there is not, or an assignment whose place is not there.
    """
    sample = named(provider, event)
    values = sample.values(Fresh(now))
    headers = headers_of(sample, values)
    if body is None:
        body = body_of(sample, values, sample.written)
        body = assign(body, headers.get("content-type") or "", [parse_assignment(written) for written in sets])
    return request_of(f"/hooks/{provider}", headers, Body.of(body), now)


def request_of(target: str, headers: Headers, body: Body, now: datetime) -> Request:
    """A POST that is made here."""
    return Request(
        received_at=now,
        head=write_head("POST", target, headers),
        method="POST",
        target=target,
        http_version="1.1",
        remote="",
        headers=headers,
        body=body,
    )


def signed(provider: str, request: Request, secret: bytes) -> Request:
    """The same request, signed at its time as the provider signs with such a secret. Raises UsageError."""
    pairs = list(request.headers)
    for scheme in schemes_for(provider, secret):
        for pair in sign(provider, request=request, secret=secret, now=request.received_at, scheme_id=scheme):
            _set(pairs, pair)
    return request_of(request.target, Headers(pairs), request.body, request.received_at)


def schemes_for(provider: str, secret: bytes) -> tuple[str | None, ...]:
    """The schemes by which a provider signs with a secret of that form; None is its first."""
    if provider == "github":
        return ("github-sha1", "github-sha256")
    if provider == "gitlab" and not secret.startswith(b"whsec_"):
        return ("gitlab-token",)
    if provider in ("svix", "standard-webhooks") and secret.startswith(b"whsk_"):
        return (f"{provider}-v1a",)
    return (None,)


def _set(pairs: list[Pair], pair: Pair) -> None:
    """Replace the first field of that name in its place, or add it."""
    for number, (name, _) in enumerate(pairs):
        if name.lower() == pair[0].lower():
            pairs[number] = (name, pair[1])
            return
    pairs.append(pair)
