"""A request without its signature: what anybody could send who knows the address alone."""

from dataclasses import replace
from urllib.parse import unquote_plus

from inspector.core.alteration import rewritten, set_fields
from inspector.core.body import Body
from inspector.core.errors import UsageError
from inspector.core.head import write_head
from inspector.core.request import Request
from inspector.providers.breaking import Signer
from inspector.providers.chosen_field import CHOSEN, chosen_fields
from inspector.providers.payload import Payload
from inspector.providers.reading import raw_value
from inspector.providers.rewriting import set_value


def without_signature(signer: Signer, signed: Request) -> Request:
    """The signed request without any signature of its provider; one in the body is made empty.

    Raises UsageError where it cannot be taken out.
    """
    request = signed
    for scheme in signer.provider.schemes:
        for place in (scheme.place, *scheme.also):
            if place == CHOSEN:
                # A token is known by its value; any of the fields may hold a signature.
                fields = chosen_fields(request)
                tokens = [field for field in fields if field.value == signer.secret.value]
                request = _without_fields(request, *(field.name.encode("latin-1") for field in tokens or fields))
            elif place.kind == "header":
                request = _without_fields(request, place.key)
            elif place.kind == "query":
                request = _without_parameter(request, place.name)
            elif place.kind in ("json", "form") and raw_value(Payload(request, request.body.read()), place):
                request = set_value(request, place, "")
            elif place.kind == "body":
                request = rewritten(request, request.headers, Body.of(b""))
    if (request.target, request.headers, request.body) == (signed.target, signed.headers, signed.body):
        raise UsageError(f"{signer.provider.name} puts no signature into this event that could be left out.")
    return request


def _without_fields(request: Request, *names: bytes) -> Request:
    headers = set_fields(request.headers, [(name, None) for name in names])
    return request if headers == request.headers else rewritten(request, headers, request.body)


def _without_parameter(request: Request, name: str) -> Request:
    path, mark, query = request.target.partition("?")
    kept = [one for one in query.split("&") if unquote_plus(one.partition("=")[0]) != name]
    target = path + (mark if kept else "") + "&".join(kept)
    if not mark or target == request.target:
        return request
    return replace(request, target=target, head=write_head(request.method, target, request.headers))
