"""Samples of the user's own: from a capture to what is kept of it, and back to a request that can be signed."""

from collections.abc import Sequence
from datetime import datetime

from inspector.core.assignments import assign, parse_assignment
from inspector.core.body import Body
from inspector.core.head import write_head
from inspector.core.headers import Headers
from inspector.core.own_samples import OwnSample
from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.providers.alike import alike
from inspector.providers.registry import find

OF_THE_WAY = frozenset(
    {b"host", b"content-length", b"transfer-encoding", b"connection", b"keep-alive", b"expect", b"trailer", b"te"}
)
"""Fields that belong to one connection; they are made anew at each sending."""

LEAST = 8
"""Characters of an id that stands for nothing else in the body."""


def kept(request: Request, judgement: Judgement, *, title: str, event: str) -> OwnSample:
    """What is kept of a capture: all but what belongs to its connection and its signature.

    Raises OSError when the file of its body is gone.
    """
    left_out = OF_THE_WAY | signature_fields(judgement.provider or "")
    return OwnSample(
        provider=judgement.provider or "",
        event=event.strip(),
        title=title.strip(),
        method=request.method,
        target=request.target,
        headers=Headers(pair for pair in request.headers if pair[0].lower() not in left_out),
        body=request.body.read(),
        delivery_id=judgement.delivery_id,
    )


def signature_fields(provider_id: str) -> frozenset[bytes]:
    """The header fields that hold a signature of a provider, in lower case."""
    provider = find(provider_id)
    places = [scheme.place for scheme in provider.schemes] if provider is not None else []
    return frozenset(place.name.lower().encode() for place in places if place.kind == "header")


def make_own(sample: OwnSample, *, sets: Sequence[str] = (), now: datetime, body: bytes | None = None) -> Request:
    """The request of a kept sample, not signed yet, with a delivery id of its own. With `body` those bytes are sent.

    Raises UsageError for an assignment whose place is not there.
    """
    headers, content = sample.headers, sample.body
    if sample.delivery_id and len(sample.delivery_id) >= LEAST:
        old, new = sample.delivery_id.encode(), like(sample.delivery_id).encode()
        headers = Headers((name, new if value == old else value) for name, value in headers)
        content = content.replace(old, new)
    if body is None:
        assignments = [parse_assignment(written) for written in sets]
        body = assign(content, headers.get("content-type") or "", assignments)
    return Request(
        received_at=now,
        head=write_head(sample.method, sample.target, headers),
        method=sample.method,
        target=sample.target,
        http_version="1.1",
        remote="",
        headers=headers,
        body=Body.of(body),
    )


def like(id: str) -> str:
    """Another id of the same form: its prefix and its first character stay, digits stay digits, letters letters."""
    head, mark, tail = id.rpartition("_")
    if len(tail) < LEAST:
        head, mark, tail = "", "", id
    return head + mark + tail[:1] + alike(tail[1:])
