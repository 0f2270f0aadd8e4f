"""Values of several parts as the text of one column, and back: header fields and verdicts."""

import json
from dataclasses import fields
from datetime import datetime

from inspector.core.clock import from_micros, to_micros
from inspector.core.headers import NO_HEADERS, Headers
from inspector.core.verdict import UNKNOWN, Verdict

NO_PAIRS = "[]"

_write = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
_DEFAULTS = {field.name: field.default for field in fields(Verdict)}


def write_headers(headers: Headers) -> str:
    """JSON pairs; Latin-1 gives every byte a character and back."""
    if not headers.pairs:
        return NO_PAIRS
    return _write([(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers.pairs])


def read_headers(text: str | None) -> Headers:
    """What `write_headers` wrote; none for NULL."""
    if not text or text == NO_PAIRS:
        return NO_HEADERS
    return Headers((name.encode("latin-1"), value.encode("latin-1")) for name, value in json.loads(text))


def write_names(names: tuple[str, ...]) -> str | None:
    """A JSON list, or NULL for none."""
    return _write(names) if names else None


def read_names(text: str | None) -> tuple[str, ...]:
    """What `write_names` wrote."""
    return tuple(json.loads(text)) if text else ()


def write_verdict(verdict: Verdict) -> str | None:
    """JSON of the fields that differ from their defaults, times in microseconds; NULL where no provider was recognised."""
    if verdict is UNKNOWN or verdict == UNKNOWN:
        return None
    values: dict[str, object] = {"status": verdict.status}
    for name, default in _DEFAULTS.items():
        value = getattr(verdict, name)
        if value != default:
            values[name] = value if type(value) is not datetime else to_micros(value)
    return _write(values)


def read_verdict(text: str | None) -> Verdict:
    """What `write_verdict` wrote."""
    if text is None:
        return UNKNOWN
    values = json.loads(text)
    if "signed_at" in values:
        values["signed_at"] = from_micros(values["signed_at"])
    if "causes" in values:
        values["causes"] = tuple(values["causes"])
    return Verdict(**values)
