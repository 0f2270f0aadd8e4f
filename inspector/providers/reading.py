"""What a request shows of a scheme: its signatures, the values that are signed beside the body, and its age."""

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from inspector.core.verdict import Cause
from inspector.providers.layout import Found
from inspector.providers.payload import Payload
from inspector.providers.place import Place
from inspector.providers.provider import Provider
from inspector.providers.scheme import Scheme, read_time


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


class Age(NamedTuple):
    """When a request was signed and what its provider's library thinks of that."""

    signed_at: datetime | None = None
    fresh: bool | None = None
    seconds: float = 0.0
    """From signing to arrival; negative where the time is ahead."""
    causes: tuple[Cause, ...] = ()


AGELESS = Age()


def readings_of(provider: Provider, payload: Payload) -> list[Reading]:
    """The signatures that decide, in the order in which they are tried; empty where the request carries none."""
    readings: list[Reading] = []
    for scheme in provider.schemes:
        reading = read(scheme, payload)
        if reading is None:
            continue
        if provider.decides == "first":
            return [reading]
        readings.append(reading)
    whole = [reading for reading in readings if reading.found.signatures]
    return whole or readings[:1]


def read(scheme: Scheme, payload: Payload) -> Reading | None:
    """Read the signature of one scheme; None where its place is absent or holds nothing."""
    value = raw_value(payload, scheme.place)
    if not value or not value.strip():
        return None
    found = scheme.layout.read(value.decode("latin-1"))
    values: dict[str, bytes] = {}
    missing: tuple[str, ...] = ()
    for part in scheme.message.values:
        raw = raw_value(payload, part.place) if part.place else found.fields.get(part.name, "").encode("latin-1")
        if raw:
            values[part.name] = raw
        else:
            missing = (*missing, part.name)
    return Reading(scheme, value, found, values, missing)


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
    raw = reading.values.get(timestamp.part)
    if not raw:
        return AGELESS
    unit = timestamp.unit
    causes: tuple[Cause, ...] = ()
    if unit != "iso8601" and (len(raw) > 11) != (unit == "ms") and raw.isdigit() and len(raw) < 20:
        unit = "s" if unit == "ms" else "ms"
        causes = ("timestamp-unit",)
    signed_at = read_time(raw, unit)
    if signed_at is None:
        return Age(fresh=False, causes=("header-malformed",))
    seconds = (received_at - signed_at).total_seconds()
    tolerance = timestamp.tolerance_s
    if tolerance is None or (causes and unit == "ms" and not timestamp.future):
        # Milliseconds read as seconds lie far in the future: a library that lets the future pass accepts them.
        return Age(signed_at, True, seconds)
    if seconds > tolerance:
        causes = (*causes, "timestamp-stale")
    elif timestamp.future and -seconds > tolerance:
        causes = (*causes, "timestamp-future")
    return Age(signed_at, not causes, seconds, causes)
