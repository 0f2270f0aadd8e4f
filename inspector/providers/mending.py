"""From a proved cause to what mends it: another secret to keep, the public URL to set, or where to look."""

import time
from collections.abc import Sequence

from inspector.core.mend import Mend, MendKind
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.core.verdict import Cause, Judgement
from inspector.providers.assumed_url import signs_url
from inspector.providers.basis import Basis
from inspector.providers.body_variants import Decode
from inspector.providers.causes import Case, search_causes
from inspector.providers.diagnosis import readable_content
from inspector.providers.known_tests import KNOWN_TESTS
from inspector.providers.payload import Payload
from inspector.providers.provider import Provider
from inspector.providers.registry import find
from inspector.providers.search import Budget, Explained

SECONDS = 0.5
"""For finding a cause once more; it was found before in less."""
VARIANTS = 20_000
OF_SECRET: frozenset[Cause] = frozenset(("secret-whitespace", "secret-encoding", "other-provider-secret"))
LOOKS: tuple[tuple[MendKind, frozenset[Cause]], ...] = (
    ("headers", frozenset(("header-malformed", "algorithm-mismatch", "message-layout", "timestamp-unit"))),
    (
        "bytes",
        frozenset(
            (
                "body-reserialised",
                "body-trailing-newline",
                "body-line-endings",
                "body-charset",
                "body-decoded",
                "body-truncated",
            )
        ),
    ),
)
"""Causes that nothing in this program can mend, and where they can be seen."""


def mend_of(
    request: Request, judgement: Judgement, basis: Basis, *, sent_from_here: bool = False, decode: Decode | None = None
) -> Mend | None:
    """What to offer for a verdict, or None. `sent_from_here`: it is a resend or a sample, which can be signed again.

    Raises OSError when the file of a large body is gone.
    """
    verdict = judgement.verdict
    if verdict.status != "invalid" or not verdict.final:
        return None
    causes = frozenset(verdict.causes)
    if causes & OF_SECRET and (secret := mended_secret(request, judgement, basis, decode=decode)):
        return secret[0]
    if "url-differs" in causes and (base := public_url(request, verdict.url or "")):
        return Mend(kind="public-url", url=base)
    if sent_from_here and (verdict.matches or causes <= {"unexplained"}):
        return Mend(kind="sign-again")
    if causes == {"unexplained"} and signs_url(find(judgement.provider or "", basis.custom), verdict):
        return Mend(kind="enter-url")
    return next((Mend(kind=kind) for kind, seen in LOOKS if causes & seen), None)


def mended_secret(
    request: Request, judgement: Judgement, basis: Basis, *, decode: Decode | None = None
) -> tuple[Mend, Secret] | None:
    """The secret that would match, and what to call the change; None where no secret mends the failure.

    Raises OSError when the file of a large body is gone.
    """
    provider = find(judgement.provider or "", basis.custom)
    if provider is None:
        return None
    payload = Payload(request, readable_content(request, decode))
    case = Case(provider=provider, payload=payload, basis=basis, decode=decode)
    searched = search_causes(case, Budget(until=time.monotonic() + SECONDS, left=VARIANTS))
    if searched.found is None or not searched.found.explained.value:
        return None
    change = searched.found.explained
    known = KNOWN_TESTS.get(provider.id)
    if known is not None and change.secret is known.secret:
        return None
    return _kept(provider, change, case.own)


def _kept(provider: Provider, change: Explained, own: Sequence[Secret]) -> tuple[Mend, Secret]:
    names = {one.name for one in own}
    replaces = change.secret.provider == provider.id
    name = change.secret.name if replaces else free(change.secret.name, names)
    words = ", ".join(change.key_words)
    mend = Mend(kind="secret", words=words, provider=provider.id, secret=name, replaces=replaces)
    return mend, Secret(provider=provider.id, name=name, value=change.value)


def free(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where it is taken."""
    if name not in taken:
        return name
    return next(one for number in range(2, len(taken) + 3) if (one := f"{name}-{number}") not in taken)


def public_url(request: Request, signed: str) -> str:
    """The public URL under which a request's target gives the URL that was signed; empty where none does."""
    base = signed.removesuffix(request.target) if request.target.startswith("/") else ""
    return base if base != signed and base.partition("://")[2] else ""
