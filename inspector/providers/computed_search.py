"""The search over bodies of which a scheme signs something computed: a hash, a checksum, the fields of a form."""

import json
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from inspector.core.body import Body
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.body_variants import BodyVariant
from inspector.providers.checking import check
from inspector.providers.payload import FORM, FORM_FIELDS, JSON_STARTS, Payload
from inspector.providers.reading import Reading, read
from inspector.providers.scheme import Scheme
from inspector.providers.search import Budget, Explained

LARGEST = 1024 * 1024
"""Bytes of a body above which nothing is computed anew."""


def signs_something_computed(scheme: Scheme) -> bool:
    """Whether the body is signed, but not as it is."""
    return scheme.claims is None and scheme.covers_body and not scheme.message.takes_body


def search_computed(
    reading: Reading, secrets: Sequence[Secret], bodies: Iterable[BodyVariant], budget: Budget
) -> Explained | None:
    """The body with which a signature matches, with the secrets as they are."""
    scheme, request = reading.scheme, reading.subject.request
    if not signs_something_computed(scheme) or request.body.size > LARGEST:
        return None
    changed = ((one, replace(request, body=Body.of(one.content))) for one in bodies)
    for variant, other in (*_kinds(request), *changed):
        if not budget.spend():
            return None
        again = read(scheme, Payload(other, other.body.read()), reading.url)
        if again is None:
            continue
        if secret := check(again, secrets, b"").secret:
            return Explained(secret, variant.causes, (), variant.words)
    return None


def _kinds(request: Request) -> Iterator[tuple[BodyVariant, Request]]:
    """The same values as another kind of body: a form that is not called one, a document in place of a form."""
    content = request.body.read()
    if request.content_type != FORM and b"=" in content and content.lstrip()[:1] not in JSON_STARTS:
        words = f"the body is read as a form; Content-Type says {request.content_type[:60] or 'nothing'}"
        yield BodyVariant(("body-decoded",), (words,), content), _typed(request, FORM, content)
    if request.content_type == FORM:
        words = "the body is taken as a whole, not as the fields of a form"
        yield BodyVariant(("body-decoded",), (words,), content), _typed(request, "application/octet-stream", content)
        words = "the fields of the form are left out"
        yield BodyVariant(("message-layout",), (words,), b""), _typed(request, FORM, b"")
    if fields := _flat(content):
        words = "the fields of the JSON document are signed as those of a form"
        written = urlencode(fields).encode()
        yield BodyVariant(("body-decoded",), (words,), written), _typed(request, FORM, written)
    try:
        inner = b64decode(content.strip(), validate=True) if content else b""
    except Base64Error:
        inner = b""
    if inner:
        words = "the body is taken after its base64 was decoded"
        yield BodyVariant(("body-decoded",), (words,), inner), _typed(request, FORM, inner)


def _typed(request: Request, kind: str, content: bytes) -> Request:
    others = [(name, value) for name, value in request.headers if name.lower() != b"content-type"]
    fields = Headers([*others, (b"Content-Type", kind.encode("latin-1", "replace"))])
    return replace(request, headers=fields, body=Body.of(content))


def _flat(content: bytes) -> dict[str, str]:
    """The fields of a JSON object whose values are texts and whole numbers; empty for any other body."""
    if content.lstrip()[:1] != b"{":
        return {}
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(document, dict) or len(document) > FORM_FIELDS:
        return {}
    plain = {name: value for name, value in document.items() if type(value) in (str, int)}
    return {name: str(value) for name, value in plain.items()} if len(plain) == len(document) else {}
