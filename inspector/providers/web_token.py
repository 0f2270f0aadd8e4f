"""JSON Web Tokens (RFC 7519) as signatures: what they have to say, and how they are checked and made."""

import hashlib
import json
import warnings
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Literal
from uuid import UUID

from inspector.providers.asymmetric import is_published, load_private, load_public
from inspector.providers.subject import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class HashClaim:
    """A claim that holds the SHA-256 of something."""

    name: str
    of: Literal["body", "url"] = "body"
    written: Literal["hex", "base64"] = "hex"
    unless_empty: bool = False
    """Whether the claim is left out of a request without a body."""
    optional: bool = False
    """Whether a token without it is good for any body, too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeededClaim:
    """A claim that has to hold one of some values."""

    names: tuple[str, ...]
    """The first of these that a token has counts."""
    values: tuple[str, ...] = ("*",)
    """What it may hold, with wildcards."""
    optional: bool = False
    """Whether a token without it is good, too."""

    def is_met(self, claims: Mapping[str, str]) -> bool:
        """Whether a token with these claims fulfils it."""
        told = next((claims[name] for name in self.names if name in claims), None)
        return self.optional if told is None else any(fnmatchcase(told, value) for value in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenClaims:
    """Which algorithms count (RFC 7518, section 3.1), and what a token has to hold."""

    algorithms: tuple[str, ...] = ("HS256",)
    hashes: tuple[HashClaim, ...] = ()
    issuers: tuple[str, ...] = ()
    """Who may have issued it; empty where anybody may."""
    needed: tuple[NeededClaim, ...] = ()
    """What it has to hold beside these."""
    told: tuple[str, ...] = ()
    """Claims that a verdict repeats, as only the receiver knows what they have to say: whom the token is for."""
    extra: tuple[tuple[str, str], ...] = ()
    """Claims that a token of ours gets beside these."""
    id: str = ""
    """Name of the claim by which one token is told from another."""


def is_genuine(token: bytes, key: bytes, wanted: TokenClaims) -> bool:
    """Whether a token was made with the key, or with its private half. Time and claims are not looked at.

    Its signature counts in its one form only: neither padding (RFC 7515, section 2) nor other bits behind its last
    byte (RFC 4648, section 3.5), which the library refuses too.
    """
    if b"=" in token:
        return False
    # The lazy border of PyJWT: saves its import for everybody who gets no token.
    import jwt

    library = jwt.PyJWS()
    public = [name for name in wanted.algorithms if not name.startswith("HS")]
    shared = [name for name in wanted.algorithms if name.startswith("HS")]
    if public and is_published(key):
        shared = []
    candidates = [(one, public) for one in (load_public(key) if public else ())]
    for candidate, algorithms in (*candidates, *([(key, shared)] if shared else ())):
        try:
            # Claims are looked at by us: a verdict depends on when a request arrived, not on when it is looked at.
            with _no_advice():
                library.decode(token, candidate, algorithms=algorithms)
        except (jwt.PyJWTError, ValueError, TypeError):
            continue
        return True
    return False


def unmet(claims: Mapping[str, str], wanted: TokenClaims, subject: Subject) -> list[str]:
    """Names of the claims that do not say what they have to of this request. Raises OSError when its body is gone."""
    found = [
        claim.name
        for claim in wanted.hashes
        if claims.get(claim.name) != hash_of(claim, subject) and not _left_out(claim, claims, subject)
    ]
    if wanted.issuers and claims.get("iss") not in wanted.issuers:
        found.append("iss")
    return found + [claim.names[0] for claim in wanted.needed if not claim.is_met(claims)]


def _left_out(claim: HashClaim, claims: Mapping[str, str], subject: Subject) -> bool:
    return claim.name not in claims and (claim.optional or (claim.unless_empty and not subject.body))


def hash_of(claim: HashClaim, subject: Subject) -> str:
    """What a claim has to hold for a request."""
    raw = subject.body if claim.of == "body" else subject.url.encode("utf-8", "replace")
    digest = hashlib.sha256(raw).digest()
    return digest.hex() if claim.written == "hex" else b64encode(digest).decode()


LASTS_S = 300
"""Seconds that a token of ours holds."""


def make_token(
    key: bytes, wanted: TokenClaims, subject: Subject, issued_at: int, old: Mapping[str, object] | None = None
) -> bytes:
    """A token for a request, signed by the first algorithm that fits the key.

    Of the claims of an old token all stay but for times and hashes; what we would say ourselves fills gaps. Raises
    ValueError for a key that cannot sign: a public one, or one of another kind.
    """
    claims: dict[str, object] = dict(wanted.extra)
    if wanted.issuers:
        claims["iss"] = wanted.issuers[0]
    if wanted.id:
        claims[wanted.id] = str(
            UUID(bytes=hashlib.sha256(b"%d %s" % (issued_at, subject.body)).digest()[:16], version=4)
        )
    claims |= {**(old or {}), "iat": issued_at, "nbf": issued_at, "exp": issued_at + LASTS_S}
    for claim in wanted.hashes:
        if subject.body or not claim.unless_empty:
            claims[claim.name] = hash_of(claim, subject)
        else:
            claims.pop(claim.name, None)
    return sign_claims(key, wanted.algorithms, claims)


def sign_claims(key: bytes, algorithms: tuple[str, ...], claims: Mapping[str, object]) -> bytes:
    """Any claims as a token. Raises ValueError for a key that cannot sign by one of the algorithms."""
    import jwt

    private = load_private(key)
    for algorithm in algorithms:
        signing_key = key if algorithm.startswith("HS") and private is None else private
        if signing_key is None:
            continue
        try:
            with _no_advice():
                # Claims are a sender's: the library would refuse some of them, as an `iss` that is no text.
                payload = json.dumps(dict(claims), separators=(",", ":")).encode()
                return jwt.PyJWS().encode(payload, signing_key, algorithm=algorithm).encode()
        except (jwt.PyJWTError, TypeError, ValueError):
            continue
    raise ValueError("this key cannot sign such a token")


@contextmanager
def _no_advice() -> Iterator[None]:
    """Without the library's warnings about short keys: providers choose them, not our users."""
    from jwt.warnings import InsecureKeyLengthWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", InsecureKeyLengthWarning)
        yield
