"""Finds the scheme of a sender that nobody knows, with a secret that is known: every usual layout is computed.

A way is named only when its digest stands on the request. Digests of this size do not agree by chance.
"""

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import NamedTuple

from inspector.core.custom_wishes import FoundScheme, SchemesFound
from inspector.core.recipe import Recipe, RecipeError
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.checking import check
from inspector.providers.custom import provider_of
from inspector.providers.custom_words import word_of
from inspector.providers.digests import KEYS, SIZES, Algorithm, KeyForm, digest_of
from inspector.providers.explanation import recipe as formula_of
from inspector.providers.payload import Payload
from inspector.providers.reading import read
from inspector.providers.scheme_material import Material, SeenDigest, SeenValue, material_of
from inspector.providers.scheme_tokens import UNNAMED, tokens_in
from inspector.providers.scheme_wording import sentence_of
from inspector.providers.search import Budget

MOST = 20_000
SECONDS = 2.0
MOST_FOUND = 4
MOST_SECRETS = 40
SEPARATORS = ("", ".", ":", "|", "\n")
PREFIXES = ("", "v0", "v1")
"""Versions that are signed before all else, with the separator of the rest behind them."""
KEY_FORMS: tuple[KeyForm, ...] = ("utf-8", "base64", "hex", "whsec")
ALGORITHMS: tuple[Algorithm, ...] = (
    "hmac-sha256",
    "hmac-sha1",
    "hmac-sha512",
    "sha256 behind",
    "sha256 before",
    "sha1 behind",
)

COMMON = frozenset(("x", "signature", "sig", "hmac", "sha256", "sha1", "sha512", "webhook", "hub", "hash", "digest"))
"""Words in the names of fields that do not tell who sends."""


class Shape(NamedTuple):
    """One message: its template in the words of a recipe, the bytes around the body, and what it is made of."""

    template: str
    before: bytes
    after: bytes
    has_body: bool
    time: SeenValue | None
    id: SeenValue | None


class Key(NamedTuple):
    """One way in which a secret may be the key."""

    form: KeyForm
    value: bytes
    secret: Secret


def find_scheme(
    request: Request, secrets: Sequence[Secret], content: bytes | None = None, budget: Budget | None = None
) -> SchemesFound:
    """Every way in which one of the secrets makes what stands on the request; `content` is the decoded body.

    Raises OSError when the file of a large body is gone.
    """
    budget = budget or Budget(until=time.monotonic() + SECONDS, left=MOST)
    payload = Payload(request, content)
    material = material_of(payload)
    tokens = [token for secret in secrets[:MOST_SECRETS] for token in tokens_in(payload, secret)]
    found = [one for recipe, secret in tokens if (one := _proved(payload, recipe, secret)) is not None]
    whole = len(secrets) <= MOST_SECRETS
    if material.digests:
        whole = _search(payload, secrets[:MOST_SECRETS], material, budget, found) and whole
    places = tuple(dict.fromkeys(one.place for one in material.digests))
    answer = SchemesFound(
        found=tuple(found[:MOST_FOUND]),
        tried=budget.tried + len(secrets),
        whole=whole,
        places=places,
    )
    return replace(answer, sentence=sentence_of(answer, len(secrets)))


def _search(
    payload: Payload, secrets: Sequence[Secret], material: Material, budget: Budget, found: list[FoundScheme]
) -> bool:
    """Whether it came to the end; what it found is added."""
    by_raw = {one.raw: one for one in reversed(material.digests)}
    sizes = {len(raw) for raw in by_raw}
    algorithms = [one for one in ALGORITHMS if SIZES[one] in sizes]
    keys = list(_keys(secrets))
    body = payload.request.body.at_hand
    seen: set[tuple[str, str]] = set()
    for shape in shapes(material):
        signed = body if shape.has_body else b""
        for algorithm in algorithms:
            for key in keys:
                if algorithm.startswith("sha") and key.form != "utf-8":
                    continue
                if not budget.spend():
                    return False
                digest = by_raw.get(digest_of(algorithm, key.value, shape.before, signed, shape.after))
                if digest is None or (digest.place, digest.field) in seen:
                    continue
                proved = _proved(payload, recipe_of(digest, shape, algorithm, key.form), key.secret)
                if proved is not None:
                    seen.add((digest.place, digest.field))
                    found.append(proved)
                if len(seen) == len(by_raw) or len(found) >= MOST_FOUND:
                    return True
    return True


def _keys(secrets: Iterable[Secret]) -> Iterator[Key]:
    known: set[bytes] = set()
    kept = list(secrets)
    for form in KEY_FORMS:
        for secret in kept:
            value = KEYS[form](secret.value)
            if value is not None and value not in known:
                known.add(value)
                yield Key(form, value, secret)


def shapes(material: Material) -> Iterator[Shape]:
    """Every message, the likely ones first: the body alone, with the time, with an id, with both; without it last."""
    timed: list[tuple[SeenValue | None, SeenValue | None]] = [(one, None) for one in material.times]
    named: list[tuple[SeenValue | None, SeenValue | None]] = [(None, one) for one in material.ids]
    both = [(one, other) for one in material.times for other in material.ids if one.raw != other.raw]
    made: set[tuple[bytes, bytes, bool]] = set()
    for has_body, sources in ((True, [(None, None), *timed, *named, *both]), (False, [*both, *timed, *named])):
        for when, id in sources:
            for shape in _joined(when, id, has_body=has_body):
                bytes_of = (shape.before, shape.after, shape.has_body)
                if bytes_of not in made:
                    made.add(bytes_of)
                    yield shape


def _joined(when: SeenValue | None, id: SeenValue | None, *, has_body: bool) -> Iterator[Shape]:
    parts: list[tuple[str, bytes]] = []
    if when is not None:
        parts.append((_name(when, "{timestamp}"), when.raw))
    if id is not None:
        parts.append((_name(id, "{id}"), id.raw))
    if has_body:
        parts.append(("{body}", b""))
    separators = SEPARATORS if len(parts) > 1 else ("",)
    for version in PREFIXES:
        for separator in SEPARATORS if version else separators:
            prefix = version and version + separator
            for order in permutations(parts):
                names = [name for name, _ in order]
                at = names.index("{body}") if has_body else len(order)
                joint = separator.encode()
                before = joint.join(raw for _, raw in order[:at])
                after = joint.join(raw for _, raw in order[at + 1 :])
                yield Shape(
                    prefix + separator.join(names),
                    prefix.encode() + before + (joint if has_body and before else b""),
                    (joint if after else b"") + after,
                    has_body,
                    when,
                    id,
                )


def _name(value: SeenValue, usual: str) -> str:
    return "{" + value.place.removeprefix("field:") + "}" if value.place.startswith("field:") else usual


def recipe_of(digest: SeenDigest, shape: Shape, algorithm: Algorithm, key: KeyForm) -> Recipe:
    """What was found, as a recipe that can be kept."""
    return Recipe(
        name=name_for(digest.place),
        recognise=(digest.place,),
        signature=digest.place,
        form=digest.form,
        prefix=digest.prefix,
        field=digest.field,
        separator="" if digest.separator == "," else digest.separator,
        message=shape.template.replace("\n", "\\n"),
        digest=word_of(algorithm),
        encoding=digest.encoding,
        key=key,
        timestamp=shape.time.place if shape.time is not None else "",
        unit=(shape.time.unit or "s") if shape.time is not None else "s",
        delivery_id=shape.id.place if shape.id is not None and not shape.id.place.startswith("field:") else "",
    )


def name_for(where: str) -> str:
    """A name made of the field that holds the signature: `acme` of `header:X-Acme-Signature`."""
    words = [word for word in re.split(r"[^A-Za-z0-9]+", where.partition(":")[2].lower()) if word]
    return "-".join(word for word in words if word not in COMMON)[:40] or UNNAMED


def _proved(payload: Payload, recipe: Recipe, secret: Secret) -> FoundScheme | None:
    """What a recipe says by itself of the request; None where it does not match, so that it is not offered."""
    try:
        scheme = provider_of(recipe).schemes[0]
    except RecipeError:
        return None
    reading = read(scheme, payload)
    if reading is None or check(reading, (secret,), payload.request.body.at_hand).secret is None:
        return None
    return FoundScheme(recipe=recipe, words=formula_of(scheme), secret=secret.name, covers_body=scheme.covers_body)
