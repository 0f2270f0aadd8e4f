"""What to say of a signature that covers the address which was called, where nothing that was tried matched."""

from collections.abc import Sequence

from inspector.core.verdict import Verdict
from inspector.providers.line import one_line
from inspector.providers.provider import Provider
from inspector.providers.reading import Reading
from inspector.providers.urls import FROM_HOST

SHOWN = 200
"""Characters of an address that are shown."""


def assumed_url(provider: Provider, readings: Sequence[Reading]) -> str:
    """Which address was taken for the one that was called, and what if it was another; empty where none is signed."""
    url = next((reading.url for reading in readings if reading.url is not None), None)
    if url is None:
        return ""
    told = f"{provider.name} signs the address that it called; {one_line(url.text, SHOWN)} was assumed"
    if url.taken_from == FROM_HOST:
        return (
            f"{told}. If it came through a tunnel or a proxy, set the public URL; else the sender has another secret."
        )
    return f"{told}, by {url.taken_from}. If it called another, set the public URL; else the sender has another secret."


def signs_url(provider: Provider | None, verdict: Verdict) -> bool:
    """Whether the signature that a verdict is about covers the address."""
    schemes = () if provider is None else provider.schemes
    return any(scheme.signs_url for scheme in schemes if scheme.id == verdict.scheme)
