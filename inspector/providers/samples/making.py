"""From a sample to the request that its provider would send."""

from collections.abc import Sequence
from datetime import datetime

from inspector.core.assignments import assign, parse_assignment
from inspector.core.body import Body
from inspector.core.head import write_head
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.registry import named
from inspector.providers.samples.template import body_of, headers_of
from inspector.providers.signing import sign_request
from inspector.providers.verdicts import SAMPLE_SETTING


def make(
    provider: str,
    event: str,
    *,
    sets: Sequence[str] = (),
    now: datetime,
    body: bytes | None = None,
    seed: int | None = None,
) -> Request:
    """A sample event as a request, without Host, Content-Length and signature; its path is `/hooks/PROVIDER`.

    `sets` are assignments like `data.object.amount:=4200`. With `body` those bytes are sent as they are, with a `seed`
    the ids and amounts are those that were made of it before. Raises UsageError for an event that there is not, or an
    assignment whose place is not there.
    """
    sample = named(provider, event)
    values = sample.values(Fresh(now, seed))
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


def signed(provider: str, request: Request, secret: bytes, *, url: str = "") -> Request:
    """The same request, signed at its time as the provider signs with such a secret. Raises UsageError."""
    return sign_request(provider, request, secret=secret, now=request.received_at, url=url, setting=SAMPLE_SETTING)
