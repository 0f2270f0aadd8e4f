"""The search for the cause of a failure: one change of secret, body, message or digest at a time, then two."""

import hmac
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from inspector.core.body import Body
from inspector.core.secret import Secret
from inspector.core.verdict import Cause
from inspector.providers.asymmetric import verify
from inspector.providers.body_variants import Bodies, BodyVariant
from inspector.providers.digests import ASYMMETRIC, HASHES, HMACS, LABELS, SIZES, Algorithm, digest_of
from inspector.providers.lenient import Signature
from inspector.providers.message_variants import MessageVariant
from inspector.providers.scheme import Scheme
from inspector.providers.secret_variants import KeyVariant


class Try(NamedTuple):
    """One computation: a key, a body (None: as it came), a message and a digest."""

    key: KeyVariant
    body: BodyVariant | None
    message: MessageVariant
    algorithm: Algorithm


class Explained(NamedTuple):
    """What matched: the secret, and all that had to be changed, with words."""

    secret: Secret
    causes: tuple[Cause, ...]
    key_words: tuple[str, ...]
    words: tuple[str, ...]
    value: bytes = b""
    """What would have to be kept as the secret; empty where no secret mends it."""


@dataclass(slots=True)
class Budget:
    """How much may still be tried: until a moment of the monotonic clock, and how many computations."""

    until: float
    left: int
    tried: int = 0
    is_spent: bool = False
    """Whether the search ended before everything was tried."""

    def goes_on(self) -> bool:
        """Whether something is left."""
        self.is_spent = self.is_spent or self.left <= 0 or time.monotonic() >= self.until
        return not self.is_spent

    def spend(self) -> bool:
        """Take one computation; False when nothing is left."""
        if not self.goes_on():
            return False
        self.left -= 1
        self.tried += 1
        return True


class Axes(NamedTuple):
    """What can be changed of one signature; each first what came, then the changes."""

    scheme: Scheme
    body: bytes | Body
    plain_keys: Sequence[KeyVariant]
    keys: Sequence[KeyVariant]
    bodies: Bodies | None
    """None where the body is too large to be changed."""
    plain_message: MessageVariant
    messages: Sequence[MessageVariant]
    strict: Sequence[Signature]
    lenient: Sequence[Signature]


def search(axes: Axes, budget: Budget) -> Explained | None:
    """The first change that makes a signature match, or None. Raises OSError when the file of a large body is gone."""
    return search_singles(axes, budget) or search_pairs(axes, budget)


def search_singles(axes: Axes, budget: Budget) -> Explained | None:
    """One change at a time. Raises OSError when the file of a large body is gone."""
    remembered: list[tuple[Try, bytes]] = []
    for attempt in _base(axes):
        if found := _attempt(axes, attempt, [*axes.strict, *axes.lenient], budget, None):
            return found
    for attempt in _singles(axes):
        if found := _attempt(axes, attempt, axes.strict, budget, remembered):
            return found
        if budget.is_spent:
            return None
    for attempt, digest in remembered:
        if axes.lenient and (signature := _matching(digest, axes.lenient)):
            return _explained(attempt, signature, axes.scheme)
    return None


def search_pairs(axes: Axes, budget: Budget) -> Explained | None:
    """Two changes at a time: of the secret, secret and digest, secret and message, message and digest, then with the
    body. Raises OSError when the file of a large body is gone.
    """
    for attempt in _pairs(axes):
        if found := _attempt(axes, attempt, axes.strict, budget, None):
            return found
        if budget.is_spent:
            return None
    return None


def count(axes: Axes) -> int | None:
    """How many computations there are in all; None where the variants of the body were not all made yet."""
    once = sum(len(key.causes) == 1 for key in axes.keys)
    twice = len(axes.keys) - once
    plain, messages, others = len(axes.plain_keys), len(axes.messages), len(_algorithms(axes))
    number = plain + once + plain * (others + messages)
    number += twice + once * (others + messages) + plain * messages * others
    if axes.bodies is None:
        return number
    bodies, written = axes.bodies.count()
    if bodies is None:
        return None
    if axes.scheme.algorithm in ASYMMETRIC:
        return number + plain * bodies
    return number + plain * (bodies + written) + bodies * (once + plain * (others + messages))


def _base(axes: Axes) -> Iterator[Try]:
    for key in axes.plain_keys:
        yield Try(key, None, axes.plain_message, axes.scheme.algorithm)


def _singles(axes: Axes) -> Iterator[Try]:
    algorithm, message = axes.scheme.algorithm, axes.plain_message
    likely = [] if axes.bodies is None else list(axes.bodies.likely)
    for body, key in product(likely, axes.plain_keys):
        yield Try(key, body, message, algorithm)
    for key in axes.keys:
        if len(key.causes) == 1:
            yield Try(key, None, message, algorithm)
    for key, other in product(axes.plain_keys, _algorithms(axes)):
        yield Try(key, None, message, other)
    for key, changed in product(axes.plain_keys, axes.messages):
        yield Try(key, None, changed, algorithm)
    for place, body in enumerate(axes.bodies or ()):
        if place >= len(likely):
            for key in axes.plain_keys:
                yield Try(key, body, message, algorithm)


def _pairs(axes: Axes) -> Iterator[Try]:
    algorithm, message = axes.scheme.algorithm, axes.plain_message
    others = _algorithms(axes)
    once = [key for key in axes.keys if len(key.causes) == 1]
    for key in axes.keys:
        if len(key.causes) == 2:
            yield Try(key, None, message, algorithm)
    for key, other in product(once, others):
        yield Try(key, None, message, other)
    for key, changed in product(once, axes.messages):
        yield Try(key, None, changed, algorithm)
    for key, changed, other in product(axes.plain_keys, axes.messages, others):
        yield Try(key, None, changed, other)
    # Of two changes none is one of the body where each try takes a public key: that is slow.
    if axes.bodies is not None and axes.scheme.algorithm not in ASYMMETRIC:
        yield from _pairs_with_body(axes, axes.bodies, once, others)


def _pairs_with_body(
    axes: Axes, bodies: Bodies, once: Sequence[KeyVariant], others: Sequence[Algorithm]
) -> Iterator[Try]:
    algorithm, message = axes.scheme.algorithm, axes.plain_message
    for body in bodies.pairs():
        for key in axes.plain_keys:
            yield Try(key, body, message, algorithm)
    for body in bodies:
        for key in once:
            yield Try(key, body, message, algorithm)
        for key, other in product(axes.plain_keys, others):
            yield Try(key, body, message, other)
        for key, changed in product(axes.plain_keys, axes.messages):
            yield Try(key, body, changed, algorithm)


def _algorithms(axes: Axes) -> list[Algorithm]:
    """Other digests of the size of one of the signatures."""
    if axes.scheme.algorithm not in HMACS:
        return []
    sizes = {len(signature.raw) for signature in (*axes.strict, *axes.lenient)}
    return [name for name in HMACS if name != axes.scheme.algorithm and SIZES[name] in sizes]


def _attempt(
    axes: Axes,
    attempt: Try,
    signatures: Sequence[Signature],
    budget: Budget,
    remembered: list[tuple[Try, bytes]] | None,
) -> Explained | None:
    if not budget.spend():
        return None
    body = axes.body if attempt.body is None else attempt.body.content
    before, after = attempt.message.before, attempt.message.after
    if attempt.algorithm in ASYMMETRIC:
        whole = before + (body if isinstance(body, bytes) else body.read()) + after
        for signature in signatures:
            if verify(attempt.algorithm, attempt.key.key, whole, signature.raw):
                return _explained(attempt, signature, axes.scheme)
        return None
    digest = attempt.key.key
    if attempt.algorithm in HASHES:
        digest = digest_of(attempt.algorithm, attempt.key.key, before, body, after)
    if attempt.algorithm != axes.scheme.algorithm:
        signatures = [*axes.strict, *axes.lenient]
    if found := _matching(digest, signatures):
        return _explained(attempt, found, axes.scheme)
    if remembered is not None:
        remembered.append((attempt, digest))
    return None


def _matching(digest: bytes, signatures: Iterable[Signature]) -> Signature | None:
    for signature in signatures:
        if hmac.compare_digest(digest, signature.raw):
            return signature
    return None


def _explained(attempt: Try, signature: Signature, scheme: Scheme) -> Explained:
    causes: list[Cause] = list(attempt.key.causes)
    words: list[str] = []
    if attempt.body is not None:
        causes += attempt.body.causes
        words += attempt.body.words
    causes += attempt.message.causes
    words += attempt.message.words
    if attempt.algorithm != scheme.algorithm:
        # A header that names another digest has another form than the scheme's, which is no second cause.
        causes.append("algorithm-mismatch")
        words.append(f"the digest is {LABELS[attempt.algorithm]} instead of {LABELS[scheme.algorithm]}")
    else:
        causes += signature.causes
        words += signature.words
    found = tuple(dict.fromkeys(causes))
    return Explained(attempt.key.secret, found, attempt.key.words, tuple(words), attempt.key.value)
