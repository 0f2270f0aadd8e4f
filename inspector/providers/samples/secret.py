"""The secrets that sample events are signed with: one a provider, in its own form, all from one key of this machine.

Providers whose signatures a public key checks have key pairs instead, which are made when they are first needed and
are shared by all that use keys of that kind.
"""

import hmac
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from inspector.core.secret import Secret
from inspector.providers.digests import KeyForm
from inspector.providers.layout import Basic
from inspector.providers.provider import Provider
from inspector.providers.registry import PROVIDERS
from inspector.providers.scheme import Scheme

NAME = "sample"
"""How a verdict names such a secret."""

PairKind = Literal["ed25519", "p256", "rsa"]
"""Kinds of key pairs: Ed25519, ECDSA on P-256, RSA of 2,048 bits."""

Form = Callable[[bytes], str]
"""Writes 32 random bytes as a secret."""

OWN: Mapping[str, Form] = {
    "github": lambda raw: raw.hex()[:40],
    "gitlab": lambda raw: "whsec_" + b64encode(raw).decode(),
    "stripe": lambda raw: "whsec_" + raw.hex()[:32],
    "slack": lambda raw: raw.hex()[:32],
    "shopify": lambda raw: "shpss_" + raw.hex()[:32],
}
"""What secrets look like where the form of the key does not tell it."""

FORMS: Mapping[KeyForm, Form] = {
    "whsec": lambda raw: "whsec_" + b64encode(raw[:24]).decode(),
    "whsec or utf-8": lambda raw: "whsec_" + b64encode(raw).decode(),
    "v1,whsec": lambda raw: "v1,whsec_" + b64encode(raw).decode(),
    "whpk": lambda raw: "whsk_" + b64encode(raw).decode(),
    "hex": lambda raw: raw.hex(),
    "base64": lambda raw: b64encode(raw).decode(),
}
"""The same by the form of the key; of any other form it is text."""

TOKENS: Mapping[str, PairKind] = {"EdDSA": "ed25519", "ES256": "p256", "RS256": "rsa"}
"""Kinds of keys by the algorithms of JSON Web Tokens (RFC 7518)."""


def sample_secrets(key: bytes, providers: Iterable[Provider] = PROVIDERS) -> dict[str, Secret]:
    """The sample secrets of all providers that sign with a shared one, derived from the key by HMAC-SHA256."""
    found = {}
    for provider in providers:
        scheme = deciding(provider)
        if scheme is not None and kind_of(scheme) is None:
            raw = hmac.digest(key, f"webhook-inspector sample secret of {provider.id}".encode(), "sha256")
            form = OWN.get(provider.id) or _form(provider, scheme)
            found[provider.id] = Secret(provider=provider.id, name=NAME, value=form(raw).encode())
    return found


def pair_kinds(providers: Iterable[Provider] = PROVIDERS) -> dict[str, PairKind]:
    """Which kind of key pair the samples of each provider are signed with, of those that use public keys."""
    schemes = {provider.id: deciding(provider) for provider in providers}
    kinds = {id: kind_of(scheme) for id, scheme in schemes.items() if scheme is not None}
    return {id: kind for id, kind in kinds.items() if kind is not None}


def unsigned(providers: Iterable[Provider] = PROVIDERS) -> frozenset[str]:
    """Those that sign nothing."""
    return frozenset(provider.id for provider in providers if deciding(provider) is None)


def deciding(provider: Provider) -> Scheme | None:
    """The scheme by which a provider signs where it has the choice; None where it signs nothing."""
    return next((scheme for scheme in provider.schemes if not scheme.alongside), None)


def kind_of(scheme: Scheme) -> PairKind | None:
    """The kind of key pair that a scheme signs with; None for a shared secret, or one that is derived as it is."""
    if scheme.claims is not None:
        return TOKENS.get(scheme.claims.algorithms[0])
    if "public" not in scheme.keys:
        return None
    if scheme.algorithm == "ed25519":
        return "ed25519"
    return "p256" if scheme.algorithm.startswith("ecdsa") else "rsa"


def _form(provider: Provider, scheme: Scheme) -> Form:
    form = FORMS.get(scheme.keys[0])
    if form is not None:
        return form
    start = next(iter((*scheme.secret_starts, *provider.secret_forms)), "")
    if isinstance(scheme.layout, Basic):
        start = "hook:"
    return lambda raw: start + raw.hex()[:40]
