"""Why a JSON Web Token does not hold for a request: made with another key, or genuine and made for something else."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from inspector.core.verdict import Cause
from inspector.providers.body_variants import BodyVariant
from inspector.providers.payload import Payload
from inspector.providers.reading import Reading
from inspector.providers.search import Budget, Explained
from inspector.providers.secret_variants import KeyVariant
from inspector.providers.subject import Subject
from inspector.providers.urls import other_urls
from inspector.providers.web_token import TokenClaims, hash_of, is_genuine, unmet


class TokenFound(NamedTuple):
    """What was found out: a change that makes it match, or a sentence about a genuine token; or neither."""

    explained: Explained | None = None
    sentence: str = ""


def search_token(
    reading: Reading,
    keys: Sequence[KeyVariant],
    bodies: Iterable[BodyVariant],
    budget: Budget,
    public_url: str = "",
) -> TokenFound:
    """Try keys until one has signed the token, then look for the body and the URL that its claims were made of.

    Raises OSError when the file of a large body is gone.
    """
    wanted = reading.scheme.claims
    if wanted is None or not reading.found.signatures:
        return TokenFound()
    token = reading.found.signatures[0].encode("latin-1", "replace")
    for key in keys:
        if not budget.spend():
            return TokenFound()
        if is_genuine(token, key.key, wanted):
            return _made_for(reading, wanted, key, bodies, budget, public_url)
    return TokenFound()


def _made_for(
    reading: Reading,
    wanted: TokenClaims,
    key: KeyVariant,
    bodies: Iterable[BodyVariant],
    budget: Budget,
    public_url: str,
) -> TokenFound:
    causes: list[Cause] = list(key.causes)
    words: list[str] = []
    claims = reading.found.fields
    missing = unmet(claims, wanted, reading.subject)
    for claim in wanted.hashes:
        if claim.name not in missing:
            continue
        told = claims.get(claim.name, "")
        if claim.of == "url":
            for url in other_urls(reading.subject.request, public_url):
                if budget.spend() and hash_of(claim, Subject(reading.subject.payload, url.text)) == told:
                    causes.append("url-differs")
                    words.append(f"{url.text} is hashed in “{claim.name}” instead of {reading.subject.url}")
                    missing.remove(claim.name)
                    break
            continue
        for body in bodies:
            changed = Subject(Payload(reading.subject.request, None), "", body.content)
            if budget.spend() and hash_of(claim, changed) == told:
                causes += body.causes
                words += body.words
                missing.remove(claim.name)
                break
    if missing:
        return TokenFound(sentence=_genuine(key, claims, wanted, missing))
    return (
        TokenFound(Explained(key.secret, tuple(dict.fromkeys(causes)), key.words, tuple(words)))
        if causes
        else TokenFound()
    )


def _genuine(key: KeyVariant, claims: Mapping[str, str], wanted: TokenClaims, missing: Sequence[str]) -> str:
    of = {"iss": "holds another issuer"}
    of |= {
        claim.name: f"holds the SHA-256 of another {claim.of}" if claim.name in claims else "is missing"
        for claim in wanted.hashes
    }
    of |= {claim.names[0]: "is missing" for claim in wanted.needed if not any(name in claims for name in claim.names)}
    what = " and ".join(f"“{name}” {of.get(name, 'holds another value than it has to')}" for name in missing)
    return f"The token was made with “{key.secret.name}”, but not for this request: {what}."
