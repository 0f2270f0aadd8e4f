"""Signing: a request as its provider would have sent it, by the recipe that also checks it."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from fnmatch import fnmatchcase

from inspector.core.errors import UsageError
from inspector.core.request import Request
from inspector.providers.asymmetric import sign as sign_with_key
from inspector.providers.digests import ASYMMETRIC, KEYS, digest_of, encode
from inspector.providers.layout import read_document
from inspector.providers.members import further
from inspector.providers.payload import Payload
from inspector.providers.provider import Provider
from inspector.providers.reading import raw_value
from inspector.providers.registry import find
from inspector.providers.rewriting import set_value
from inspector.providers.scheme import Scheme, write_time
from inspector.providers.subject import Subject
from inspector.providers.web_token import make_token, sign_claims

MOST_MEMBERS = 500
"""Of a list whose members are signed one by one; Adyen sends six."""


def sign_request(
    provider_id: str,
    request: Request,
    *,
    secret: bytes,
    now: datetime,
    url: str = "",
    setting: bytes = b"",
    delivery_id: str = "msg_1",
    scheme_id: str | None = None,
    custom: Sequence[Provider] = (),
) -> Request:
    """The request signed now: signature, time and whatever else is signed stand where the provider puts them.

    What the request shows already is kept, but for the time; a missing id is `delivery_id`. `url` is the address it
    goes to, for providers that sign it (its query is that of the request), `setting` the value of a scheme's setting.
    Without `scheme_id` the scheme that fits the secret signs, with those that the provider sends beside it. Raises
    UsageError for an unknown provider or scheme, a secret that cannot sign, or a body that has no place for the
    signature.
    """
    provider = find(provider_id, custom)
    schemes = schemes_for(provider, secret, scheme_id, Payload(request, None)) if provider is not None else ()
    if provider is None or not schemes:
        raise UsageError(f"There is no scheme {scheme_id or ''} of a provider {provider_id} to sign with.")
    for scheme in schemes:
        key = next((key for form in scheme.keys if (key := KEYS[form](secret))), None)
        if key is None:
            raise UsageError(f"This value cannot be a signing secret of {provider.name}.")
        if scheme.prepare is not None:
            request = scheme.prepare(request, now)
        signed_url = url.partition("?")[0] + query_of(request.target) if url else url_of(request)
        request = _signed(scheme, request, key, now, signed_url, setting, delivery_id)
    return request


def query_of(target: str) -> str:
    """The query of a target with its question mark, or empty."""
    return "".join(target.partition("?")[1:])


def schemes_for(
    provider: Provider, secret: bytes, scheme_id: str | None = None, payload: Payload | None = None
) -> tuple[Scheme, ...]:
    """The schemes by which a provider signs with a secret of that form; empty where it signs nothing.

    Of several those come first whose header fields `payload` shows.
    """
    if scheme_id is not None:
        return tuple(scheme for scheme in provider.schemes if scheme.id == scheme_id)
    schemes = provider.schemes
    text = secret.decode("latin-1")
    fitting = [scheme for scheme in schemes if scheme.secret_starts and text.startswith(scheme.secret_starts)]
    fitting += [scheme for scheme in schemes if not scheme.secret_starts and not scheme.alongside]
    if payload is not None:
        fitting.sort(key=lambda scheme: not _was_used(scheme, payload))
    first = next((scheme for scheme in fitting if any(KEYS[form](secret) for form in scheme.keys)), None)
    if first is None:
        return tuple(fitting[:1])
    return (*(scheme for scheme in schemes if scheme.alongside), first)


def _was_used(scheme: Scheme, payload: Payload) -> bool:
    """Whether the header fields tell of this scheme, or of none."""
    told = [(place, text) for place, text in scheme.when if place.kind == "header" and place != scheme.place]
    return all(fnmatchcase(payload.text(place) or "", text) for place, text in told)


def url_of(request: Request) -> str:
    """The address that a request goes to, as its Host field and target tell."""
    if request.target.startswith(("http://", "https://")):
        return request.target
    return f"{'https' if request.tls else 'http'}://{request.host}{request.target}"


def _signed(
    scheme: Scheme, request: Request, key: bytes, now: datetime, url: str, setting: bytes, delivery_id: str
) -> Request:
    for place, text in scheme.when:
        if not fnmatchcase(Payload(request, None).text(place) or "", text):
            request = set_value(request, place, text.replace("*", ""))
    request, values = _with_values(scheme, request, now, delivery_id)
    if scheme.setting:
        values[scheme.setting] = setting
    payload = Payload(request, request.body.read())
    others = further(scheme, payload)
    if len(others) > MOST_MEMBERS:
        raise UsageError(f"{len(others) + 1} members of the list would be signed one by one; {MOST_MEMBERS} are most.")
    for at, one in ((scheme.place, payload), *others):
        subject = Subject(one, url)
        computed = {
            part.name: part.compute(subject) or b"" for part in scheme.message.values if part.compute is not None
        }
        texts = {name: value.decode("latin-1") for name, value in (values | computed).items()}
        signature = signature_of(scheme, key, values | computed, subject, now).decode("latin-1")
        if scheme.put is not None:
            return scheme.put(request, signature)
        request = set_value(request, at, scheme.layout.write([signature], texts))
    return request


def _with_values(scheme: Scheme, request: Request, now: datetime, delivery_id: str) -> tuple[Request, dict[str, bytes]]:
    """The request with everything beside the signature that is signed, and those values by name."""
    payload = Payload(request, request.body.read())
    timestamp = scheme.timestamp
    values: dict[str, bytes] = {}
    if timestamp is not None:
        values[timestamp.part] = write_time(now, timestamp.unit).encode()
        if timestamp.place is not None and scheme.algorithm != "jwt":
            request = set_value(request, timestamp.place, values[timestamp.part].decode())
    for part in scheme.message.values:
        if part.compute is not None or part.name == scheme.setting:
            continue
        if timestamp is None or part.name != timestamp.part:
            shown = _beside(scheme, payload, part.name) if part.place is None else raw_value(payload, part.place)
            values[part.name] = shown or delivery_id.encode()
            if shown:
                continue
        if part.place is not None:
            request = set_value(request, part.place, values[part.name].decode("latin-1"))
    return request, values


def _beside(scheme: Scheme, payload: Payload, name: str) -> bytes | None:
    """A value that stands beside an earlier signature: who it is for does not change with the time."""
    old = raw_value(payload, scheme.place)
    return scheme.layout.read(old.decode("latin-1")).fields.get(name, "").encode("latin-1") if old else None


def _old_claims(scheme: Scheme, payload: Payload) -> Mapping[str, object]:
    """What an earlier token says; empty where there is none."""
    old = raw_value(payload, scheme.place)
    tokens = scheme.layout.read(old.decode("latin-1")).signatures if old else ()
    return (read_document(tokens[0]) if tokens else None) or {}


def signature_of(scheme: Scheme, key: bytes, values: Mapping[str, bytes], subject: Subject, now: datetime) -> bytes:
    """A signature as it is written. Raises UsageError for a public key."""
    if scheme.algorithm == "token":
        return key
    try:
        if scheme.claims is not None and scheme.place.kind == "body":
            return sign_claims(key, scheme.claims.algorithms, json.loads(subject.body))
        if scheme.claims is not None:
            return make_token(key, scheme.claims, subject, int(now.timestamp()), _old_claims(scheme, subject.payload))
        before, after = scheme.message.compose(values)
        body = subject.body if scheme.message.takes_body else b""
        if scheme.algorithm in ASYMMETRIC:
            return encode(sign_with_key(scheme.algorithm, key, before + body + after), scheme.encoding)
        return encode(digest_of(scheme.algorithm, key, before, body, after), scheme.encoding)
    except ValueError as error:
        raise UsageError("A public key checks signatures; to sign, give the private one (PEM, or whsk_…).") from error
