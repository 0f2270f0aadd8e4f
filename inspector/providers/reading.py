"""What a request shows of a scheme: its signatures, the values that are signed beside the body, and its age."""

from collections.abc import Mapping
from datetime import datetime
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import NamedTuple

from inspector.core.verdict import Cause
from inspector.providers.chosen_field import CHOSEN, chosen_fields
from inspector.providers.layout import Found
from inspector.providers.payload import Payload
from inspector.providers.place import Place
from inspector.providers.provider import Provider
from inspector.providers.scheme import Scheme, Timestamp, Unit, read_time, step_of
from inspector.providers.subject import Subject
from inspector.providers.urls import Url, counting_urls


class Reading(NamedTuple):
    """A signature as it stands on a request, read but not checked."""

    scheme: Scheme
    value: bytes
    """The header's value as it came."""
    found: Found
    values: Mapping[str, bytes]
    """The signed parts that the request shows, by name."""
    missing: tuple[str, ...]
    """Names of the signed parts that it lacks."""
    subject: Subject
    time: bytes = b""
    """When it was signed, as the request tells it; empty where it does not, or the scheme knows no time."""
    url: Url | None = None
    """The URL that the values were computed with, of a scheme that signs one."""
    field: str = ""
    """The header field that was read, where the user chose its name."""

    @property
    def covers_body(self) -> bool:
        """Whether a match says anything about the body of this very request."""
        covers = self.scheme.covers
        return self.scheme.covers_body and (covers is None or covers(self.subject))


class Age(NamedTuple):
    """When a request was signed and what its provider's library thinks of that."""

    signed_at: datetime | None = None
    fresh: bool | None = None
    seconds: float = 0.0
    """From signing to arrival; negative where the time is ahead."""
    causes: tuple[Cause, ...] = ()


AGELESS = Age()


def readings_of(provider: Provider, payload: Payload, public_url: str = "", *, whole: bool = True) -> list[Reading]:
    """The signatures that decide, in the order in which they are tried; empty where the request carries none.

    Of a scheme that signs the URL there is one reading for each URL that counts. Without `whole` nothing is computed
    from the body, which may be large: such readings tell what is signed and no more.
    """
    readings: list[Reading] = []
    for scheme in provider.schemes:
        found = read_all(scheme, payload, public_url, whole=whole)
        if not found:
            continue
        if provider.decides == "first":
            return found
        readings += found
    signed = [reading for reading in readings if reading.found.signatures]
    complete = {reading.scheme.place for reading in signed if not reading.missing}
    return [one for one in signed if not one.missing or one.scheme.place not in complete] or readings[:1]


def read_all(scheme: Scheme, payload: Payload, public_url: str = "", *, whole: bool = True) -> list[Reading]:
    """The reading of one scheme, for each URL that counts where it signs one; empty where it left no signature."""
    if not scheme.signs_url:
        reading = read(scheme, payload, whole=whole)
        if reading is None:
            return _read_chosen(scheme, payload, whole=whole) if scheme.place == CHOSEN else []
        return [reading]
    urls = counting_urls(payload.request, public_url) or (Url("", ""),)
    if scheme.url_forms is not None:
        urls = tuple(Url(text, url.taken_from) for url in urls for text in scheme.url_forms(url.text))
    return [reading for url in urls if (reading := read(scheme, payload, url, whole=whole)) is not None]


def _read_chosen(scheme: Scheme, payload: Payload, *, whole: bool) -> list[Reading]:
    """A reading for each header field that may hold the signature."""
    readings = [
        (reading, field.name)
        for field in chosen_fields(payload.request)
        if (reading := read(scheme, payload, whole=whole, value=field.value)) is not None
    ]
    return [reading._replace(field=name) for reading, name in readings if reading.found.signatures]


def read(
    scheme: Scheme, payload: Payload, url: Url | None = None, *, whole: bool = True, value: bytes | None = None
) -> Reading | None:
    """Read the signature of one scheme, or `value` as one.

    None where its place is absent or holds nothing, or another scheme wrote it.
    """
    if scheme.when and not all(fnmatchcase(payload.text(place) or "", text) for place, text in scheme.when):
        return None
    value = value or (_joined(payload, scheme.place) if scheme.repeats else raw_value(payload, scheme.place))
    if scheme.also:
        value = value or next(filter(None, (raw_value(payload, place) for place in scheme.also)), None)
    every = [] if scheme.every is None else _tokens_of_rows(scheme.every, payload)
    value = value or next(filter(None, every), None)
    if not value or not value.strip() or value in scheme.unsigned:
        return None
    found = scheme.layout.read(value.decode("latin-1"))
    if every:
        found = Found([token.decode("latin-1") for token in every], found.fields)
    if scheme.also:
        found = _with_others(scheme, payload, found)
    subject = Subject(payload, url.text if url is not None else "")
    values: dict[str, bytes] = {}
    missing: tuple[str, ...] = ()
    for part in scheme.message.values:
        if part.name == scheme.setting:
            continue
        if part.place is not None:
            raw = raw_value(payload, part.place)
        elif part.compute is not None:
            raw = part.compute(subject) if whole else b""
            if raw is not None:
                values[part.name] = raw
                continue
        else:
            raw = found.fields.get(part.name, "").encode("latin-1", "replace")
        if raw:
            values[part.name] = raw
        else:
            missing = (*missing, part.name)
    timestamp = scheme.timestamp
    time = b"" if timestamp is None else values.get(timestamp.part) or _time(timestamp, payload, found)
    return Reading(scheme, value, found, values, missing, subject, time, url)


def _tokens_of_rows(place: Place, payload: Payload) -> list[bytes]:
    """The tokens of a list's rows, each once; an empty one where a row has none."""
    return list(dict.fromkeys((text or "").encode("utf-8", "replace") for _, text in payload.rows(place)))


def _time(timestamp: Timestamp, payload: Payload, found: Found) -> bytes:
    if timestamp.place is not None:
        return raw_value(payload, timestamp.place) or b""
    return found.fields.get(timestamp.part, "").encode("latin-1", "replace")


def _with_others(scheme: Scheme, payload: Payload, found: Found) -> Found:
    signatures = list(found.signatures)
    for place in scheme.also:
        raw = raw_value(payload, place)
        if raw:
            signatures += scheme.layout.read(raw.decode("latin-1")).signatures
    return Found(list(dict.fromkeys(signatures)), found.fields)


def _joined(payload: Payload, place: Place) -> bytes | None:
    """Of a header field all values as one list, which it is wherever it was folded on its way (RFC 9110, 5.3)."""
    if payload.first.get(place.key) is None:
        return None
    values = [value for name, value in payload.request.headers if name.lower() == place.key]
    return b",".join(item.strip() for value in values for item in value.split(b","))


def raw_value(payload: Payload, place: Place) -> bytes | None:
    """What stands at a place as bytes: of a header exactly as it came."""
    if place.kind == "header":
        return payload.first.get(place.key)
    text = payload.text(place)
    return None if text is None else text.encode("utf-8", "replace")


def age_of(reading: Reading, received_at: datetime) -> Age:
    """Compare the time that was signed with the arrival, as the provider's library compares it with the clock."""
    timestamp = reading.scheme.timestamp
    if timestamp is None:
        return AGELESS
    raw = reading.time
    if not raw:
        return AGELESS
    signed_at, causes = _moment(reading.scheme, raw)
    if signed_at is None:
        return Age(fresh=False, causes=("header-malformed",))
    seconds = (received_at - signed_at).total_seconds()
    if timestamp.until and _is_over(reading, timestamp, received_at):
        return Age(signed_at, False, seconds, ("timestamp-stale",))
    tolerance = timestamp.tolerance_s
    if tolerance is None or is_far_ahead(reading):
        return Age(signed_at, True, seconds)
    if seconds > tolerance:
        causes = (*causes, "timestamp-stale")
    elif timestamp.future and -seconds > tolerance:
        causes = (*causes, "timestamp-future")
    return Age(signed_at, not causes, seconds, causes)


@lru_cache(maxsize=1024)
def _moment(scheme: Scheme, raw: bytes) -> tuple[datetime | None, tuple[Cause, ...]]:
    """The moment that a time names, and what is wrong with how it is written."""
    timestamp = scheme.timestamp
    assert timestamp is not None
    unit: Unit = timestamp.unit
    written, wanted = step_of(raw), timestamp.step
    if written is None or wanted is None or written == wanted:
        return read_time(raw, unit), ()
    raw, unit = raw[: len(raw) - 3 * max(0, written - 1)], "ms" if written else "s"
    return read_time(raw, unit), ("timestamp-unit",)


def is_far_ahead(reading: Reading) -> bool:
    """Whether a library that lets the future pass accepts any age: read as seconds, milliseconds lie far ahead."""
    timestamp = reading.scheme.timestamp
    if timestamp is None or timestamp.future or timestamp.step is None:
        return False
    return (step_of(reading.time) or 0) > timestamp.step


def _is_over(reading: Reading, timestamp: Timestamp, received_at: datetime) -> bool:
    raw = reading.found.fields.get(timestamp.until, "").encode("latin-1", "replace")
    until = read_time(raw, "s")
    return until is not None and received_at > until
