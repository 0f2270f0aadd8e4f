"""Values of several parts as the text of one column, and back: header fields and verdicts."""

import json
from functools import lru_cache

from inspector.core.clock import from_micros, to_micros
from inspector.core.headers import NO_HEADERS, Headers
from inspector.core.verdict import UNKNOWN, Verdict

NO_PAIRS = "[]"

_write = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode


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
    """A JSON list of its fields, times in microseconds; NULL where no provider was recognised."""
    return None if verdict is UNKNOWN else _verdict_text(verdict)


@lru_cache(maxsize=256)  # at a high rate most verdicts of a second are equal
def _verdict_text(verdict: Verdict) -> str:
    signed_at = verdict.signed_at
    return _write(
        (
            verdict.status,
            verdict.scheme,
            verdict.secret,
            verdict.matches,
            None if signed_at is None else to_micros(signed_at),
            verdict.fresh,
            verdict.url,
            verdict.covers_body,
            verdict.cause,
            verdict.causes,
            verdict.tried,
            verdict.explanation,
            verdict.final,
        )
    )


def read_verdict(text: str | None) -> Verdict:
    """What `write_verdict` wrote."""
    if text is None:
        return UNKNOWN
    status, scheme, secret, matches, signed_at, fresh, url, covers_body, cause, causes, tried, why, final = json.loads(
        text
    )
    return Verdict(
        status=status,
        scheme=scheme,
        secret=secret,
        matches=matches,
        signed_at=None if signed_at is None else from_micros(signed_at),
        fresh=fresh,
        url=url,
        covers_body=covers_body,
        cause=cause,
        causes=tuple(causes),
        tried=tried,
        explanation=why,
        final=final,
    )
