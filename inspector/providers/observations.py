"""What can be read off a request or a secret without computing: named only when nothing that was computed matched."""

import json
from collections.abc import Sequence
from hmac import compare_digest

from inspector.core.secret import Secret
from inspector.core.verdict import Cause
from inspector.providers.checking import check
from inspector.providers.digests import SIZES, Encoding
from inspector.providers.layout import Basic, shown
from inspector.providers.lossless import parse
from inspector.providers.payload import JSON_STARTS, Payload
from inspector.providers.place import place
from inspector.providers.provider import Provider
from inspector.providers.reading import Reading, read
from inspector.providers.scheme import STEPS, Scheme, Unit, read_time, step_of
from inspector.providers.secret_forms import wrong_kind

_LIVE, _ADYEN_LIVE = place("json:livemode"), place("json:live")
_BODY_HASH = place("query:bodySHA256")
PARSEABLE = 1024 * 1024


def observations(
    provider: Provider, payload: Payload, readings: Sequence[Reading], secrets: Sequence[Secret]
) -> tuple[tuple[Cause, ...], list[str]]:
    """The causes that can be seen, each with a sentence."""
    found: list[tuple[Cause, str]] = []
    if sentence := _truncated(payload):
        found.append(("body-truncated", sentence))
    if (readings and (sentence := _malformed(readings))) or (
        readings and (sentence := _another(provider, payload, readings[0], secrets))
    ):
        found.append(("header-malformed", sentence))
    password = _basic(readings[0], secrets) if readings else None
    if password:
        found.append(("secret-kind" if password.startswith("“") else "unexplained", password))
    kinds = [kind for secret in secrets if (kind := wrong_kind(provider, secret))]
    if kinds and len(kinds) == len(secrets):
        found.append(("secret-kind", " ".join(kinds)))
    if sentence := _other_hash(provider, payload):
        found.append(("unexplained", sentence))
    if sentence := _other_mode(payload, secrets):
        found.append(("unexplained", sentence))
    causes = tuple(dict.fromkeys(cause for cause, _ in found if cause != "unexplained"))
    return causes, [sentence for _, sentence in found]


def _basic(reading: Reading, secrets: Sequence[Secret]) -> str | None:
    """Which half of name and password of a Basic authentication is right."""
    if not isinstance(reading.scheme.layout, Basic) or not reading.found.signatures:
        return None
    user, _, password = reading.found.signatures[0].encode("latin-1", "replace").partition(b":")
    for secret in secrets:
        if password and compare_digest(secret.value.strip(), password):
            return f"“{secret.name}” is the password alone; the secret has to be NAME:PASSWORD, as it is sent."
    for secret in secrets:
        name, colon, known = secret.value.partition(b":")
        if colon and compare_digest(name, user):
            return f"The name is that of “{secret.name}”, the password is another."
        if colon and compare_digest(known, password):
            return f"The password is that of “{secret.name}”, the name is another."
    return None


def _other_hash(provider: Provider, payload: Payload) -> str | None:
    """A hash of the body in the address, which is that of another body."""
    told = payload.text(_BODY_HASH) if provider.id == "twilio" else ""
    if not told or compare_digest(told.lower().encode(), payload.request.body.sha256.encode()):
        return None
    return "The address tells another SHA-256 of the body (bodySHA256) than it has: one of them was changed on its way."


def _other_mode(payload: Payload, secrets: Sequence[Secret]) -> str | None:
    """A test event with a secret that is called after the live mode, or the reverse."""
    text = payload.text(_LIVE) or payload.text(_ADYEN_LIVE)
    if text not in ("true", "false"):
        return None
    now, other = ("live", "test") if text == "true" else ("test", "live")
    named = [secret.name for secret in secrets if other in secret.name.lower() and now not in secret.name.lower()]
    if not named or len(named) < len(secrets):
        return None
    return (
        f"The event is of {now} mode, but the secret is called “{named[0]}”: the two modes have secrets of their own."
    )


def _truncated(payload: Payload) -> str | None:
    request = payload.request
    size = request.body.size
    announced = request.headers.get("content-length") or ""
    if not request.complete:
        of = f" of {announced} announced" if announced.isascii() and announced.isdigit() and len(announced) < 16 else ""
        return f"The body is incomplete: {size} bytes{of} arrived."
    content = request.body.content
    if not content or len(content) > PARSEABLE or content.lstrip()[:1] not in JSON_STARTS:
        return None
    try:
        parse(content)
    except json.JSONDecodeError as error:
        rest = error.doc[error.pos :].rstrip()
        word_cut = any(word.startswith(rest) for word in ("true", "false", "null", "-"))
        if (
            word_cut
            or error.msg.startswith("Unterminated string")
            or (error.msg.startswith("Invalid") and len(rest) < 6)
        ):
            return f"The body ends in the middle of its JSON, after {size} bytes."
    except ValueError:
        return None
    return None


def _malformed(readings: Sequence[Reading]) -> str | None:
    """What is wrong with the form of the first, unless its signature has the form of another scheme's."""
    reading = readings[0]
    scheme = reading.scheme
    name = scheme.place.name
    if reading.missing:
        missing = " and ".join(
            part.name if part.place else f"“{part.name}=” in {name}"
            for part in scheme.message.values
            if part.name in reading.missing
        )
        return f"{missing} is missing; it is part of what is signed."
    if not reading.found.signatures:
        return f"{name} does not have the form that is expected: it holds no signature {expected_form(scheme)}."
    if scheme.timestamp is not None and reading.time and not _is_time(reading.time, scheme.timestamp.unit):
        return f"The time in {scheme.timestamp.part} cannot be read."
    length = text_length(scheme)
    lengths = {text_length(one.scheme) for one in readings if one.value == reading.value}
    if length and 0 not in lengths and lengths.isdisjoint(map(len, reading.found.signatures)):
        got = len(reading.found.signatures[0])
        return f"The signature in {name} has {got} characters; one {expected_form(scheme)} has {length}."
    return None


def _is_time(raw: bytes, unit: Unit) -> bool:
    """Whether it is one at all: a number of milliseconds where seconds belong can be read, and proves nothing."""
    return (unit in STEPS and step_of(raw) is not None) or read_time(raw, unit) is not None


def _another(provider: Provider, payload: Payload, decided: Reading, secrets: Sequence[Secret]) -> str | None:
    """Whether a signature that does not decide matches: then the one that decides was changed, not the body."""
    content = payload.request.body.content
    if provider.decides != "first" or content is None:
        return None
    for scheme in provider.schemes:
        reading = None if scheme is decided.scheme else read(scheme, payload)
        if reading and (secret := check(reading, secrets, content).secret):
            return (
                f"{scheme.place.name} matches with “{secret.name}”, so the body is as it was signed: "
                f"{decided.scheme.place.name} was changed, or made with another secret."
            )
    return None


def expected_form(scheme: Scheme) -> str:
    """How the signature of a scheme is written, in words."""
    encodings: dict[Encoding, str] = {
        "hex": "in hexadecimal",
        "base64": "in base64",
        "base64url": "in base64 for URLs",
        "plain": "as it is",
    }
    sample = shown(scheme.layout, "…")
    return f"like “{sample}” {encodings[scheme.encoding]}" if sample != "…" else encodings[scheme.encoding]


def text_length(scheme: Scheme) -> int:
    """How many characters a signature of a scheme has; 0 where that is open."""
    size = SIZES.get(scheme.algorithm, 0)
    if scheme.encoding == "base64url":
        return (size * 4 + 2) // 3
    return size * 2 if scheme.encoding == "hex" else (size + 2) // 3 * 4
