"""The parts of what is signed, taken apart until every language can put them together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal, TypeAlias
from urllib.parse import parse_qsl

from inspector.providers.chosen_field import chosen_fields
from inspector.providers.entries import (
    adyen,
    aws_sns,
    contentful,
    hygraph,
    mailgun,
    mandrill,
    murf,
    paddle_classic,
    plivo,
    twilio,
)
from inspector.providers.message import Part
from inspector.providers.payload import FORM, FORM_FIELDS
from inspector.providers.place import Place
from inspector.providers.reading import Reading
from inspector.providers.subject import COMPUTED, Compute

PieceKind = Literal[
    "literal", "header", "field", "body", "sha256", "crc32", "json", "form", "setting", "sorted", "unique", "php",
    "text",
]  # fmt: skip
"""What a piece is: bytes, a header field, a field of the signature's header; the body, its hash or checksum; a value of
the JSON document or of a form; a setting; all fields of a form in order, with or without repeats, or as PHP serialises
them without one; the body as a JSON text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One part of the message, or where a signature stands."""

    kind: PieceKind
    name: str = ""
    """Of a header or a field: its name; of a literal what it is, if that says something."""
    raw: bytes = b""
    """Of a literal: the bytes."""
    path: tuple[str, ...] = ()
    """Of a value in the JSON document: the way to it."""


Pieces: TypeAlias = tuple[Piece, ...]


def piece_at(place: Place) -> Piece | None:
    """What stands at a place; None for one that a snippet cannot read."""
    match place.kind:
        case "header":
            return Piece(kind="header", name=place.name)
        case "json":
            return Piece(kind="json", path=place.path)
        case "form":
            return Piece(kind="form", name=place.name)
        case "body":
            return Piece(kind="body")
        case _:
            return None


def pieces_of(part: Part, reading: Reading) -> Pieces | None:
    """One part of a message in pieces; None where there is no way to write it in every language."""
    if part.literal:
        return (Piece(kind="literal", raw=part.literal),)
    if part.is_body:
        return (Piece(kind="body"),)
    if part.name == reading.scheme.setting:
        return (Piece(kind="setting", name=part.name),)
    if part.compute is not None:
        make = _COMPUTED.get(part.compute)
        return make(part, reading) if make is not None else None
    if part.place is None:
        return (Piece(kind="field", name=part.name),)
    if part.place.kind == "query":
        return _as_it_was(part, reading)
    piece = piece_at(part.place)
    return (piece,) if piece is not None else None


def _as_it_was(part: Part, reading: Reading) -> Pieces:
    return (Piece(kind="literal", name=part.name, raw=reading.values[part.name]),)


def _only(kind: PieceKind, name: str = "") -> Callable[[Part, Reading], Pieces]:
    return lambda part, reading: (Piece(kind=kind, name=name),)


def _ordered(kind: Literal["sorted", "unique"]) -> Callable[[Part, Reading], Pieces | None]:
    """An address with the fields of a form behind it, or with the body's hash in it."""

    def make(part: Part, reading: Reading) -> Pieces | None:
        whole, subject = reading.values[part.name], reading.subject
        if subject.request.content_type != FORM:
            before, found, after = whole.partition(sha256(subject.body).hexdigest().encode())
            around = [Piece(kind="literal", name="url", raw=raw) for raw in (before, after)]
            return (around[0], Piece(kind="sha256"), *(around[1:] if after else ())) if found else (around[0],)
        text = subject.body.decode("utf-8", "replace")
        try:
            pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=FORM_FIELDS)
        except ValueError:
            return None
        fields = "".join(name + value for name, value in sorted(set(pairs) if kind == "unique" else pairs)).encode()
        if not whole.endswith(fields):
            return None
        return Piece(kind="literal", name="url", raw=whole[: len(whole) - len(fields)]), Piece(kind=kind)

    return make


def _joined(*paths: tuple[str, ...], between: bytes) -> Pieces:
    pieces = [Piece(kind="json", path=paths[0])]
    for path in paths[1:]:
        pieces += [Piece(kind="literal", raw=between), Piece(kind="json", path=path)]
    return tuple(pieces)


def _sns(part: Part, reading: Reading) -> Pieces:
    document = reading.subject.payload.document
    told = document if isinstance(document, dict) else {}
    names = aws_sns.NOTIFICATION if told.get("Type") == "Notification" else aws_sns.CONFIRMATION
    pieces: list[Piece] = []
    for name in names:
        if isinstance(told.get(name), str):
            start = ("\n" if pieces else "") + name + "\n"
            pieces += [Piece(kind="literal", raw=start.encode()), Piece(kind="json", path=(name,))]
    return (*pieces, Piece(kind="literal", raw=b"\n"))


def _listed_fields(part: Part, reading: Reading) -> Pieces:
    pieces: list[Piece] = []
    for one in reading.values[part.name].split(b";"):
        name = one.partition(b":")[0].decode("latin-1")
        pieces += [
            Piece(kind="literal", raw=((";" if pieces else "") + name + ":").encode()),
            Piece(kind="header", name=name),
        ]
    return tuple(pieces)


def _chosen(part: Part, reading: Reading) -> Pieces:
    value = reading.values[part.name]
    return (
        Piece(
            kind="header", name=next(one.name for one in chosen_fields(reading.subject.request) if one.value == value)
        ),
    )


def _first_of(places: tuple[Place, ...]) -> Callable[[Part, Reading], Pieces | None]:
    def make(part: Part, reading: Reading) -> Pieces | None:
        found = next((piece_at(place) for place in places if reading.subject.payload.text(place)), None)
        return (found,) if found is not None else None

    return make


_COMPUTED: Mapping[Compute, Callable[[Part, Reading], Pieces | None]] = {
    COMPUTED["method"]: _as_it_was,
    COMPUTED["url"]: _as_it_was,
    COMPUTED["target"]: _as_it_was,
    COMPUTED["sha256(body)"]: _only("sha256"),
    COMPUTED["crc32(body)"]: _only("crc32"),
    adyen.signed_fields: lambda part, reading: _joined(*(place.path for place in adyen.SIGNED), between=b":"),
    aws_sns.signed_fields: _sns,
    contentful.path_of: _as_it_was,
    contentful.fields_of: _listed_fields,
    hygraph.body_as_text: _only("text"),
    mailgun.time_of: _first_of(mailgun.TIME),
    mailgun.token_of: _first_of(mailgun.TOKEN),
    mandrill.url_and_fields: _ordered("sorted"),
    murf.time_of: _chosen,
    paddle_classic.serialised: _only("php", paddle_classic.SIGNATURE),
    plivo.url_and_fields: _ordered("sorted"),
    twilio.url_and_fields: _ordered("unique"),
}
"""What entries compute, in pieces."""
