"""The recipe of one capture in words, with its values, in parts, and as code."""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import datetime

from inspector.core.body import Body
from inspector.core.proof import Proof, SignedPart
from inspector.core.secret import Secret
from inspector.core.verdict import Verdict
from inspector.providers.ages import duration
from inspector.providers.digests import HASHES, KEYS, LABELS, Encoding, KeyForm, digest_of, encode
from inspector.providers.layout import Basic, Listed, Pairs, Single
from inspector.providers.line import one_line
from inspector.providers.message import Part
from inspector.providers.provider import Provider
from inspector.providers.reading import Reading, age_of
from inspector.providers.scheme import Scheme
from inspector.providers.snippets.plan import plan_of
from inspector.providers.snippets.registry import LANGUAGES
from inspector.providers.spans import span_of

SHOWN = 120
"""Characters of a part that are shown."""

ENCODINGS: dict[Encoding, str] = {
    "hex": "in hexadecimal",
    "base64": "in base64",
    "base64url": "in base64 for URLs",
    "plain": "as it is",
}
KEY_WORDS: dict[KeyForm, str] = {
    "utf-8": "the secret as key",
    "whsec": "the secret as key, decoded from base64 behind whsec_",
    "whsec or utf-8": "the secret as key, decoded from base64 if it begins with whsec_",
    "v1,whsec": "the secret as key, decoded from base64 behind v1,whsec_",
    "whpk": "the public key",
    "hex": "the secret as key, decoded from hexadecimal",
    "base64": "the secret as key, decoded from base64",
    "sha1": "the SHA-1 of the secret as key",
    "nfkd": "the secret in Unicode's form NFKD as key",
    "html": "the secret as key, its HTML entities decoded",
    "public": "the public key",
}

COMPUTED_WORDS = {
    "method": "the method",
    "url": "the URL",
    "target": "path and query",
    "sha256(body)": "the SHA-256 of the body in hexadecimal",
    "crc32(body)": "the CRC-32 of the body",
}


def prove(
    provider: Provider, reading: Reading, verdict: Verdict, secret: Secret | None, body: Body, content: bytes | None
) -> Proof:
    """What the Signature page shows of a reading; `content` is the body as it is read, decoded.

    Raises OSError when the file of a large body is gone.
    """
    scheme = reading.scheme
    matched = secret if secret is not None and secret.name == verdict.secret else None
    form = matching_form(reading, matched, body)
    signs = scheme.algorithm not in ("token", "jwt")
    parts = _parts(reading, body, content, is_given=verdict.matches is not None) if signs else ()
    size, digest = _message(reading, body) if signs and not reading.missing else (0, "")
    plan = plan_of(reading, provider.name, form, matched)
    return Proof(
        words=words_of(scheme, form),
        formula=_formula(reading, parts, matched),
        parts=parts,
        size=size,
        sha256=digest,
        secret=verdict.secret or "",
        age=_age(provider, reading, reading.subject.request.received_at),
        sources=provider.sources,
        doubts=provider.doubts,
        snippets=() if isinstance(plan, str) else tuple((one.id, one.write(plan)) for one in LANGUAGES),
        no_snippet=plan if isinstance(plan, str) else "",
    )


def matching_form(reading: Reading, secret: Secret | None, body: Body) -> KeyForm | None:
    """The way in which the secret became the key that matched; None where that is not known."""
    scheme = reading.scheme
    if secret is None or scheme.algorithm not in HASHES or reading.missing or scheme.setting:
        return None
    before, after = scheme.message.compose(reading.values)
    if len(scheme.keys) == 1:
        return scheme.keys[0]
    signed: bytes | Body = body if scheme.message.takes_body else b""
    for form in scheme.keys:
        key = KEYS[form](secret.value)
        if key is None:
            continue
        digest = encode(digest_of(scheme.algorithm, key, before, signed, after), scheme.encoding)
        if digest.decode("latin-1") in reading.found.signatures:
            return form
    return None


def words_of(scheme: Scheme, form: KeyForm | None = None) -> str:
    """The recipe as a sentence."""
    where = scheme.place.name if scheme.place.kind == "header" else f"“{scheme.place.name}” of the payload"
    if scheme.algorithm == "token":
        how = " as name and password (Basic)" if isinstance(scheme.layout, Basic) else ""
        return f"{where} is the secret itself{how}; nothing is computed."
    if scheme.claims is not None or scheme.algorithm == "jwt":
        bound = " that holds a hash of the body" if scheme.covers_body else ""
        return f"{where} is a signed JSON Web Token{bound}."
    parts = [one for part in scheme.message.parts if (one := _name(part, scheme))]
    joined = parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]
    key = f", with {KEY_WORDS[form or scheme.keys[0]]}"
    label = LABELS[scheme.algorithm]
    if scheme.algorithm.startswith("sha"):
        label, _, _ = label.partition(" of ")
        order = ("secret", "message") if scheme.algorithm.endswith("before") else ("message", "secret")
        key = f"; {order[0]} first, then {order[1]}"
    return f"{label} of {joined}{key}; written {ENCODINGS[scheme.encoding]}{_behind(scheme)} in {where}."


def _behind(scheme: Scheme) -> str:
    match scheme.layout:
        case Single(prefix=prefix) | Listed(prefix=prefix) if prefix:
            return f" behind “{prefix}”"
        case Pairs(name=name):
            return f" behind “{name}=”"
    return ""


def _name(part: Part, scheme: Scheme) -> str:
    if part.literal:
        return f"“{one_line(part.literal.decode('latin-1'), 40)}”"
    if part.is_body:
        return "the body"
    return _what(part, scheme)


def _what(part: Part, scheme: Scheme) -> str:
    if part.literal:
        return ""
    time = "the time in " if scheme.timestamp is not None and part.name == scheme.timestamp.part else ""
    if part.name == scheme.setting:
        return part.name.replace("_", " ")
    if part.place is not None:
        return f"{time}{part.place.name}"
    if part.compute is not None:
        return COMPUTED_WORDS.get(part.name, part.name)
    return f"{time}{part.name} of {scheme.place.name}"


def _parts(reading: Reading, body: Body, content: bytes | None, *, is_given: bool) -> tuple[SignedPart, ...]:
    """`is_given`: what the scheme takes beside its key is known too."""
    scheme, found = reading.scheme, list[SignedPart]()
    for part in scheme.message.parts:
        if part.is_body:
            found.append(SignedPart(text="", what="body", size=body.size, place="body"))
            continue
        if part.name == scheme.setting:
            what = f"{_what(part, scheme)}, which is given as a secret"
            text = f"{_what(part, scheme)}: {'given' if is_given else 'not given'}"
            found.append(SignedPart(text=text, what=what, size=0))
            continue
        raw = part.literal or reading.values.get(part.name, b"")
        place, span = "", None
        if part.place is not None:
            place = str(part.place)
            span = span_of(content, part.place) if content is not None else None
        elif not part.literal and part.compute is None:
            place = str(scheme.place)
        text = one_line(raw.decode("utf-8", "replace"), SHOWN)
        found.append(SignedPart(text=text, what=_what(part, scheme), size=len(raw), place=place, span=span))
    return tuple(found)


def _message(reading: Reading, body: Body) -> tuple[int, str]:
    scheme = reading.scheme
    if scheme.setting:
        return 0, ""
    running, size = hashlib.sha256(), 0
    for piece in signed_bytes(reading, body):
        running.update(piece)
        size += len(piece)
    return size, running.hexdigest()


def signed_bytes(reading: Reading, body: Body) -> Iterator[bytes]:
    """What is signed, in pieces, as the body may be large. Raises OSError when the file of a large body is gone."""
    message = reading.scheme.message
    before, after = message.compose(reading.values)
    yield before
    if message.takes_body:
        yield from body.chunks()
    yield after


def _formula(reading: Reading, parts: Sequence[SignedPart], secret: Secret | None) -> str:
    """`hex(HMAC-SHA256(secret “staging”, "1700000000" + "." + body of 7,398 bytes))`."""
    scheme = reading.scheme
    if not parts:
        return ""
    written = " + ".join(f'"{part.text}"' if part.place != "body" else f"body of {part.size:,} bytes" for part in parts)
    name = "public key" if scheme.is_asymmetric else "secret"
    key = name if secret is None else f"{name} “{secret.name}”"
    label = LABELS[scheme.algorithm].partition(" of ")[0]
    inside = f"{key}, {written}"
    if scheme.algorithm.startswith("sha"):
        inside = f"{key} + {written}" if scheme.algorithm.endswith("before") else f"{written} + {key}"
    return f"{scheme.encoding}({label}({inside}))"


def _age(provider: Provider, reading: Reading, received_at: datetime) -> str:
    age = age_of(reading, received_at)
    if age.signed_at is None:
        return ""
    tolerance = reading.scheme.timestamp.tolerance_s if reading.scheme.timestamp is not None else None
    way = "before" if age.seconds >= 0 else "after"
    allowed = f"; {provider.name} allows {duration(tolerance)}" if tolerance is not None else ""
    return f"{age.signed_at:%Y-%m-%d %H:%M:%S} UTC, {duration(age.seconds)} {way} it arrived{allowed}."
