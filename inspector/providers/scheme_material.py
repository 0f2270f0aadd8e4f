"""What a search for a scheme works with: where a digest may stand on a request, and which values may be signed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from inspector.core.headers import to_text
from inspector.providers.digests import SIZES, decode_base64, decode_hex
from inspector.providers.payload import Payload, text_of
from inspector.providers.scheme import Unit, read_time

DIGEST_SIZES = frozenset((SIZES["hmac-sha1"], SIZES["hmac-sha256"], SIZES["hmac-sha512"]))
MOST_HEADERS = 200
VALUE_LIMIT = 4096
"""Longer values of header fields are no signature of a shared secret."""
MOST_ITEMS = 50
"""Of a list in one value."""
MOST_MARKS = 24
MOST_TIMES = 4
MOST_IDS = 5
SHORTEST = 4
LONGEST_ID = 200
NEAR = 400 * 86_400
"""Seconds from its arrival at which a number is taken for the time of a request."""
_ID = re.compile(
    r"(^|[-_.])(id|uuid|guid|nonce|delivery|request|message|event|webhook|idempotency|token)([-_.]|$)", re.IGNORECASE
)
_HAS_ID = re.compile(r"id$|nonce$|uuid$|token$", re.IGNORECASE)
_PAIR = re.compile(r"\s*([A-Za-z0-9_-]{1,40})=(.+)", re.DOTALL)
KINDS = ("field", "header", "query", "form", "json")
"""Places, the likely ones first."""
NEVER = frozenset((b"content-length", b"host", b"connection", b"content-type", b"accept", b"user-agent", b"etag"))


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenDigest:
    """Something that has the size of a digest, and how it stands there, in the words of a recipe."""

    raw: bytes
    place: str
    encoding: str
    form: str = "single"
    prefix: str = ""
    field: str = ""
    separator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenValue:
    """A value that may be signed beside the body."""

    raw: bytes
    place: str
    """`field:t` beside the signature in the header field `beside`."""
    unit: Unit | None = None
    """Of a time."""
    beside: str = ""


@dataclass(slots=True, kw_only=True)
class Material:
    """Everything that the search takes from a request."""

    digests: list[SeenDigest] = field(default_factory=list)
    times: list[SeenValue] = field(default_factory=list)
    ids: list[SeenValue] = field(default_factory=list)


def material_of(payload: Payload) -> Material:
    """Read a request; bounded, whatever it holds."""
    material = Material()
    received_at = payload.request.received_at
    for key, value in list(payload.first.items())[:MOST_HEADERS]:
        if len(value) > VALUE_LIMIT or key in NEVER:
            continue
        title, text = _title(payload, key), to_text(value)
        where = f"header:{title}"
        digests = list(digests_in(where, text))
        material.digests += digests
        for pair, inner in _pairs(text)[1]:
            if not any(pair == one.field for one in digests):
                _take(material, f"field:{pair}", inner, received_at, names=pair, beside=where)
        if not digests:
            _take(material, where, text.strip(), received_at, names=title)
    for kind, fields in (("query", payload.query), ("form", payload.form), ("json", _json_fields(payload))):
        for name, text in list(fields.items())[:MOST_HEADERS]:
            if name and len(text) <= VALUE_LIMIT:
                material.digests += [one for one in digests_in(f"{kind}:{name}", text) if one.form == "single"]
                _take(material, f"{kind}:{name}", text, received_at, names=name)
    del material.digests[MOST_MARKS:]
    # What stands in header fields comes first: the same value in the body is a copy of it.
    material.times = _distinct(material.times)[:MOST_TIMES]
    material.ids = _distinct(material.ids)[:MOST_IDS]
    return material


def digests_in(where: str, text: str) -> Iterator[SeenDigest]:
    """The digests in a value: alone, behind a prefix, among pairs or in a list."""
    text = text.strip()
    if (found := _decoded(text)) is not None:
        yield SeenDigest(raw=found[0], place=where, encoding=found[1])
        return
    separator, pairs = _pairs(text)
    for name, value in pairs:
        if (found := _decoded(value)) is not None:
            yield SeenDigest(
                raw=found[0], place=where, encoding=found[1], form="pairs", field=name, separator=separator
            )
    if pairs:
        return
    entries = text.split(" ")
    for entry in entries[:MOST_ITEMS]:
        prefix, token = _behind_prefix(entry)
        if prefix and (found := _decoded(token)) is not None:
            alone = len(entries) == 1
            yield SeenDigest(
                raw=found[0], place=where, encoding=found[1], form="single" if alone else "list", prefix=prefix
            )
    if len(entries) == 2 and (found := _decoded(entries[1])) is not None:
        yield SeenDigest(raw=found[0], place=where, encoding=found[1], prefix=entries[0] + " ")


def _behind_prefix(entry: str) -> tuple[str, str]:
    """`sha256=`, `v1,` and the like, and what follows: a sign of base64's end is no separator."""
    match = re.match(r"([A-Za-z0-9_.-]{1,20}[=,:])(?=.)", entry)
    return (match.group(1), entry[match.end() :]) if match else ("", entry)


def _decoded(text: str) -> tuple[bytes, str] | None:
    """The bytes of a digest and the recipe's word for how they are written."""
    raw = text.encode("latin-1", "replace")
    if not 26 <= len(raw) <= 128:
        return None
    found = decode_hex(raw)
    if found is not None:
        written = "upper hex" if raw.isupper() else "hex"
        return (found, written) if len(found) in DIGEST_SIZES else None
    if b"-" in raw or b"_" in raw:
        found = decode_base64(raw.replace(b"-", b"+").replace(b"_", b"/"))
        return (found, "base64url") if found is not None and len(found) in DIGEST_SIZES else None
    found = decode_base64(raw)
    if found is None or len(found) not in DIGEST_SIZES:
        return None
    # Without its padding it is written as for URLs, where it has neither of the two other signs.
    return found, "base64" if len(raw) % 4 == 0 else "base64url"


def _take(material: Material, where: str, text: str, received_at: datetime, *, names: str, beside: str = "") -> None:
    raw = text.encode("latin-1" if where.startswith(("header:", "field:")) else "utf-8", "replace")
    if not SHORTEST <= len(raw) <= LONGEST_ID:
        return
    unit = time_unit(raw, received_at)
    if unit is not None:
        material.times.append(SeenValue(raw=raw, place=where, unit=unit, beside=beside))
    elif _ID.search(names) or _HAS_ID.search(names):
        material.ids.append(SeenValue(raw=raw, place=where, beside=beside))


def time_unit(raw: bytes, received_at: datetime) -> Unit | None:
    """In which unit a value is a time near its arrival; None where it is none."""
    units: tuple[Unit, ...] = ("s", "ms", "iso8601")
    for unit in units:
        moment = read_time(raw, unit) if unit == "iso8601" or raw.isdigit() else None
        if moment is not None and abs((moment - received_at).total_seconds()) < NEAR:
            return unit
    return None


def _pairs(text: str) -> tuple[str, list[tuple[str, str]]]:
    """The separator of a list of `name=value`, and its pairs; none where there are not two of them."""
    for separator in (",", ";", "&"):
        found = [match.groups() for item in text.split(separator)[:MOST_ITEMS] if (match := _PAIR.fullmatch(item))]
        if len(found) > 1:
            return separator, [(name, value.strip()) for name, value in found]
    return "", []


def _json_fields(payload: Payload) -> dict[str, str]:
    """Single values on the two outer levels of a document, by their path."""
    document, found = payload.document, dict[str, str]()
    if not isinstance(document, dict):
        return found
    for name, value in list(document.items())[:MOST_HEADERS]:
        inner = list(value.items())[:MOST_HEADERS] if isinstance(value, dict) else []
        for path, one in ((name, value), *((f"{name}.{key}", below) for key, below in inner)):
            text = text_of(one)
            if text and name and "." not in name:
                found[path] = text
    return found


def _title(payload: Payload, name: bytes) -> str:
    return next((to_text(one) for one, _ in payload.request.headers if one.lower() == name), to_text(name))


def _distinct(values: Sequence[SeenValue]) -> list[SeenValue]:
    found: dict[bytes, SeenValue] = {}
    for one in sorted(values, key=lambda one: KINDS.index(one.place.partition(":")[0])):
        found.setdefault(one.raw, one)
    return list(found.values())
