"""From a provider, a request and secrets to a verdict: what the provider's own library would have said."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from inspector.core.body import Body
from inspector.core.secret import Secret
from inspector.core.verdict import FAR_AHEAD, Verdict
from inspector.providers.checking import check, keys_and_settings
from inspector.providers.chosen_field import found_in
from inspector.providers.key_choice import decisive, fitting, lacks_key, usable
from inspector.providers.members import unmatched
from inspector.providers.payload import Payload
from inspector.providers.provider import Provider
from inspector.providers.reading import Age, Reading, age_of, is_far_ahead, readings_of
from inspector.providers.scheme import Scheme
from inspector.providers.wording import (
    LATER,
    UNPROTECTED,
    by_sample,
    claims_told,
    half_known,
    is_placeholder,
    key_unavailable,
    matched,
    members_unmatched,
    no_secret,
    not_matched,
    refused_for_age,
    unsigned,
)


def verdict_of(
    provider: Provider,
    payload: Payload,
    body: bytes | Body | None,
    secrets: Sequence[Secret],
    sample: Secret | None = None,
    public_url: str = "",
) -> Verdict:
    """Check the signatures of a request.

    `body` is None where it is too large to be read now; then, and when nothing matches, the verdict is not final.
    `sample`, the secret of our own sample events, is tried last: it can make a request valid and nothing else.
    """
    received_at = payload.request.received_at
    readings = readings_of(provider, payload, public_url, whole=body is not None)
    if not readings or all(map(is_placeholder, readings)):
        return Verdict(status="unsigned", explanation=unsigned(provider, payload.request.headers, readings))
    if provider.key_sources and secrets:
        secrets = usable(provider, readings[0], secrets)
    if not secrets and (body is None or sample is None):
        return _unchecked(provider, readings[0], received_at)
    if body is None:
        first = readings[0]
        return Verdict(scheme=first.scheme.id, covers_body=first.covers_body, explanation=LATER, final=False)
    tried = 0
    deciding = decisive(readings, secrets)
    own = [(reading, fitting(provider, reading.scheme, secrets)) for reading in deciding]
    for reading, fit in own:
        checked = check(reading, fit, body)
        tried += checked.tried
        if checked.secret is not None:
            bad, of = unmatched(reading, checked.secret)
            if bad:
                return replace(
                    _failed(reading, fit, tried, received_at),
                    cause="unexplained",
                    causes=("unexplained",),
                    explanation=members_unmatched(checked.secret, bad, of),
                    final=True,
                )
            stronger = _beside(reading, readings)
            if stronger is None:
                return _matched(provider, reading, checked.secret, tried, received_at)
            by_token = _matched(provider, reading, checked.secret, tried, received_at)
            told = f"It is signed in {stronger.scheme.place.name}, too; no secret that is stored matches that."
            return replace(by_token, explanation=f"{by_token.explanation} {told}")
    if sample is not None and (verdict := _sampled(deciding, sample, body, tried, received_at)):
        return verdict
    if not any(fit for _, fit in own) or (not tried and _is_keyless(provider, readings[0], secrets)):
        return _unchecked(provider, readings[0], received_at)
    half = _half(provider, readings[0], secrets) if readings[0].scheme.setting else None
    return half or _failed(readings[0], secrets, tried, received_at)


def _beside(token: Reading, readings: Sequence[Reading]) -> Reading | None:
    """Of a request whose token matched: the signature over its body, which matched nothing and says more."""
    if token.scheme.algorithm != "token":
        return None
    return next((one for one in readings if one.found.signatures and one.covers_body), None)


def _sampled(
    readings: Sequence[Reading], sample: Secret, body: bytes | Body, tried: int, received_at: datetime
) -> Verdict | None:
    for reading in readings:
        checked = check(reading, samples_of(reading.scheme, sample), body)
        tried += checked.tried
        if checked.secret is None or unmatched(reading, checked.secret)[0]:
            continue
        age = age_of(reading, received_at)
        if age.fresh is not False:
            verdict = _valid(reading, sample.name, age, tried)
            return replace(verdict, explanation=by_sample(verdict.explanation))
    return None


def samples_of(scheme: Scheme, sample: Secret) -> tuple[Secret, ...]:
    """The sample secret; of a scheme with a setting also the value that our samples have for it."""
    return (sample, replace(sample, value=SAMPLE_SETTING)) if scheme.setting else (sample,)


SAMPLE_SETTING = b"WH-SAMPLE-00000000"
"""What our own samples are signed with where a scheme has a setting."""


def _matched(provider: Provider, reading: Reading, secret: Secret, tried: int, received_at: datetime) -> Verdict:
    age = age_of(reading, received_at)
    if age.fresh is not False:
        return _valid(reading, secret.name, age, tried)
    return Verdict(
        status="invalid",
        scheme=reading.scheme.id,
        secret=secret.name,
        matches=True,
        signed_at=age.signed_at,
        fresh=False,
        url=None if reading.url is None else reading.url.text,
        covers_body=reading.covers_body,
        cause=age.causes[0],
        causes=age.causes,
        tried=tried,
        explanation=refused_for_age(provider, reading, age),
    )


def _used(reading: Reading) -> Scheme:
    """The scheme as this request makes use of it: a token may hold fewer hashes than its provider describes."""
    scheme = reading.scheme
    if scheme.claims is None or all(claim.name in reading.found.fields for claim in scheme.claims.hashes):
        return scheme
    held = tuple(claim for claim in scheme.claims.hashes if claim.name in reading.found.fields)
    return replace(scheme, claims=replace(scheme.claims, hashes=held))


def _valid(reading: Reading, secret: str, age: Age, tried: int) -> Verdict:
    tenths = None if age.signed_at is None else int(age.seconds * 10)
    url = reading.url
    verdict = _shared(reading.scheme, _used(reading), secret, age.signed_at, tenths, age.fresh, tried)
    if reading.scheme.covers is not None and reading.scheme.covers_body and not reading.covers_body:
        verdict = replace(verdict, covers_body=False, explanation=f"{verdict.explanation} {UNPROTECTED}")
    if is_far_ahead(reading):
        return replace(verdict, explanation=f"{verdict.explanation} {FAR_AHEAD}")
    if said := claims_told(reading):
        return replace(verdict, explanation=verdict.explanation + said)
    if reading.field:
        return replace(verdict, explanation=found_in(verdict.explanation, reading.field))
    if url is None:
        return verdict
    told = f"{verdict.explanation} The URL that was signed is {url.text}, by {url.taken_from}."
    return replace(verdict, url=url.text, explanation=told)


@lru_cache(maxsize=1024)
def _shared(
    scheme: Scheme,
    used: Scheme,
    secret: str,
    signed_at: datetime | None,
    tenths: int | None,
    fresh: bool | None,
    tried: int,
) -> Verdict:
    """Requests of the same tenth of a second, and all of providers that sign no time, share one verdict."""
    return Verdict(
        status="valid",
        scheme=scheme.id,
        secret=secret,
        matches=True,
        signed_at=signed_at,
        fresh=fresh,
        covers_body=scheme.covers_body,
        tried=tried,
        explanation=matched(scheme, used, secret, None if tenths is None else tenths / 10),
    )


def _half(provider: Provider, reading: Reading, secrets: Sequence[Secret]) -> Verdict | None:
    """Of a scheme that takes a key and a setting: the verdict where only one of the two is known."""
    keys, settings = keys_and_settings(reading.scheme, secrets)
    if keys and settings:
        return None
    verdict = _unchecked(provider, reading, reading.subject.request.received_at)
    sentence = half_known(provider, reading, secrets, key=bool(keys))
    return replace(verdict, cause="key-unavailable", causes=("key-unavailable",), explanation=sentence)


def _is_keyless(provider: Provider, reading: Reading, secrets: Sequence[Secret]) -> bool:
    """Whether only secrets for another way of signing are there, and no key for this one."""
    mixed = not all(scheme.is_asymmetric for scheme in provider.schemes)
    return mixed and bool(reading.found.signatures) and not reading.missing and lacks_key(reading, secrets)


def _failed(reading: Reading, secrets: Sequence[Secret], tried: int, received_at: datetime) -> Verdict:
    age = age_of(reading, received_at)
    return Verdict(
        status="invalid",
        scheme=reading.scheme.id,
        matches=False,
        signed_at=age.signed_at,
        fresh=age.fresh,
        covers_body=reading.covers_body,
        tried=tried,
        explanation=not_matched(reading, secrets),
        final=False,
    )


def _unchecked(provider: Provider, reading: Reading, received_at: datetime) -> Verdict:
    age = age_of(reading, received_at)
    public = reading.scheme.is_asymmetric
    return Verdict(
        status="no-secret",
        scheme=reading.scheme.id,
        signed_at=age.signed_at,
        fresh=age.fresh,
        covers_body=reading.covers_body,
        cause="key-unavailable" if public else None,
        causes=("key-unavailable",) if public else (),
        explanation=key_unavailable(provider, reading) if public else no_secret(provider, reading),
    )
