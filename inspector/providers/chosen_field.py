"""A header field whose name the user chose with the sender: which fields of a request may be it."""

from typing import NamedTuple

from inspector.core.headers import to_text
from inspector.core.request import Request
from inspector.providers.line import one_line
from inspector.providers.place import Place

CHOSEN = Place("header", "the chosen header field", b"", ())
"""Stands where an entry cannot name the field. No field has an empty name, so nothing is found there by accident."""

LONGEST = 1024
"""Bytes of a value that is looked at: such secrets are short."""

NAME_LIMIT = 80
"""Characters of a field's name in a sentence."""

MOST = 50
"""Fields of one request that are looked at."""

COMMON = frozenset(
    (
        b"accept",
        b"accept-charset",
        b"accept-encoding",
        b"accept-language",
        b"baggage",
        b"cache-control",
        b"cdn-loop",
        b"connection",
        b"content-encoding",
        b"content-language",
        b"content-length",
        b"content-type",
        b"date",
        b"expect",
        b"forwarded",
        b"from",
        b"host",
        b"keep-alive",
        b"max-forwards",
        b"origin",
        b"pragma",
        b"referer",
        b"sentry-trace",
        b"te",
        b"trace-parent",
        b"traceparent",
        b"tracestate",
        b"trailer",
        b"transfer-encoding",
        b"upgrade",
        b"user-agent",
        b"via",
        b"x-amzn-trace-id",
        b"x-cloud-trace-context",
        b"x-original-host",
        b"x-real-ip",
        b"x-request-id",
    )
)
"""Fields that clients and proxies send by themselves (RFC 9110), beside `X-Forwarded-*` and `CF-*`."""


class Field(NamedTuple):
    """One field that may be the chosen one."""

    name: str
    value: bytes


def chosen_fields(request: Request) -> list[Field]:
    """The fields of a request that neither HTTP nor a proxy put there, in their order."""
    found: list[Field] = []
    for name, value in request.headers:
        low = name.lower()
        if low in COMMON or low.startswith((b"x-forwarded-", b"cf-")) or not value.strip() or len(value) > LONGEST:
            continue
        found.append(Field(to_text(name), value))
        if len(found) == MOST:
            break
    return found


def found_in(sentence: str, field: str) -> str:
    """A verdict's sentence with the name of the field that held the signature."""
    name = one_line(field, NAME_LIMIT)
    if CHOSEN.name in sentence:
        return sentence.replace(CHOSEN.name, name, 1)
    return f"{sentence} It stands in {name}."
