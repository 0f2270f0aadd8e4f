"""What a snippet has to do in any language: which bytes are signed, with which key, and where signatures stand."""

from dataclasses import dataclass
from typing import Literal

from inspector.providers.ages import duration
from inspector.providers.digests import ASYMMETRIC, HASHES, Encoding, KeyForm
from inspector.providers.layout import Basic, Layout, Listed, Pairs, Positional, Single, WebToken
from inspector.providers.message import Part
from inspector.providers.reading import Reading
from inspector.providers.subject import COMPUTED

SECRET = "WEBHOOK_SECRET"
"""The environment variable that holds the secret."""
RECEIVED = "WEBHOOK_HEADER"
"""The one that holds a header field which is a secret itself."""

WRITTEN = (Basic, Listed, Pairs, Positional, Single)
"""Layouts that every language can take apart."""

PieceKind = Literal["literal", "header", "field", "body", "sha256"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One part of the message."""

    kind: PieceKind
    name: str = ""
    """Of a header or a field of the signature's header: its name; of a literal what it is, if that says something."""
    raw: bytes = b""
    """Of a literal: the bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How one capture is verified."""

    provider: str
    hash: str
    """`sha1`, `sha256` or `sha512`; empty where the signature is the secret itself."""
    secret_at: Literal["key", "before", "behind"]
    """Whether the secret is the key of an HMAC, or stands before or behind what is hashed."""
    key: KeyForm
    encoding: Encoding
    pieces: tuple[Piece, ...]
    layout: Layout
    signatures: tuple[str, ...]
    """Names of the header fields that hold signatures."""
    headers: tuple[tuple[str, bytes], ...]
    """The header fields that are needed, as they came; without those that are secrets."""
    note: str = ""
    """What the snippet leaves out, as a sentence."""

    @property
    def is_token(self) -> bool:
        """Whether the sender sends the secret itself."""
        return not self.hash

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the signature's header that are signed."""
        return tuple(dict.fromkeys(piece.name for piece in self.pieces if piece.kind == "field"))


def plan_of(reading: Reading, provider: str, form: KeyForm | None = None) -> Plan | str:
    """How to verify a reading with standard libraries alone, or a sentence that says why there is no snippet.

    `form` is the way in which the secret became the key that matched.
    """
    scheme = reading.scheme
    why = _why_none(reading)
    if why:
        return why
    pieces: list[Piece] = []
    for part in scheme.message.parts if scheme.algorithm != "token" else ():
        piece = _piece(part, reading)
        if piece is None:
            return f"There is no snippet: {provider} signs “{part.name}”, {_why_computed(part)}."
        pieces.append(piece)
    if not isinstance(scheme.layout, WRITTEN) or (isinstance(scheme.layout, Single) and scheme.layout.upper):
        return f"There is no snippet: {provider} writes its signatures in a way of its own."
    places = (scheme.place, *scheme.also)
    present = tuple(place.name for place in places if reading.subject.payload.first.get(place.key))
    if reading.field:
        present = (reading.field,)
    wanted = (*([] if scheme.algorithm == "token" else present), *(p.name for p in pieces if p.kind == "header"))
    first = reading.subject.payload.first
    headers = tuple((name, first.get(name.lower().encode(), b"")) for name in dict.fromkeys(wanted))
    secret_at: Literal["key", "before", "behind"] = "key"
    if scheme.algorithm.startswith("sha"):
        secret_at = "before" if scheme.algorithm.endswith("before") else "behind"
    return Plan(
        provider=provider,
        hash="" if scheme.algorithm == "token" else HASHES[scheme.algorithm],
        secret_at=secret_at,
        key=form or scheme.keys[0],
        encoding=scheme.encoding,
        pieces=tuple(pieces),
        layout=scheme.layout,
        signatures=present,
        headers=headers,
        note=_note(reading, provider),
    )


def _why_none(reading: Reading) -> str:
    scheme = reading.scheme
    if scheme.algorithm in ASYMMETRIC or scheme.is_asymmetric:
        return "There is no snippet: a public key checks this signature, which takes more than standard libraries."
    if scheme.algorithm == "jwt" or scheme.claims is not None or isinstance(scheme.layout, WebToken):
        return "There is no snippet: a JSON Web Token is best checked with a library for such tokens."
    if scheme.setting:
        return "There is no snippet: what is signed holds a setting that the request does not show."
    if scheme.place.kind != "header" or any(place.kind != "header" for place in scheme.also):
        return "There is no snippet: the signature stands in the payload, which has to be read first."
    if reading.missing:
        return f"There is no snippet: the request lacks {', '.join(reading.missing)}, which is signed."
    return ""


def _why_computed(part: Part) -> str:
    if part.compute is None:
        return "which has to be read from the payload first"
    if part.name in COMPUTED:
        return "for which not every language has a standard library"
    return "which is put together from the request in a way of its own; a snippet has only the bytes of the body"


def _piece(part: Part, reading: Reading) -> Piece | None:
    if part.literal:
        return Piece(kind="literal", raw=part.literal)
    if part.is_body:
        return Piece(kind="body")
    if part.compute is not None:
        if part.compute is COMPUTED["sha256(body)"]:
            return Piece(kind="sha256")
        if part.compute in (COMPUTED["method"], COMPUTED["url"], COMPUTED["target"]):
            return Piece(kind="literal", name=part.name, raw=reading.values[part.name])
        return None
    if part.place is None:
        return Piece(kind="field", name=part.name)
    return Piece(kind="header", name=part.place.name) if part.place.kind == "header" else None


def _note(reading: Reading, provider: str) -> str:
    timestamp = reading.scheme.timestamp
    if timestamp is None or timestamp.tolerance_s is None:
        return ""
    return (
        f"An app also refuses what was signed more than {duration(timestamp.tolerance_s)} ago, as {provider} advises."
    )
