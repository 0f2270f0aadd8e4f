"""What is odd about the form of a secret: said when it is entered, and when nothing else explains a failure."""

import re

from inspector.core.secret import Secret
from inspector.providers.asymmetric import load_public
from inspector.providers.digests import KEYS, KeyForm
from inspector.providers.provider import Provider
from inspector.providers.public_values import PEM
from inspector.providers.registry import find
from inspector.providers.secret_variants import QUOTES, describe, trimmed

SHORT = 16
"""Keys of fewer bytes are guessed rather than made."""

ELSEWHERE: tuple[tuple[str, str], ...] = (
    (r"AKIA[0-9A-Z]{12}", "an access key id of AWS"),
    (r"(sk|rk)_(live|test)_", "a secret API key"),
    (r"pk_(live|test)_", "a publishable key"),
    (r"sk-(proj-|ant-|svcacct-)", "an API key"),
    (r"we_[A-Za-z0-9]{14,}$", "the id of an endpoint"),
    (r"AC[0-9a-f]{32}$", "an Account SID of Twilio"),
    (r"SK[0-9a-f]{32}$", "the SID of an API key of Twilio"),
    (r"SG\.[\w-]{5,}\.", "an API key of SendGrid"),
    (r"xox[abeprs]-|xapp-", "a token of Slack"),
    (r"ntn_", "an API token of Notion"),
    (r"pdl_(live_|sdbx_)?apikey", "an API key of Paddle"),
    (r"gh[opsu]_[A-Za-z0-9]{20,}|github_pat_", "an access token of GitHub"),
    (r"glpat-", "an access token of GitLab"),
    (r"shp(at|ca|pa)_", "an access token of Shopify"),
    (r"rzp_(live|test)_", "the id of a key of Razorpay"),
    (r"AIza[\w-]{30,}", "an API key of Google"),
    (r"eyJ[\w-]+\.[\w-]+\.", "a JSON Web Token"),
    (r"https?://", "an address"),
)
"""How values begin that are no signing secret, whichever provider they are given for."""

PLACEHOLDER = re.compile(
    r"(\w+_)?(\.{3,}|…|x{3,}|\*{3,})$|<[^<>]+>$|(\w+_)?your[-_ ].|(\w+_)?(change|replace)[-_ ]?me$|placeholder$",
    re.IGNORECASE,
)
"""What documentation writes where a secret belongs."""
VARIABLE = re.compile(r"\$\{?\w+\}?$|%\w+%$|[A-Z][A-Z0-9]*_([A-Z0-9]+_)*(SECRET|KEY|TOKEN)(_[A-Z0-9]+)*$", re.ASCII)

API_KEY_SIGNS = ("paystack",)
"""Providers that sign with the very key of their API."""


def remark(provider_id: str, value: str) -> str | None:
    """A sentence on a value that has the wrong form for a provider's secret, or None. It never repeats the value."""
    provider = find(provider_id)
    if not value:
        return "The value is empty."
    bare = value.strip()
    if not bare:
        return "The value holds nothing but white space."
    if provider is not None and provider.has_public_keys and _has_keys(bare):
        return _public(provider, bare)
    if bare != value:
        return f"The value has white space around it; use it {describe(value.encode(), bare.encode())}."
    if sentence := _no_value(bare):
        return sentence
    if any(bare.encode().startswith(a) and bare.encode().endswith(b) and len(bare) > 1 for a, b in QUOTES):
        return "The value stands in quotation marks; the secret is what is between them."
    if bare.endswith(("\\n", "\\r\\n")):
        return "The value ends with the characters “\\n”; they are not part of the secret."
    if bare.lower().startswith("bearer "):
        return "The value begins with “Bearer”, which is not part of a signing secret."
    if provider is None:
        return None
    return _kind(provider, bare) or _form(provider, bare)


def wrong_kind(provider: Provider, secret: Secret) -> str | None:
    """A sentence naming a secret that is another kind of credential, or cannot be a key at all; else None.

    One that is a key but for a line break or quotation marks around it is of the right kind.
    """
    text = secret.value.decode("utf-8", "replace").strip()
    kind = _no_value(text) or _kind(provider, text)
    if kind:
        return f"“{secret.name}”: {kind[:1].lower()}{kind[1:]}"
    values = (secret.value, *(value for _, value in trimmed(secret.value)))
    if all(KEYS[form](value) is None for form in _key_forms(provider) for value in values):
        return f"“{secret.name}” cannot be a signing secret of {provider.name}: {_wanted(provider)}."
    return None


def _no_value(value: str) -> str | None:
    """Of what stands for a secret where none was put in."""
    if PLACEHOLDER.match(value):
        return "This looks like a placeholder of an example, not like a secret."
    if VARIABLE.match(value):
        return "This looks like the name of a variable, not like its value."
    return None


def _kind(provider: Provider, value: str) -> str | None:
    for beginning, what in provider.wrong_secrets:
        if value.startswith(beginning):
            return f"This is {what}, not a signing secret{_like(provider)}."
    begins = (*provider.secret_forms, *(start for scheme in provider.schemes for start in scheme.secret_starts))
    if (begins and value.startswith(begins)) or _has_keys(value):
        return _not_public(provider, value)
    for pattern, what in ELSEWHERE:
        if re.match(pattern, value) and not ("API key" in what and provider.id in API_KEY_SIGNS):
            return f"This is {what}, not a signing secret{_like(provider)}."
    return None


def _has_keys(value: str) -> bool:
    """Whether a value is written as keys are; it may be none all the same."""
    return value.startswith((PEM, "whpk_", "whsk_")) or (value.startswith("{") and '"k' in value)


def _not_public(provider: Provider, value: str) -> str | None:
    """Of a key that was given for a provider that signs with a shared secret."""
    if not _has_keys(value) or provider.has_public_keys:
        return None
    return f"This is a key or certificate, not a signing secret{_like(provider)}."


def _public(provider: Provider, value: str) -> str | None:
    """Of a value that is meant as a public key."""
    if not load_public(value.encode()):
        raw = "64 hexadecimal digits, " if any(one.algorithm == "ed25519" for one in provider.schemes) else ""
        return (
            f"No public key can be read in this; {provider.name} is checked with one in {raw}PEM, a certificate, "
            "DER in base64, or a JSON Web Key."
        )
    if "PRIVATE KEY" in value or value.startswith("whsk_"):
        return "This holds a private key; its public half is enough to check with."
    return None


def _form(provider: Provider, value: str) -> str | None:
    if value.startswith("v1,") and not value.startswith(provider.secret_forms or "-"):
        return "The secret begins behind “v1,”: with “whsec_”."
    forms = _key_forms(provider)
    if "public" in forms and not forms - {"public", "whpk"}:
        return _public(provider, value)
    begins = provider.secret_forms
    if begins and not value.startswith(begins) and "whsec" not in forms:
        return f"Signing secrets of {provider.name} begin with “{begins[0]}”."
    if not any(KEYS[form](value.encode()) for form in forms):
        return f"This cannot be a signing secret of {provider.name}: {_wanted(provider)}."
    return _strength(value) if "whsec" in forms and forms <= {"whsec", "whpk"} else None


def _key_forms(provider: Provider) -> set[KeyForm]:
    return {form for scheme in provider.schemes for form in scheme.keys}


def _strength(value: str) -> str | None:
    """Of a secret in base64."""
    key = KEYS["whsec"](value.encode())
    rest = value.removeprefix("whsec_")
    if key is None:
        return None
    if len(rest) % 4 and not rest.endswith("="):
        return "The base64 lacks its padding (“=” at the end). It is used all the same; some libraries refuse it."
    if len(key) < SHORT:
        return f"The key has only {len(key)} bytes; the standard asks for 24 to 64. Is it whole?"
    return None


def _wanted(provider: Provider) -> str:
    forms = _key_forms(provider)
    if "hex" in forms:
        return "that is hexadecimal"
    if "base64" in forms:
        return "that is base64"
    if "public" in forms:
        return "that is a public key: PEM, a certificate, DER in base64, or a JSON Web Key"
    return "that is base64, usually behind “whsec_”" if provider.secret_forms else "it is empty"


def _like(provider: Provider) -> str:
    return f"; that begins with “{provider.secret_forms[0]}”" if provider.secret_forms else ""
