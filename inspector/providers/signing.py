"""Signing: the header fields with which a provider would have sent a body, by the recipe that also checks them."""

from collections.abc import Mapping
from datetime import datetime

from inspector.core.errors import UsageError
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.providers.digests import KEYS, digest_of, encode
from inspector.providers.ed25519 import sign as sign_ed25519
from inspector.providers.payload import Payload
from inspector.providers.place import Place
from inspector.providers.provider import Provider
from inspector.providers.registry import find
from inspector.providers.scheme import Scheme, write_time


def sign(
    provider_id: str,
    *,
    request: Request,
    secret: bytes,
    now: datetime,
    delivery_id: str = "msg_1",
    scheme_id: str | None = None,
) -> Headers:
    """The fields to set on a request so that it is signed now: signature, time and whatever else is signed.

    What the request shows already is kept, but for the time; a missing id is `delivery_id`. Without `scheme_id` the
    provider's first scheme signs. Raises UsageError for an unknown provider or scheme, or a secret that cannot sign.
    """
    provider = find(provider_id)
    scheme = _scheme(provider, scheme_id) if provider else None
    if provider is None or scheme is None:
        raise UsageError(f"There is no scheme {scheme_id or ''} of a provider {provider_id} to sign with.")
    key = next((key for form in scheme.keys if (key := KEYS[form](secret))), None)
    if key is None:
        raise UsageError(f"This value cannot be a signing secret of {provider.name}.")
    values = _values(scheme, Payload(request, None), now, delivery_id)
    texts = {name: value.decode("latin-1") for name, value in values.items()}
    signature = _signature(scheme, key, values, request.body.read()).decode("latin-1")
    fields = [(part.place, texts[part.name]) for part in scheme.message.values if part.place is not None]
    fields.append((scheme.place, scheme.layout.write([signature], texts)))
    return Headers((place.name.encode(), value.encode("latin-1")) for place, value in fields)


def _scheme(provider: Provider, scheme_id: str | None) -> Scheme | None:
    return next((scheme for scheme in provider.schemes if scheme_id in (None, scheme.id)), None)


def _values(scheme: Scheme, payload: Payload, now: datetime, delivery_id: str) -> dict[str, bytes]:
    values: dict[str, bytes] = {}
    for part in scheme.message.values:
        if scheme.timestamp is not None and part.name == scheme.timestamp.part:
            values[part.name] = write_time(now, scheme.timestamp.unit).encode()
        else:
            values[part.name] = _shown(payload, part.place) or delivery_id.encode()
    return values


def _shown(payload: Payload, place: Place | None) -> bytes | None:
    return payload.first.get(place.key) if place is not None else None


def _signature(scheme: Scheme, key: bytes, values: Mapping[str, bytes], body: bytes) -> bytes:
    before, after = scheme.message.compose(values)
    if scheme.algorithm == "token":
        return key
    if scheme.algorithm == "ed25519":
        try:
            return encode(sign_ed25519(key, before + body + after), scheme.encoding)
        except ValueError as error:
            raise UsageError("A public key checks signatures; to sign, give the private one (whsk_…).") from error
    return encode(digest_of(scheme.algorithm, key, before, body, after), scheme.encoding)
