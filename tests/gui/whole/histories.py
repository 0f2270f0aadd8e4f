"""Stores for the tour through the window: what is usual, and one text in every field that somebody else can fill."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from inspector.core.body import Body
from inspector.core.capture import Arrival, Capture, Origin
from inspector.core.dispatch import Dispatch
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.core.verdict import Status, Verdict
from inspector.store.store import Store
from tests.gui.views.detail import samples

STATUSES: tuple[Status, ...] = ("valid", "no-secret", "unsigned", "unknown")


def stored(path: Path, captures: Iterable[Capture]) -> Store:
    """A store with these captures, left open; the first one gets id 1."""
    store = Store.open(path)
    for capture in captures:
        arrival = Arrival(
            request=capture.request,
            judgement=capture.judgement,
            response=capture.response,
            origin=capture.origin,
            endpoint=capture.endpoint,
            pinned=capture.pinned,
            note=capture.note,
        )
        id = store.keep([arrival])[0].id
        store.record_sending(dispatches=[replace(one, id=None, capture_id=id) for one in capture.dispatches])
    return store


def usual() -> list[Capture]:
    """Every verdict, every kind of body, a repeat, something that is no HTTP; the newest is valid."""
    xml = Headers.of(("Content-Type", "application/xml"))
    form = Headers.of(("Content-Type", "application/x-www-form-urlencoded"))
    retried = samples.capture()
    return [
        samples.capture(),
        *(samples.judged(status) for status in STATUSES[1:]),
        replace(retried, dispatches=(), response=None),
        samples.capture(
            request=samples.request(malformed="The request line cannot be read.", complete=False), pinned=True
        ),
        samples.capture(request=samples.request(headers=xml, body=b"<order id='12'><paid/></order>"), note="Ask Ada"),
        samples.capture(request=samples.request(headers=form, body=b"token=abc&user=ada&text=Hello+there")),
        samples.capture(request=samples.request(body=bytes(range(256))), origin=Origin(kind="resend", of=1)),
        samples.capture(request=samples.request(body=b"")),
        samples.judged(STATUSES[0]),
    ]


def filled(text: str) -> list[Capture]:
    """Captures of every verdict with this text in each field; the providers are known ones and one called like it."""
    raw = text.replace("\x00", "").replace("\r", "").replace("\n", "").encode("utf-8", "replace")
    fields = [(b"Host", raw), (b"Content-Type", b"application/json"), (b"User-Agent", raw), (b"X-Text", raw)]
    headers = Headers((*fields, (raw or b"X-Empty", raw)))
    verdict = Verdict(status="invalid", secret=text, scheme=text, explanation=text, cause="unexplained", url=text)
    body = b'{"zqtext": "%s", "%s": [1, null]}' % (raw.replace(b'"', b"'"), raw.replace(b'"', b"'")[:99])
    sent = Dispatch(capture_id=1, at=samples.AT, target="http://" + text, error=text, changed=(text,))
    whole = samples.capture(
        request=samples.request(
            headers=headers, body=body, method=text, target="/" + text, remote=text, http_version=text
        ),
        judgement=samples.judgement(
            event=text, gist=text, delivery_id=text or None, handshake=text, verdict=verdict, sensitive=()
        ),
        response=Response(status=422, by="rule", rule=text, headers=headers, body=raw, duration_ms=3.0),
        dispatches=(sent, replace(sent, error=None, status=422, headers=headers, body=raw, duration_ms=2.0)),
        note=text,
        endpoint=text or "default",
    )
    every = [whole]
    for status in STATUSES:
        judged = replace(whole.judgement, verdict=replace(verdict, status=status, cause=None))
        every.append(replace(whole, judgement=judged, origin=Origin(kind="import", file=text)))
    custom = replace(whole.judgement, provider=f"custom:{text}")
    typed = Headers((*fields[:1], (b"Content-Type", raw)))
    every.append(replace(whole, judgement=custom, request=replace(whole.request, malformed=text, complete=False)))
    every.append(replace(whole, request=replace(whole.request, headers=typed, body=Body.of(raw))))
    return every
