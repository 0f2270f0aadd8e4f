"""The how-manieth try of its sender a request is, as the sender itself counts."""

from inspector.core.request import Request
from inspector.providers.payload import Payload
from inspector.providers.registry import find

MOST = 1_000_000
"""A larger number is no counter."""


def tries_of(request: Request, provider_id: str, content: bytes | None) -> int | None:
    """1 for the first try; None where the sender does not say. `content` is the decoded body, where it was read.

    A list of earlier attempts counts by its length.
    """
    provider = find(provider_id)
    if provider is None or not provider.retry_counter:
        return None
    payload = Payload(request, content)
    for place in provider.retry_counter:
        value = payload.value(place)
        if isinstance(value, list):
            return len(value) + 1 - provider.counts_from
        text = payload.text(place)
        if text and text.isascii() and text.isdigit() and int(text[:9]) < MOST:
            tries = int(text[:9]) + 1 - provider.counts_from
            return tries if tries > 0 else None
    return None
