"""How signatures stand in a header: one alone, a list, `name=value` pairs, a token. Each reads and writes.

Readers are as strict as the providers' own libraries; what lenient reading would have found is the diagnosis' business.
"""

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from inspector.providers.digests import decode_base64

LONGEST_TOKEN = 32 * 1024
"""Characters of a JSON Web Token; longer ones are no signature."""

MOST_SIGNATURES = 1000
"""More signatures than this in one header are looked at by nobody but an attacker."""


class Found(NamedTuple):
    """What a header holds: signatures as written, and the named values beside them."""

    signatures: Sequence[str]
    fields: Mapping[str, str]


NO_FIELDS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """One signature is the whole value, behind a prefix: `sha256=7571…`."""

    prefix: str = ""
    upper: bool = False
    """Hexadecimal is written in capitals; either case is read."""

    def read(self, value: str) -> Found:
        """The signature, or none where the prefix is missing."""
        prefix = self.prefix
        if self.upper:
            value = prefix + value[len(prefix) :].lower() if value.startswith(prefix) else ""
        return Found(
            (value[len(prefix) :],) if value.startswith(prefix) and len(value) > len(prefix) else (), NO_FIELDS
        )

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return self.prefix + (signatures[0].upper() if self.upper else signatures[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Signatures in a list, each behind a prefix: `v1,g0hM… v1,9xY2…`; others belong to other schemes."""

    prefix: str
    bare: bool = False
    """Entries without any prefix count too."""
    separator: str = " "

    def read(self, value: str) -> Found:
        """The signatures of this scheme."""
        prefix, cut = self.prefix, len(self.prefix)
        entries = value.split(self.separator, MOST_SIGNATURES)[:MOST_SIGNATURES]
        found = [entry[cut:] for entry in entries if entry.startswith(prefix)]
        if self.bare:
            found += [entry for entry in entries if entry and "," not in entry]
        return Found(found, NO_FIELDS)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return self.separator.join(self.prefix + signature for signature in signatures)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairs:
    """`name=value` pairs, of which one name, possibly repeated, holds signatures: `t=1700000000,v1=458b…,v1=77aa…`."""

    name: str
    fields: tuple[str, ...]
    """Names of the other values that count, in the order in which they are written."""
    separator: str = ","

    def read(self, value: str) -> Found:
        """The signatures, and the first value of each other name."""
        wanted = self.name
        signatures: list[str] = []
        fields: dict[str, str] = {}
        for item in value.split(self.separator, MOST_SIGNATURES)[:MOST_SIGNATURES]:
            name, joined, text = item.partition("=")
            if not joined:
                continue
            if name == wanted:
                signatures.append(text)
            elif name in self.fields and name not in fields:
                fields[name] = text
        return Found(signatures, fields)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        items = [f"{name}={fields[name]}" for name in self.fields if name in fields]
        return self.separator.join(items + [f"{self.name}={signature}" for signature in signatures])


@dataclass(frozen=True, slots=True, kw_only=True)
class Positional:
    """Values without names, the signatures last: `1700000000000,458b…,77aa…`."""

    fields: tuple[str, ...]
    """What the values before the signatures are called here."""
    separator: str = ","

    def read(self, value: str) -> Found:
        """The signatures behind the named values."""
        items = [item.strip() for item in value.split(self.separator, MOST_SIGNATURES)[:MOST_SIGNATURES]]
        named = len(self.fields)
        return Found([item for item in items[named:] if item], dict(zip(self.fields, items, strict=False)))

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return self.separator.join([*(fields.get(name, "") for name in self.fields), *signatures])


@dataclass(frozen=True, slots=True, kw_only=True)
class Basic:
    """Name and password of HTTP's Basic authentication (RFC 7617); the secret is `name:password`."""

    def read(self, value: str) -> Found:
        """The pair as it was before it was written in base64."""
        scheme, _, text = value.strip().partition(" ")
        raw = decode_base64(text.strip().encode("latin-1")) if scheme.lower() == "basic" else None
        return Found((raw.decode("latin-1"),) if raw else (), NO_FIELDS)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return "Basic " + b64encode(signatures[0].encode("latin-1", "replace")).decode()


@dataclass(frozen=True, slots=True, kw_only=True)
class WebToken:
    """A JSON Web Token (RFC 7519) behind a prefix; its claims that are numbers or texts are the named values."""

    prefix: str = ""

    def read(self, value: str) -> Found:
        """The token, not checked, and its claims."""
        token = value.strip()
        if not token.startswith(self.prefix):
            return Found((), NO_FIELDS)
        token = token[len(self.prefix) :].strip()
        claims = read_claims(token)
        return Found((), NO_FIELDS) if claims is None else Found((token,), claims)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return self.prefix + signatures[0]


def read_claims(token: str) -> Mapping[str, str] | None:
    """The claims of a token that are numbers or texts, as text, not checked; None where it is no JSON Web Token."""
    claims = read_document(token)
    if claims is None:
        return None
    return {name: str(value) for name, value in claims.items() if isinstance(value, str | int | float)}


def read_document(token: str) -> Mapping[str, object] | None:
    """All claims of a token as they are, not checked; None where it is no JSON Web Token."""
    return _read_part(token, 1)


def read_head(token: str) -> Mapping[str, object]:
    """What a token says of its algorithm and key, not checked; empty where it is no JSON Web Token."""
    return _read_part(token, 0) or {}


def _read_part(token: str, place: int) -> Mapping[str, object] | None:
    parts = token.split(".")
    if len(parts) != 3 or not all(parts) or len(token) > LONGEST_TOKEN:
        return None
    raw = decode_base64(parts[place].replace("-", "+").replace("_", "/").encode("latin-1", "replace"))
    try:
        document = json.loads(raw or b"")
    except (ValueError, RecursionError):
        return None
    return document if isinstance(document, dict) else None


def shown(layout: "Layout", text: str) -> str:
    """How a signature that `text` stands for is written, for people; packed in base64 it could not be seen."""
    if isinstance(layout, Single):
        return layout.prefix + text
    named = layout.fields if isinstance(layout, Positional) else ()
    written = layout.write([text], {name: f"{{{name}}}" for name in named})
    return written if text in written else f"packed in base64: {text}"


class Layout(Protocol):
    """How signatures stand in a value; a provider with a way of its own has a class of its own."""

    def read(self, value: str) -> Found:
        """The signatures, and the named values beside them; no signature where the form is another."""

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The value with these signatures."""
