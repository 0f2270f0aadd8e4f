"""A header field whose name the user chose with the sender: which fields of a request may be it."""

from collections.abc import Sequence
from typing import NamedTuple

from inspector.core.errors import UsageError
from inspector.core.headers import to_text
from inspector.core.request import Request
from inspector.providers.line import one_line
from inspector.providers.place import Place
from inspector.providers.rewriting import with_field

CHOSEN = Place("header", "the chosen header field", b"", ())
"""Stands where an entry cannot name the field. No field has an empty name, so nothing is found there by accident."""

LONGEST = 1024
"""Bytes of a value that is looked at: such secrets are short."""

NAME_LIMIT = 80
"""Characters of a field's name in a sentence."""

NAMES_LIMIT = 200
"""Characters of several names in a sentence."""

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
        b"webhook-id",
        b"webhook-signature",
        b"webhook-timestamp",
        b"x-amzn-trace-id",
        b"x-cloud-trace-context",
        b"x-original-host",
        b"x-real-ip",
        b"x-request-id",
    )
)
"""Fields that clients and proxies send by themselves (RFC 9110), beside `X-Forwarded-*` and `CF-*`, and those that
Standard Webhooks has names for."""


class Field(NamedTuple):
    """One field that may be the chosen one."""

    name: str
    value: bytes


def chosen_fields(request: Request) -> list[Field]:
    """The fields of a request that neither HTTP, a proxy nor Standard Webhooks put there, in their order."""
    found: list[Field] = []
    for name, value in request.headers:
        low = name.lower()
        if low in COMMON or low.startswith((b"x-forwarded-", b"cf-")) or not value.strip() or len(value) > LONGEST:
            continue
        found.append(Field(to_text(name), value))
        if len(found) == MOST:
            break
    return found


def only_name(fields: Sequence[Field], ours: str) -> str:
    """Name of the only field that may be the chosen one, or ours where there is none.

    Raises UsageError where there are several: the others are of somebody else and not to be written over.
    """
    if len(fields) > 1:
        names = one_line(", ".join(field.name for field in fields), NAMES_LIMIT)
        raise UsageError(
            f"Which header field is the chosen one cannot be told: it may be any of {names}. Remove the others, or "
            "sign with the secret that one of them holds."
        )
    return fields[0].name if fields else ours


def put_token(request: Request, token: str) -> Request:
    """The request with the token in the field that holds it already, else in the only one that may, else in ours.

    Raises UsageError where several fields may hold it.
    """
    fields = chosen_fields(request)
    if any(field.value == token.encode("latin-1") for field in fields):
        return request
    return with_field(request, only_name(fields, "X-Webhook-Token"), token)


def found_in(sentence: str, field: str) -> str:
    """A verdict's sentence with the name of the field that held the signature."""
    name = one_line(field, NAME_LIMIT)
    if CHOSEN.name in sentence:
        return sentence.replace(CHOSEN.name, name, 1)
    return f"{sentence} It stands in {name}."
