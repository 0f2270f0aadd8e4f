"""The proof behind a verdict, at length, for the Signature page. Computed on demand and never stored."""

from collections.abc import Mapping, Sequence

from inspector.core.body import Body
from inspector.core.messages import Explanation
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Judgement, Verdict
from inspector.providers.basis import Basis
from inspector.providers.body_variants import Decode
from inspector.providers.checking import check
from inspector.providers.diagnosis import readable_content
from inspector.providers.digests import KEYS, KeyForm, digest_of, encode
from inspector.providers.key_choice import key_address
from inspector.providers.layout import Found, shown
from inspector.providers.line import one_line
from inspector.providers.payload import Payload
from inspector.providers.proof import prove
from inspector.providers.provider import Provider
from inspector.providers.reading import Reading, readings_of
from inspector.providers.registry import find
from inspector.providers.scheme import Scheme
from inspector.providers.wording import formula, names_of

SHOWN = 400
"""Characters of a signature's header that are shown."""

KEY_WORDS: Mapping[KeyForm, str] = {
    "utf-8": "secret",
    "whsec": "base64 decoded behind whsec_",
    "whsec or utf-8": "secret, base64 decoded if whsec_",
    "v1,whsec": "base64 decoded behind v1,whsec_",
    "whpk": "public key",
    "hex": "secret, hex decoded",
    "base64": "secret, base64 decoded",
    "sha1": "SHA-1 of the secret",
    "nfkd": "secret in NFKD",
    "html": "secret, HTML entities decoded",
    "public": "public key",
}
"""How a secret becomes a key, in words."""

MOST_NAMED = 20
"""Signatures of one request that are looked at one by one."""
MASK = "••••••••"


def explain(request: Request, judgement: Judgement, basis: Basis, *, decode: Decode | None = None) -> Explanation:
    """What stands on the request, what a secret gives for the same bytes, and how that is computed.

    The secret is the one that matched, else the first. `decode` undoes content encodings, where a signature stands in
    the body. Raises OSError when the file of a large body is gone.
    """
    provider = find(judgement.provider or "", basis.custom)
    if provider is None:
        return Explanation(received="", expected="", signed="", scheme="", tried=judgement.verdict.explanation)
    content = readable_content(request, decode)
    payload = Payload(request, content)
    reading = reading_of(provider, payload, judgement.verdict, basis.public_url)
    if reading is None:
        formula_of = recipe(provider.schemes[0]) if provider.schemes else ""
        return Explanation(received="", expected="", signed="", scheme=formula_of, tried=judgement.verdict.explanation)
    own = basis.secrets.get(provider.id, ())
    secret = _chosen(own, judgement.verdict)
    if reading.field and secret is not None:
        every = readings_of(provider, payload, basis.public_url)
        reading = next((one for one in every if check(one, [secret], request.body).secret), reading)
    return Explanation(
        received=_received(reading),
        expected=_expected(reading, secret, request),
        signed=_signed(reading, request.body),
        scheme=recipe(reading.scheme),
        tried=_tried(provider, own, judgement.verdict) + _which(reading, secret, judgement.verdict, request),
        key_address=key_address(provider, reading, own) if judgement.verdict.status == "no-secret" else "",
        proof=prove(provider, reading, judgement.verdict, secret, request.body, content),
    )


def recipe(scheme: Scheme) -> str:
    """The recipe as a formula: `v1 = hex(HMAC-SHA256(secret, "{t}.{body}")) in Stripe-Signature`."""
    if scheme.algorithm in ("token", "jwt"):
        return formula(scheme)
    key = " or ".join(KEY_WORDS[form] for form in scheme.keys)
    inner = f'{formula(scheme).partition(" of ")[0]}({key}, "{scheme.message.template}")'
    return f"{scheme.place.name}: {shown(scheme.layout, f'{scheme.encoding}({inner})')}"


def reading_of(provider: Provider, payload: Payload, verdict: Verdict, public_url: str = "") -> Reading | None:
    """The signature that a verdict is about; None where the request carries none."""
    readings = readings_of(provider, payload, public_url)
    same = [reading for reading in readings if reading.scheme.id == verdict.scheme] or readings[:1]
    by_url = (reading for reading in same if reading.url is not None and reading.url.text == verdict.url)
    return next(by_url, same[0] if same else None)


def _chosen(own: Sequence[Secret], verdict: Verdict) -> Secret | None:
    return next((secret for secret in own if secret.name == verdict.secret), own[0] if own else None)


def _received(reading: Reading) -> str:
    text = reading.value.decode("latin-1")
    if reading.scheme.algorithm == "token":
        return f"{text[:3]}{MASK}" if len(text) > 12 else MASK
    return one_line(text, SHOWN)


def _expected(reading: Reading, secret: Secret | None, request: Request) -> str:
    scheme = reading.scheme
    if secret is None or reading.missing or scheme.is_asymmetric or scheme.setting:
        return ""
    if scheme.algorithm == "token":
        return secret.masked
    if scheme.claims is not None:
        return ""
    keys = [key for form in scheme.keys if (key := KEYS[form](secret.value))]
    before, after = scheme.message.compose(reading.values)
    body = request.body.at_hand if scheme.message.takes_body else b""
    texts = {name: value.decode("latin-1") for name, value in reading.values.items()}
    written = [encode(digest_of(scheme.algorithm, key, before, body, after), scheme.encoding).decode() for key in keys]
    received = [text for text in written if text in reading.found.signatures]
    return scheme.layout.write(received[:1] or written[:1], texts) if written else ""


def _signed(reading: Reading, body: Body) -> str:
    if reading.scheme.algorithm == "token":
        return "Nothing is signed: the token does not depend on the body."
    before = "".join(f"{name} “{one_line(value.decode('latin-1'), 80)}”, " for name, value in reading.values.items())
    if not reading.covers_body:
        return f"{before.removesuffix(', ')}; the body is not signed"
    return f"{before}the body as it came, {body.size:,} bytes · SHA-256 {body.sha256}"


def _tried(provider: Provider, own: Sequence[Secret], verdict: Verdict) -> str:
    if not own:
        return f"There is no secret of {provider.name}."
    times = "computation" if verdict.tried == 1 else "computations"
    return f"{verdict.tried:,} {times} with {names_of(own)}."


def _which(reading: Reading, secret: Secret | None, verdict: Verdict, request: Request) -> str:
    """Of several signatures on one request, as senders write them while a secret is being changed: which matches."""
    signatures, scheme = reading.found.signatures, reading.scheme
    if len(signatures) < 2 or scheme.every or not verdict.matches or secret is None or scheme.setting:
        return ""
    body = request.body.at_hand
    for place, signature in enumerate(signatures[:MOST_NAMED], 1):
        alone = reading._replace(found=Found((signature,), reading.found.fields))
        if check(alone, (secret,), body).secret is not None:
            fails = "; apps that look at the first alone refuse it" if place > 1 else ""
            return f" Of {len(signatures)} signatures number {place} matches{fails}."
    return ""
