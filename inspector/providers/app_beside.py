"""What an app has to see beside the bytes of a body, or in their place: an address, fields that are read, a token."""

from typing import NamedTuple

from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.providers.basis import Basis
from inspector.providers.body_variants import Decode
from inspector.providers.diagnosis import readable_content
from inspector.providers.explanation import reading_of
from inspector.providers.line import one_line
from inspector.providers.payload import FORM, Payload
from inspector.providers.provider import Provider
from inspector.providers.reading import Reading
from inspector.providers.registry import find

SHOWN = 200
"""Characters of an address that are shown."""


class Beside(NamedTuple):
    """What else counts, and whether the bytes of the body do."""

    advice: str = ""
    """Empty where the bytes of the body are all that an app can get wrong."""
    bytes_count: bool = True


ALL_ELSE = Beside()


def beside_of(request: Request, judgement: Judgement, basis: Basis, *, decode: Decode | None = None) -> Beside:
    """Read it off the signature of a capture. Raises OSError when the file of a large body is gone."""
    provider = find(judgement.provider or "", basis.custom)
    if provider is None:
        return ALL_ELSE
    payload = Payload(request, readable_content(request, decode))
    reading = reading_of(provider, payload, judgement.verdict, basis.public_url)
    return ALL_ELSE if reading is None else _beside(provider, reading, request)


def _beside(provider: Provider, reading: Reading, request: Request) -> Beside:
    scheme, name = reading.scheme, provider.name
    computes = scheme.claims is None and scheme.covers_body and not scheme.message.takes_body
    hashed = any(part.name.startswith(("sha256(", "crc32(")) for part in scheme.message.values)
    fields = "the form’s fields" if request.content_type == FORM else "what it reads from the body"
    if scheme.algorithm == "token":
        told = (
            f"{name} sends the secret itself in {scheme.place.name}: compare that with yours; the body is not signed."
        )
        return Beside(told, bytes_count=False)
    if reading.url is not None:
        also = f" and {fields}" if computes and not hashed else " and the body" if scheme.covers_body else ""
        return Beside(
            _address(name, also, reading.url.text), bytes_count=scheme.covers_body and (hashed or not computes)
        )
    if computes and not hashed:
        told = f"{name} signs {fields}, not the bytes of the body: does your app see each as it came, none trimmed?"
        return Beside(told, bytes_count=False)
    if not scheme.covers_body:
        what = "a token of its own" if scheme.claims is not None else f"“{scheme.message.template}”"
        return Beside(f"{name} signs {what}, and nothing of the body: does your app see the same?", bytes_count=False)
    return ALL_ELSE


def _address(name: str, also: str, url: str) -> str:
    shown = one_line(url, SHOWN)
    told = f"{name} signs the address that it called{also}: does your app see {shown}?"
    if shown.startswith("https://"):
        told += f" Behind a proxy it sees http://{shown.removeprefix('https://')}, or another host."
    else:
        told += " Behind a proxy it may see another scheme, host or port."
    return f"{told} Build the address from the public one, not from the request."
