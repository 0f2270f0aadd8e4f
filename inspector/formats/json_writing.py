"""JSON text with a body inside that may be larger than the memory should hold."""

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from uuid import uuid4

from inspector.core.capture import Capture
from inspector.formats.capture_json import to_json, whole_json
from inspector.formats.format import chunks_of

LINE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def capture_text(capture: Capture) -> Iterator[bytes]:
    """The object of a capture with all of its body, on one line, without a line end."""
    if capture.request.body.content is not None:
        yield LINE.encode(to_json(capture, bodies="all")).encode("utf-8", "replace")
        return
    place = new_place()
    yield from filled(LINE.encode(whole_json(capture, place)), place, capture)


def new_place() -> str:
    """Text that no capture holds."""
    return f"body-{uuid4()}"


def filled(text: str, place: str, capture: Capture) -> Iterator[bytes]:
    """JSON text with the base64 of a capture's body at its place, in pieces. Raises ResourceError."""
    before, found, after = text.partition(place)
    yield before.encode("utf-8", "replace")
    if found:
        yield from base64_pieces(chunks_of(capture))
    yield after.encode("utf-8", "replace")


def base64_pieces(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Base64 of pieces as if they were one."""
    rest = b""
    for chunk in chunks:
        whole = rest + chunk
        cut = len(whole) - len(whole) % 3
        yield b64encode(whole[:cut])
        rest = whole[cut:]
    if rest:
        yield b64encode(rest)
