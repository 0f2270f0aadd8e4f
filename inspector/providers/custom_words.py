"""The words that a recipe of the user may choose among, each with what it means for an entry."""

from collections.abc import Iterable, Mapping

from inspector.core.recipe import RecipeError
from inspector.providers.digests import Algorithm, Encoding, KeyForm
from inspector.providers.scheme import Unit

FORMS: tuple[str, ...] = ("single", "pairs", "list", "basic", "jwt")
"""The signature alone behind a prefix, `name=value` pairs, a list, name and password, a JSON Web Token."""

DIGESTS: Mapping[str, Algorithm] = {
    "hmac-sha256": "hmac-sha256",
    "hmac-sha1": "hmac-sha1",
    "hmac-sha512": "hmac-sha512",
    "sha256 of secret and message": "sha256 before",
    "sha256 of message and secret": "sha256 behind",
    "sha1 of message and secret": "sha1 behind",
    "token": "token",
    "ed25519": "ed25519",
    "ecdsa-sha256": "ecdsa-sha256",
    "rsa-sha256": "rsa-sha256",
    "rsa-sha1": "rsa-sha1",
}
UPPER = "upper hex"
ENCODINGS: Mapping[str, Encoding] = {"hex": "hex", UPPER: "hex", "base64": "base64", "base64url": "base64url"}
KEY_FORMS: Mapping[str, tuple[KeyForm, ...]] = {
    "utf-8": ("utf-8",),
    "hex": ("hex",),
    "base64": ("base64",),
    "whsec": ("whsec",),
    "sha1": ("sha1",),
    "public": ("public",),
}
UNITS: Mapping[str, Unit] = {"s": "s", "ms": "ms", "s or ms": "s or ms", "iso8601": "iso8601"}


def chosen(field: str, text: str, words: Iterable[str]) -> str:
    """The word that a field says. Raises RecipeError, which names those that it may."""
    word = text.strip().lower()
    known = tuple(words)
    if word not in known:
        raise RecipeError(field, f"“{text}” is no {field}; expected {', '.join(known)}.")
    return word


def word_of(algorithm: Algorithm) -> str:
    """How a recipe calls an algorithm. Raises KeyError for one that recipes do not have."""
    return _WORDS[algorithm]


_WORDS: Mapping[Algorithm, str] = {algorithm: word for word, algorithm in DIGESTS.items()}
