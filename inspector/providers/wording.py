"""The sentences of verdicts."""

from collections.abc import Iterable, Mapping, Sequence

from inspector.core.headers import NO_HEADERS, Headers
from inspector.core.secret import Secret
from inspector.core.verdict import Cause
from inspector.providers.ages import duration
from inspector.providers.digests import LABELS
from inspector.providers.key_sources import KeyWay, key_way
from inspector.providers.line import one_line
from inspector.providers.provider import Provider
from inspector.providers.reading import Age, Reading
from inspector.providers.scheme import Scheme, step_of
from inspector.providers.search import Explained


def quoted(names: Iterable[str]) -> str:
    """`“a”`, `“a” or “b”`, `“a”, “b” or “c”`."""
    marked = [f"“{name}”" for name in names]
    return marked[0] if len(marked) == 1 else ", ".join(marked[:-1]) + " or " + marked[-1]


def formula(scheme: Scheme) -> str:
    """`HMAC-SHA256 of "{t}.{body}"`, or what takes its place where nothing is computed."""
    if scheme.algorithm == "token":
        return f"{scheme.place.name} is the secret itself"
    if scheme.claims is not None:
        hashes = " and ".join(f"SHA-256 of the {claim.of} in “{claim.name}”" for claim in scheme.claims.hashes)
        return f"{LABELS[scheme.algorithm]} ({', '.join(scheme.claims.algorithms)})" + (
            f" with {hashes}" if hashes else ""
        )
    return f'{LABELS[scheme.algorithm]} of "{scheme.message.template}"'


def matched(scheme: Scheme, used: Scheme, secret: str, seconds: float | None) -> str:
    """A signature that matches and is fresh, made so many seconds before it arrived; `used` is what it made use of."""
    if scheme.algorithm == "token":
        return f"{scheme.place.name} equals the secret “{secret}”. {UNPROTECTED}"
    sentence = f"{formula(used)} matches"
    if seconds is not None and seconds < 0:
        sentence += f"; its time is {duration(seconds)} after it arrived"
    elif seconds is not None:
        sentence += f"; signed {duration(seconds)} before it arrived"
    return f"{sentence}. {scheme.message.limit if scheme.covers_body else UNPROTECTED}".rstrip()


def claims_told(reading: Reading) -> str:
    """What a genuine token says of whom it is for and whose it is; empty where that needs no look."""
    if reading.scheme.claims is None or not reading.scheme.claims.told:
        return ""
    claims = reading.found.fields
    said = [
        f"“{name}” is “{one_line(claims[name], 120)}”" if claims.get(name) else f"“{name}” is missing"
        for name in reading.scheme.claims.told
    ]
    return f" Of the token {', '.join(said)}: whether that is you is not compared with anything."


def by_sample(sentence: str) -> str:
    """The same, of a signature by the secret that our own sample events are signed with."""
    return f"{sentence} It was made with the sample secret of this program, not with one of yours."


def refused_for_age(provider: Provider, reading: Reading, age: Age) -> str:
    """A signature that matches, on a request that the provider's library refuses for its time."""
    if age.signed_at is None:
        return f"The signature matches, but its time in {time_place(reading.scheme)} cannot be read."
    return f"The signature matches, but {_why_refused(provider, reading, age)}."


def aged(provider: Provider, reading: Reading, age: Age) -> str:
    """What would be wrong with the time even if the signature matched."""
    return f"It would still be refused: {_why_refused(provider, reading, age)}."


def _why_refused(provider: Provider, reading: Reading, age: Age) -> str:
    timestamp = reading.scheme.timestamp
    assert timestamp is not None
    reasons: list[str] = []
    if "timestamp-unit" in age.causes:
        wanted = "seconds" if timestamp.unit == "s" else "milliseconds"
        got = ("seconds", "milliseconds", "microseconds", "nanoseconds")[step_of(reading.time) or 0]
        reasons.append(f"its time is written in {got} where {provider.name} expects {wanted}")
    limit = f"{provider.name} allows {duration(timestamp.tolerance_s)}" if timestamp.tolerance_s else "it has expired"
    if "timestamp-stale" in age.causes:
        reasons.append(f"it was signed {duration(age.seconds)} before it arrived; {limit}")
    elif "timestamp-future" in age.causes:
        reasons.append(f"its time is {duration(age.seconds)} after it arrived; {limit}. One of the two clocks is wrong")
    return ", and ".join(reasons)


def explained(found: Explained, provider: Provider, owner: str, known_test: str = "") -> str:
    """The change that makes a signature match, and what to make of it; `known_test` says which test it is."""
    name = f"“{found.secret.name}”"
    if known_test:
        return (
            f"This is a test event: {known_test}. No secret of yours can match it; real events are signed with yours."
        )
    if "other-provider-secret" in found.causes:
        name += f", which is stored as a secret of {owner}, not of {provider.name},"
    if found.key_words:
        first = f"{name.rstrip(',')} is used {', '.join(found.key_words)}"
        sentence = f"The signature matches when {' and '.join([first, *found.words])}."
    elif found.words:
        sentence = f"The signature matches with {name} when {' and '.join(found.words)}."
    else:
        sentence = f"The signature matches with {name.rstrip(',')}."
    return f"{sentence} {ADVICE.get(found.causes[0], '')}".rstrip()


def unexplained(
    secrets: Sequence[Secret],
    sentences: Sequence[str],
    tried: int,
    *,
    stopped: bool,
    body_counts: bool,
    of: int | None = None,
    skipped: str = "",
) -> str:
    """Nothing that was computed matched: what was seen, how many were tried and what is left to suspect.

    `of` is how many there are to try, where that is known; `skipped` says what of it was not tried at all.
    """
    parts = list(sentences)
    if tried:
        what = "secret, body, time and digest" if body_counts else "the secret"
        number = f"{tried:,}" if stopped or skipped else f"All {tried:,}"
        if stopped and of is not None and of > tried:
            number += f" of {of:,}"
        were = f"variant of {what} was" if number == "1" else f"variants of {what} were"
        count = f"{number} {were} tried with {names_of(secrets)}; none matches"
        parts.append(count + (", and there was no time for more." if stopped else "."))
    parts += filter(None, [skipped])
    if not sentences:
        changed = ", or the body was changed on its way" if body_counts else ""
        parts.append(f"What is left: the sender has another secret{changed}.")
    return " ".join(parts)


def names_of(secrets: Sequence[Secret]) -> str:
    """The names of a few secrets, and how many there are beside them."""
    few = quoted(secret.name for secret in secrets[:5])
    return few if len(secrets) <= 5 else f"{few} and {len(secrets) - 5} more"


ADVICE: Mapping[Cause, str] = {
    "secret-whitespace": "Store the secret again, exactly as the sender has it.",
    "secret-encoding": "Whoever signed made the key in that way, which is not the provider's: make both the same.",
    "other-provider-secret": "Keep it as a secret of this sender too, or see whether the sender has the right one.",
    "url-differs": "Set the public URL to what the sender calls; a path or query that differs, correct at the sender.",
    "algorithm-mismatch": "See which digest the sender is set to, and how it writes it.",
    "message-layout": "The sender joins what it signs in another way than its provider documents.",
    "timestamp-unit": "The sender writes its time in another unit than it signs.",
    "body-reserialised": "Either the body was written anew on its way, or the sender signs another text than it sends.",
    "body-trailing-newline": "White space at the end was added or lost on its way.",
    "body-line-endings": "Its line breaks were changed on its way.",
    "body-charset": "Its character encoding was changed on its way.",
    "body-decoded": "Check the signature over the bytes that the sender signed, before or after decoding.",
    "header-malformed": "Libraries refuse a header of that form.",
}
"""What to make of a cause, where the change alone does not say it."""


def time_place(scheme: Scheme) -> str:
    """Where the time of a scheme stands, in words."""
    part = scheme.time_part
    if part is None:
        return ""
    return part.place.name if part.place else f"{part.name}= of {scheme.place.name}"


def not_matched(reading: Reading, secrets: Sequence[Secret]) -> str:
    """A signature that does not match; the cause is still being searched."""
    return f"The signature does not match with {names_of(secrets)}. Looking for the cause."


def members_unmatched(secret: Secret, bad: int, of: int) -> str:
    """A delivery of several signed things, of which only some are good."""
    return (
        f"The first notification is signed with “{secret.name}”, but {bad} of {of} in this delivery are not: they were "
        "changed or put in on the way."
    )


def no_secret(provider: Provider, reading: Reading) -> str:
    """A signature that cannot be checked."""
    return f"Signed in {reading.scheme.place.words}, but there is no secret of {provider.name} to check it with."


def key_unavailable(provider: Provider, reading: Reading) -> str:
    """A signature that only a public key could check, which is not at hand."""
    return (
        f"Signed in {reading.scheme.place.words}, by {LABELS[reading.scheme.algorithm]}: it takes {provider.name}'s "
        f"public key to check that. {where_key_is(provider, key_way(provider, reading.subject.payload))}"
        + where_setting_is(provider, reading.scheme)
    )


def where_setting_is(provider: Provider, scheme: Scheme) -> str:
    """How what a scheme takes beside its key is given; empty where it takes nothing else. Begins with a blank."""
    if not scheme.setting:
        return ""
    what = f"It takes the {scheme.setting.replace('_', ' ')} too: enter that as another secret of {provider.name}."
    return f" {what} {provider.secret_where}".rstrip()


UNASKED = ", and was not fetched: that is done only once you allow it."


def could_not_be_had(explanation: str, why: str) -> str:
    """The explanation of a missing key, once its address was asked in vain; `why` is a sentence."""
    return explanation.replace(UNASKED, f", and could not be fetched: {why}")


def where_key_is(provider: Provider, way: KeyWay) -> str:
    """How a public key that is not at hand can be had."""
    by_hand = f"nter it as a secret of {provider.name}"
    if way.addresses:
        return f"It is published at {way.addresses[0]}{UNASKED} Or e{by_hand}."
    if way.foreign:
        return (
            f"The request names an address for it that is none of {provider.name}'s own; that is never followed. "
            f"If the request is genuine, e{by_hand}."
        )
    about_key = provider.secret_where and not any(scheme.setting for scheme in provider.schemes)
    where = f" {provider.secret_where}" if about_key else ""
    if provider.key_sources:
        return f"The request does not name where it is published: e{by_hand}.{where}"
    return f"No address is known to fetch it from: e{by_hand}.{where}"


def half_known(provider: Provider, reading: Reading, secrets: Sequence[Secret], *, key: bool) -> str:
    """A signature that takes a public key and a setting to check, of which one is missing."""
    setting = reading.scheme.setting.replace("_", " ")
    there, missing = (
        ("the public key", f"the {setting}") if key else (f"the {setting}", "the public key or certificate")
    )
    return (
        f"{provider.name}'s signature takes two things to check: the public key and the {setting}. "
        f"There is {there} ({names_of(secrets)}), but not {missing}: enter it as another secret of {provider.name}."
        + (f" {provider.secret_where}" if key and provider.secret_where else "")
    )


def unsigned(provider: Provider, headers: Headers = NO_HEADERS, readings: Sequence[Reading] = ()) -> str:
    """A request of a known provider without a signature; `readings` are of headers that hold only a placeholder."""
    if readings:
        reading = readings[0]
        value = one_line(reading.value.decode("latin-1"), 40)
        return (
            f"From {provider.name}, but not signed: {reading.scheme.place.name} holds only “{value}”, as senders "
            "write it that have no secret set."
        )
    names = list(dict.fromkeys(scheme.place.name for scheme in provider.schemes))
    if not names:
        return f"From {provider.name}, which does not sign what it sends."
    sentence = f"From {provider.name}, but not signed: {' or '.join(names)} is missing or empty."
    wanted = {_bare(scheme.place.name) for scheme in provider.schemes if scheme.place.kind == "header"}
    for name, field in headers:
        text = name.decode("latin-1")
        if field.strip() and text.lower() not in map(str.lower, names) and _bare(text) in wanted:
            return (
                f"{sentence} There is {one_line(text, 80)}, which looks like it under another name: "
                "a proxy or a framework before the listener renames headers."
            )
    return f"{sentence} The sender may have no secret set."


def _bare(name: str) -> str:
    """A header's name without what gateways put before it and without its punctuation."""
    bare = name.lower().replace("-", "_")
    for prefix in RENAMED:
        bare = bare.removeprefix(prefix)
    return bare.removeprefix("x_").replace("_", "")


RENAMED = ("redirect_", "http_", "x_original_", "original_", "x_forwarded_", "x_amzn_remapped_")
"""What gateways and frameworks put before the names of headers."""

PLACEHOLDERS = (b"no-secret-provided", b"undefined", b"null", b"none", b"false")
"""What senders write in place of a signature when they have no secret."""


def is_placeholder(reading: Reading) -> bool:
    """Whether what stands in a signature's place says that there is none."""
    if reading.scheme.algorithm == "token" or reading.scheme.place.kind != "header":
        return False
    value = reading.value.strip()
    if len(value) > 24:
        return False
    prefix = getattr(reading.scheme.layout, "prefix", "").encode()
    return value.lower() in PLACEHOLDERS or (bool(prefix) and value == prefix.strip())


UNPROTECTED = "It does not protect the body: that could be changed and it would still match."
UNREADABLE = "This is no HTTP request that could be read, so there is no signature to check."
LATER = "The body is large; the signature is checked after the request was kept."
GONE = "The signature could not be checked: the file that holds the body is gone."
