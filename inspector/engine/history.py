"""What came before a capture, put together from the store and what is known of its sender."""

from dataclasses import replace

from inspector.bodies.decoding import decode
from inspector.core.capture import Capture
from inspector.core.history import History
from inspector.core.request import Request
from inspector.providers.registry import find
from inspector.providers.tries import tries_of
from inspector.store.reader import Reader

MOST = 256 * 1024
"""Bytes of a body that a sender's own counter is looked for in."""


def with_history(reader: Reader, capture: Capture) -> Capture:
    """The same capture with its history. Raises StoreError where the store cannot be read."""
    judgement = capture.judgement
    if judgement.provider is None:
        return capture
    provider = find(judgement.provider)
    history = History(
        sender="" if provider is None else provider.name,
        policy="" if provider is None else provider.retry_policy,
        first=reader.repeats.first(capture),
        previous=reader.repeats.previous(capture),
        tries=tries_of(capture.request, judgement.provider, _content(capture.request)),
        again=reader.repeats.again(capture.id) if capture.repeat in (None, "same-event") else 0,
    )
    return replace(capture, history=history)


def _content(request: Request) -> bytes | None:
    """The decoded body; None where it is large, or gone."""
    if request.body.size > MOST:
        return None
    try:
        content = request.body.read()
    except OSError:
        return None
    encoding = request.headers.get("content-encoding")
    return decode(content, encoding, limit=MOST).content if encoding else content
