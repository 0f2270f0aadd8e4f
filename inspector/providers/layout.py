"""How signatures stand in a header: one alone, a list, or `name=value` pairs. Each way reads and writes.

Readers are as strict as the providers' own libraries; what lenient reading would have found is the diagnosis' business.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

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

    def read(self, value: str) -> Found:
        """The signature, or none where the prefix is missing."""
        prefix = self.prefix
        return Found(
            (value[len(prefix) :],) if value.startswith(prefix) and len(value) > len(prefix) else (), NO_FIELDS
        )

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return self.prefix + signatures[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Signatures separated by blanks, each behind a prefix: `v1,g0hM… v1,9xY2…`; others belong to other schemes."""

    prefix: str
    bare: bool = False
    """Entries without any prefix count too."""

    def read(self, value: str) -> Found:
        """The signatures of this scheme."""
        prefix, cut = self.prefix, len(self.prefix)
        entries = value.split(" ", MOST_SIGNATURES)[:MOST_SIGNATURES]
        found = [entry[cut:] for entry in entries if entry.startswith(prefix)]
        if self.bare:
            found += [entry for entry in entries if entry and "," not in entry]
        return Found(found, NO_FIELDS)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return " ".join(self.prefix + signature for signature in signatures)


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


Layout: TypeAlias = Single | Listed | Pairs
