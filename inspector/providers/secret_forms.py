"""What is odd about the form of a secret: said when it is entered, and when nothing else explains a failure."""

from inspector.core.secret import Secret
from inspector.providers.digests import KEYS, KeyForm
from inspector.providers.provider import Provider
from inspector.providers.registry import find
from inspector.providers.secret_variants import QUOTES, describe

SHORT = 16
"""Keys of fewer bytes are guessed rather than made."""

ELSEWHERE = (
    ("AKIA", "an access key id of AWS"),
    ("-----BEGIN", "a key or certificate in PEM"),
    ("eyJ", "a JSON Web Token"),
    ("http://", "an address"),
    ("https://", "an address"),
)
"""How values begin that are nobody's signing secret."""


def remark(provider_id: str, value: str) -> str | None:
    """A sentence on a value that has the wrong form for a provider's secret, or None. It never repeats the value."""
    provider = find(provider_id)
    if not value:
        return "The value is empty."
    bare = value.strip()
    if not bare:
        return "The value holds nothing but white space."
    if bare != value:
        return f"The value has white space around it; use it {describe(value.encode(), bare.encode())}."
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
    """A sentence naming a secret that is another kind of credential, or cannot be a key at all; else None."""
    text = secret.value.decode("utf-8", "replace").strip()
    kind = _kind(provider, text)
    if kind:
        return f"“{secret.name}”: {kind[:1].lower()}{kind[1:]}"
    if all(KEYS[form](secret.value) is None for form in _key_forms(provider)):
        return f"“{secret.name}” cannot be a signing secret of {provider.name}: {_wanted(provider)}."
    return None


def _kind(provider: Provider, value: str) -> str | None:
    for beginning, what in (*provider.wrong_secrets, *ELSEWHERE):
        if value.startswith(beginning):
            return f"This is {what}, not a signing secret{_like(provider)}."
    return None


def _form(provider: Provider, value: str) -> str | None:
    if value.startswith("v1,"):
        return "The secret begins behind “v1,”: with “whsec_”."
    forms = _key_forms(provider)
    begins = provider.secret_forms
    if begins and not value.startswith(begins) and "whsec" not in forms:
        return f"Signing secrets of {provider.name} begin with “{begins[0]}”."
    if not any(KEYS[form](value.encode()) for form in forms):
        return f"This cannot be a signing secret of {provider.name}: {_wanted(provider)}."
    return None if "utf-8" in forms else _strength(value)


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
    return "that is base64, usually behind “whsec_”" if provider.secret_forms else "it is empty"


def _like(provider: Provider) -> str:
    return f"; that begins with “{provider.secret_forms[0]}”" if provider.secret_forms else ""
