"""Valid here, fails in the app: names what an app did with a body before it checked it, from what it saw.

Nothing is guessed: what is named was made again and gave the app's very digest or bytes. A length alone is only a hint.
"""

import hashlib
import hmac
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from inspector.core.app_messages import AppAnswer
from inspector.core.request import Request
from inspector.providers.app_beside import ALL_ELSE, Beside
from inspector.providers.app_bodies import REWRITABLE, AppBody, app_bodies
from inspector.providers.app_fields import fields_apart
from inspector.providers.app_seen import SIZES, Seen
from inspector.providers.body_variants import Decode
from inspector.providers.frameworks import Framework

SECONDS = 5.0
"""How long ways are tried."""
LEFT = (
    "What is left: the secret that it uses, or how it reads and compares the signature (hex or base64, prefix, time, "
    "another header)."
)
"""What to look at where the body is not the difference."""


class Mac(NamedTuple):
    """An own computation of the app's digest, with words that follow "with"; the first of several is the right one."""

    words: str
    compute: Callable[[bytes], Sequence[bytes]]
    """Digests of a body, raw."""


def check_app(
    request: Request,
    seen: Seen,
    *,
    framework: Framework | None = None,
    macs: Sequence[Mac] = (),
    beside: Beside = ALL_ELSE,
    decode: Decode | None = None,
    seconds: float = SECONDS,
) -> AppAnswer:
    """Say what an app did with the body of a request, and what to do where that is not all that is signed.

    Raises OSError when the file of a large body is gone.
    """
    content = request.body.read()
    answer = _same(content, seen, macs, beside.advice or LEFT) or _other(
        request, content, seen, framework, macs, decode, seconds
    )
    if not beside.bytes_count and answer.status in ("found", "different"):
        return replace(answer, advice=beside.advice)
    return answer


def _other(
    request: Request,
    content: bytes,
    seen: Seen,
    framework: Framework | None,
    macs: Sequence[Mac],
    decode: Decode | None,
    seconds: float,
) -> AppAnswer:
    end = time.monotonic() + seconds
    tried, stopped, hints = 0, False, list[AppBody]()
    for body in _candidates(request, content, seen, decode, framework):
        if body.content == content:
            continue
        tried += 1
        how = _fits(body, seen, macs)
        if how is not None:
            return _named(body, how, content, seen, framework, tried)
        if seen.size is not None and seen.digest is None and seen.content is None and len(body.content) == seen.size:
            hints.append(body)
        if time.monotonic() > end:
            stopped = True
            break
    if hints:
        return _hint(hints[0], framework, tried)
    answer = _nothing(content, seen, tried, framework)
    more = " There was no time for more ways." if stopped else ""
    return replace(answer, advice=f"{answer.advice}{more}")


def _candidates(
    request: Request, content: bytes, seen: Seen, decode: Decode | None, framework: Framework | None
) -> Iterator[AppBody]:
    if seen.size is not None and 0 < seen.size < len(content) and content[seen.size :].strip():
        yield AppBody("cut", f"only the first {seen.size:,} bytes of the body", content[: seen.size])
    yield from app_bodies(request, content, decode, framework.kinds if framework else ())


def _same(content: bytes, seen: Seen, macs: Sequence[Mac], left: str) -> AppAnswer | None:
    if seen.content is not None:
        equal = seen.content == content
        if not equal and seen.pasted and seen.content == content.replace(b"\r\n", b"\n") and b"\r\n" in content:
            return AppAnswer(
                status="hint",
                title="The same text as the body that came, which has CRLF line breaks. A text field cannot keep them.",
                advice="Give the body as a file, or its SHA-256, to know whether your app sees them.",
            )
    elif seen.digest is not None:
        equal = _hashes_to(content, seen, seen.digest)
        if not equal and (mac := _mac_that_gives(content, seen, seen.digest, macs)) is not None:
            return _same_mac(mac, right=mac is macs[0])
    else:
        equal = False
        if seen.size == len(content):
            return AppAnswer(
                status="hint",
                title=f"{_bytes(len(content))}: as many as came. That says nothing about which bytes they are.",
                advice="Give the SHA-256 of the bytes that your app checks.",
            )
    if not equal:
        return None
    return AppAnswer(
        status="same",
        title=f"Your app sees the same {_bytes(len(content))} that came: the body is not the difference.",
        advice=left,
    )


def _same_mac(mac: Mac, *, right: bool) -> AppAnswer:
    if right:
        return AppAnswer(
            status="same",
            title="Your app computes the very digest that the sender made: body, secret and recipe are right.",
            advice="What is left is the comparison: hex or base64, upper or lower case, a prefix before the signature, "
            "bytes against text, another header, or the check of the time.",
        )
    return AppAnswer(
        status="found",
        title=f"Your app sees the same bytes, but computes the digest {mac.words}.",
        advice="The body is not the difference.",
    )


def _hashes_to(content: bytes, seen: Seen, digest: bytes) -> bool:
    """Whether what was seen is a plain hash of the bytes, made by any algorithm of its size."""
    name = "sha256" if seen.is_sha256 else SIZES.get(len(digest))
    return name is not None and hashlib.new(name, content, usedforsecurity=False).digest() == digest


def _mac_that_gives(content: bytes, seen: Seen, digest: bytes, macs: Sequence[Mac]) -> Mac | None:
    """Of the own computations the first that makes what was seen of the bytes."""
    if seen.is_sha256:
        return None
    return next((mac for mac in macs if any(hmac.compare_digest(raw, digest) for raw in mac.compute(content))), None)


def _fits(body: AppBody, seen: Seen, macs: Sequence[Mac]) -> str | None:
    """How the bytes fit what was seen: empty where they are simply these, else words; None where they do not."""
    if seen.content is not None:
        return "" if body.content == seen.content else None
    if seen.digest is None or (seen.size is not None and seen.size != len(body.content)):
        return None
    if _hashes_to(body.content, seen, seen.digest):
        return ""
    mac = _mac_that_gives(body.content, seen, seen.digest, macs)
    if mac is None:
        return None
    return "" if mac is macs[0] else f", and computes the digest {mac.words}"


def _doing(body: AppBody, framework: Framework | None) -> str:
    return ((framework.doing.get(body.kind) if framework else None) or body.words) + body.also


def _named(body: AppBody, how: str, content: bytes, seen: Seen, framework: Framework | None, tried: int) -> AppAnswer:
    doing = _doing(body, framework)
    what = "sees" if seen.content is not None else "hashes"
    size = f"{_bytes(len(body.content))}, where {len(content):,} came"
    if len(body.content) == len(content):
        size = f"{_bytes(len(content))}, as many as came, but others"
    joined = f"{what} {doing}" if _is_thing(body, framework) else f"{what} other bytes ({doing})"
    return AppAnswer(
        status="found",
        title=f"Your app {joined}{how}: {size}.",
        advice=_advice(framework, body.kind),
        difference=difference(content, body.content),
        tried=tried,
    )


def _is_thing(body: AppBody, framework: Framework | None) -> bool:
    """Whether the words name a thing; those of the changed bodies are a sentence."""
    named = framework is not None and body.kind in framework.doing
    return named or not body.words.startswith(("the body is", "the line", "a ", "all ", "bytes ", "the accents"))


def _hint(body: AppBody, framework: Framework | None, tried: int) -> AppAnswer:
    doing = _doing(body, framework)
    return AppAnswer(
        status="hint",
        title=f"{_bytes(len(body.content))} would fit {doing}. A length alone proves nothing.",
        advice="Give the SHA-256 of the bytes that your app checks to know.",
        tried=tried,
    )


def _nothing(content: bytes, seen: Seen, tried: int, framework: Framework | None) -> AppAnswer:
    ways = f"{tried:,} ways in which apps change a body were tried, and none gives this."
    if len(content) > REWRITABLE:
        ways += " Documents above 2 MB are not written anew for this."
    if seen.content is not None:
        fields = fields_apart(content, seen.content, framework)
        title = f"Your app sees other bytes: {_bytes(len(seen.content))}, where {len(content):,} came."
        return AppAnswer(
            status="different",
            title=title,
            advice=f"{ways} {_advice(framework, '')}".strip(),
            difference=" ".join(filter(None, (fields, difference(content, seen.content)))),
            tried=tried,
        )
    if seen.size is not None:
        title = f"Your app sees {_bytes(seen.size)}, where {len(content):,} came."
        if seen.size == len(content):
            title = f"Your app sees {_bytes(seen.size)}, as many as came, but others."
        return AppAnswer(
            status="different", title=title, advice=f"{ways} {_advice(framework, '')}".strip(), tried=tried
        )
    return AppAnswer(
        status="unknown",
        title="This digest fits no body and no secret that is known here.",
        advice=f"{ways} It may be of other bytes or made with another secret: the SHA-256 of the bytes alone, or the "
        "bytes in a file, would tell which.",
        tried=tried,
    )


def _advice(framework: Framework | None, kind: str) -> str:
    if framework is None:
        return "Check the signature over the bytes as they came, before anything reads or decodes them." if kind else ""
    code = framework.raw.rstrip(";")
    return f"Use {code} instead. {framework.place}" if kind else ""


def difference(came: bytes, seen: bytes) -> str:
    """Where two bodies begin to differ, with the bytes there, as a sentence."""
    at = first_difference(came, seen)
    if at == len(came) or at == len(seen):
        longer, name = (came, "came") if len(came) > len(seen) else (seen, "your app sees")
        rest = longer[at : at + 12]
        if not at:
            return ""
        return f"Equal up to byte {at:,}, where the shorter ends; what {name} goes on with {_shown(rest)[0]}."
    left, right = _shown(came[at : at + 12], seen[at : at + 12])
    return f"The first byte that differs is number {at + 1:,}: {left} came, your app sees {right}."


def first_difference(one: bytes, other: bytes) -> int:
    """How many bytes two texts have in common at their beginning."""
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while high - low > 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _shown(*parts: bytes) -> list[str]:
    """All as text, or all as hexadecimal, so that they can be compared."""
    if all(part.isascii() and part.decode().isprintable() for part in parts):
        return [f"“{part.decode()}”" for part in parts]
    return [part.hex(" ") for part in parts]


def _bytes(count: int) -> str:
    return "1 byte" if count == 1 else f"{count:,} bytes"
