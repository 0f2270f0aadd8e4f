"""Signs as a provider does, and badly on purpose: too old, too early, over other bytes, with another secret.

What is called bad here was judged: the same recipe that checks captures refuses it.
"""

import json
import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from inspector.core.alteration import rewritten
from inspector.core.body import Body
from inspector.core.errors import UsageError
from inspector.core.headers import Headers, to_text
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Judgement
from inspector.providers.asymmetric import load_private
from inspector.providers.basis import Basis
from inspector.providers.chosen_field import CHOSEN, chosen_fields
from inspector.providers.digests import KEYS
from inspector.providers.judging import assemble
from inspector.providers.other_secret import other_secret
from inspector.providers.payload import Payload
from inspector.providers.place import Place
from inspector.providers.provider import Provider
from inspector.providers.reading import raw_value
from inspector.providers.samples.own import OF_THE_WAY
from inspector.providers.scheme import Scheme
from inspector.providers.signing import schemes_for, sign_request

HOUR_S = 3_600.0
"""How old or early a signature is made where the provider names no limit."""
MARGIN_S = 60.0
MOST_TRIED = 400
"""Bytes that are changed, one after another, until one is found that the signature covers."""
LARGE = 256 * 1024
FEW_TRIED = 12
"""The same for a body above `LARGE` bytes."""
NAMES = re.compile(rb'"([^"\\]{1,200})"\s{0,9}:')
"""Names in a JSON text; of texts in texts none, and of odd ones few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """With what a request is signed."""

    provider: Provider
    secret: Secret
    setting: bytes = field(default=b"", repr=False)
    """The value of a scheme's setting, where it has one."""
    custom: tuple[Provider, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    """Those that sign, the deciding one last; empty for the one that fits the secret, and what goes beside it."""

    def scheme(self) -> Scheme:
        """The scheme that decides. Raises UsageError where there is none, or the secret is a public key."""
        schemes = self.schemes or schemes_for(self.provider, self.secret.value)
        if not schemes:
            raise UsageError(f"{self.provider.name} signs nothing, so there is nothing to sign it with.")
        if schemes[-1].is_asymmetric and load_private(self.secret.value) is None:
            raise UsageError(
                f"“{self.secret.name}” is a public key of {self.provider.name}: it checks signatures and cannot make "
                f"one. `trigger {self.provider.id}` signs with a key pair made for the purpose."
            )
        return schemes[-1]


def shown_schemes(provider: Provider, request: Request, secret: Secret, verified: str | None) -> tuple[Scheme, ...]:
    """The schemes by which a request is signed and that the secret can sign again, the deciding one last.

    `verified` is the id of the one that verified it. A signature of another kind beside it, as a token, stays as it is.
    """
    # Where the user chose the field, only the verdict tells that it was there.
    chosen = [one for one in provider.schemes if one.place == CHOSEN and one.id == verified]
    shown = _shown(provider, request) + chosen
    fitting = [one.id for one in schemes_for(provider, secret.value)]
    first = next((one for one in shown if one.id == verified), None)
    first = first or next((one for one in shown if one.id in fitting), None)
    first = first or next((one for one in shown if _fits(one, secret)), None)
    if first is None:
        return ()
    beside = [
        one for one in shown if one is not first and (one.alongside or first.alongside) and one.keys == first.keys
    ]
    return (*beside, first)


def sign_now(signer: Signer, request: Request, now: datetime, url: str) -> Request:
    """The request signed at this moment for a URL; every byte that is not signature or time stays as it is.

    Raises UsageError where the secret cannot sign.
    """
    signer.scheme()
    signed = replace(request, received_at=now)
    ids: list[str | None] = [scheme.id for scheme in signer.schemes]
    for scheme_id in ids or [None]:
        signed = sign_request(
            signer.provider.id, signed, secret=signer.secret.value, now=now, url=url, setting=signer.setting,
            scheme_id=scheme_id, custom=signer.custom,
        )  # fmt: skip
    if signed.target != request.target:
        return signed
    # The line of a request as it came may hold bytes that its text does not.
    return rewritten(replace(signed, head=request.head), signed.headers, signed.body)


def sign_badly(signer: Signer, request: Request, now: datetime, url: str, how: str) -> Request:
    """The request with a signature that is bad in one way: `stale`, `future`, `tampered` or `wrong-secret`.

    Raises UsageError where the provider's signature cannot be bad in that way.
    """
    return BREAKS[how](signer, request, now, url)


def is_refused(signer: Signer, request: Request, now: datetime, url: str) -> bool:
    """Whether the provider's own library would refuse the request."""
    return judged(signer, request, now, url).verdict.status != "valid"


def judged(signer: Signer, request: Request, now: datetime, url: str) -> Judgement:
    """What a receiver of ours says of the request at this moment."""
    content = request.body.read()
    secrets = (signer.secret, replace(signer.secret, name="setting", value=signer.setting))
    basis = Basis(
        secrets={signer.provider.id: secrets if signer.setting else secrets[:1]},
        public_url=base_of(url),
        expected=signer.provider.id,
        custom=signer.custom,
    )
    decoded = None if b"content-encoding" in request.headers.first else content
    return assemble(replace(request, received_at=now, remote=""), basis, decoded, content)


def base_of(url: str) -> str:
    """Scheme, host and port of a URL."""
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{re.split('[/?#]', rest, maxsplit=1)[0]}"


def _stale(signer: Signer, request: Request, now: datetime, url: str) -> Request:
    return _at(signer, request, now, url, -1)


def _future(signer: Signer, request: Request, now: datetime, url: str) -> Request:
    return _at(signer, request, now, url, 1)


def _at(signer: Signer, request: Request, now: datetime, url: str, direction: int) -> Request:
    timestamp = signer.scheme().timestamp
    if timestamp is None:
        never = "too old" if direction < 0 else "too early"
        raise UsageError(f"{signer.provider.name} signs no time, so an event of it is never {never}.")
    limit = timestamp.tolerance_s
    seconds = HOUR_S if limit is None else max(2 * limit, limit + MARGIN_S)
    made = sign_now(signer, request, now + direction * timedelta(seconds=seconds), url)
    return replace(made, received_at=now)


def _wrong_secret(signer: Signer, request: Request, now: datetime, url: str) -> Request:
    scheme = signer.scheme()
    other = replace(signer.secret, value=other_secret(signer.secret.value))
    # A receiver may accept any of several signatures, so none of them may stay good.
    beside = [one for one in _shown(signer.provider, request) if one.place != scheme.place and _fits(one, other)]
    schemes = (*beside, scheme) if signer.schemes else ()
    if scheme.place == CHOSEN and scheme.algorithm == "token":
        bad = _with_other_token(sign_now(signer, request, now, url), signer.secret.value, other.value)
    else:
        bad = sign_now(replace(signer, secret=other, schemes=schemes), request, now, url)
    if not is_refused(signer, bad, now, url):
        raise UsageError(f"{signer.provider.name} would accept this event even when it is signed with another secret.")
    return bad


def _with_other_token(request: Request, token: bytes, other: bytes) -> Request:
    """Another token wherever the good one stands, which alone tells the field that was chosen for it."""
    names = {field.name for field in chosen_fields(request) if field.value == token}
    pairs = [(name, other if value == token and to_text(name) in names else value) for name, value in request.headers]
    return rewritten(request, Headers(pairs), request.body)


def _tampered(signer: Signer, request: Request, now: datetime, url: str) -> Request:
    good = sign_now(signer, request, now, url)
    before = judged(signer, good, now, url)
    second = None
    for changed in _changed(good, signer.scheme()):
        after = judged(signer, changed, now, url)
        if after.provider != signer.provider.id or after.verdict.matches is not False:
            continue
        if (after.event, after.delivery_id) == (before.event, before.delivery_id):
            return changed
        second = second or changed
    if second is None:
        raise UsageError(f"{signer.provider.name} signs nothing of this event that could be changed without notice.")
    return second


BREAKS: dict[str, Callable[[Signer, Request, datetime, str], Request]] = {
    "stale": _stale,
    "future": _future,
    "tampered": _tampered,
    "wrong-secret": _wrong_secret,
}


def _shown(provider: Provider, request: Request) -> list[Scheme]:
    """The schemes of which a request carries a signature."""
    payload = Payload(request, request.body.read())
    values = [(scheme, raw_value(payload, scheme.place)) for scheme in provider.schemes]
    return [scheme for scheme, value in values if value and scheme.layout.read(value.decode("latin-1")).signatures]


def _fits(scheme: Scheme, secret: Secret) -> bool:
    return not scheme.is_asymmetric and any(KEYS[form](secret.value) for form in scheme.keys)


def _changed(request: Request, scheme: Scheme) -> Iterator[Request]:
    """The request with one byte changed: of its body, where it stays JSON if it was, then of its header fields."""
    body = request.body.read()
    if scheme.claims is not None and scheme.place.kind == "body":
        yield from _with_other_claims(request, body)
        return
    payload = Payload(request, body)
    own = _where(payload, body, scheme.place)
    # A receiver may refuse a time, or miss a name, whatever the signature: those are changed last.
    part = scheme.time_part
    times = (scheme.timestamp.place if scheme.timestamp is not None else None, part.place if part is not None else None)
    held = [place for place in (*times, *(place for place, _ in scheme.when)) if place is not None]
    last = {at for place in held for at in _where(payload, body, place)}
    last.update(at for name in NAMES.finditer(body) for at in range(*name.span(1)))
    places = [place for place, byte in enumerate(body) if _other_byte(byte) is not None and place not in own]
    tried = _spread(places, FEW_TRIED if len(body) > LARGE else MOST_TRIED)
    for place in sorted(tried, key=last.__contains__):
        content = body[:place] + bytes((_other_byte(body[place]) or 0,)) + body[place + 1 :]
        if not _is_json(body) or _is_json(content):
            yield rewritten(request, request.headers, Body.of(content))
    signed_in = scheme.place.name.lower().encode() if scheme.place.kind == "header" else b""
    for number, (name, value) in enumerate(request.headers):
        end = next((at for at in reversed(range(len(value))) if _other_byte(value[at]) is not None), None)
        if name.lower() in OF_THE_WAY or name.lower() == signed_in or end is None:
            continue
        pairs = list(request.headers)
        pairs[number] = (name, value[:end] + bytes((_other_byte(value[end]) or 0,)) + value[end + 1 :])
        yield rewritten(request, Headers(pairs), request.body)


def _where(payload: Payload, body: bytes, place: Place) -> range:
    """Where in the body a value stands; empty where it stands elsewhere."""
    value = (raw_value(payload, place) if place.kind != "header" else None) or b""
    start = max(body.find(b'"' + value + b'"') + 1, 0) or body.find(value) if value else -1
    return range(start, start + len(value)) if start >= 0 else range(0)


def _with_other_claims(request: Request, token: bytes) -> Iterator[Request]:
    """The same of a body that is a token: one byte of what it says, under the signature that it had."""
    head, claims, signature = token.strip().split(b".")
    told = urlsafe_b64decode(claims + b"=" * (-len(claims) % 4))
    for place in _spread([place for place, byte in enumerate(told) if _other_byte(byte) is not None], MOST_TRIED):
        other = told[:place] + bytes((_other_byte(told[place]) or 0,)) + told[place + 1 :]
        if _is_json(other):
            packed = urlsafe_b64encode(other).rstrip(b"=")
            yield rewritten(request, request.headers, Body.of(b".".join((head, packed, signature))))


def _spread(places: list[int], most: int) -> list[int]:
    """From the end, where values stand rather than names; of many places some, evenly."""
    step = max(1, -(-len(places) // most))
    return places[::-1][::step]


def _other_byte(byte: int) -> int | None:
    """Another letter or digit of the same kind, so that what it stands in stays what it is."""
    for first, last in ((b"1"[0], b"9"[0]), (b"a"[0], b"z"[0]), (b"A"[0], b"Z"[0])):
        if first <= byte <= last:
            return first if byte == last else byte + 1
    return None


def _is_json(content: bytes) -> bool:
    with suppress(ValueError, RecursionError):
        json.loads(content)
        return True
    return False
