"""How signatures stand in a value, as snippets read them: the layouts of all entries in a few forms."""

from dataclasses import dataclass
from typing import TypeAlias

from inspector.providers.entries.braintree import KeyedPairs
from inspector.providers.entries.ebay import PackedJson
from inspector.providers.entries.hygraph import PAIRS, SignFirst
from inspector.providers.entries.identity import PairSets
from inspector.providers.entries.murf import BareDigest
from inspector.providers.entries.twilio import OfLength
from inspector.providers.layout import Basic, Layout, Listed, Pairs, Positional, Single, WebToken


@dataclass(frozen=True, slots=True)
class Matching:
    """Signatures are what a regular expression catches, in a dialect that all languages read."""

    pattern: str


@dataclass(frozen=True, slots=True)
class Packed:
    """An object in base64, whose `signature` it is."""


Written: TypeAlias = Basic | Listed | Pairs | Positional | Single | Matching | Packed
"""Layouts that every language can take apart."""


def written(layout: Layout, value: bytes) -> Written | None:
    """The form of a layout in which a value is written; None for one that only this program reads."""
    match layout:
        case Basic() | Listed() | Pairs() | Positional() | Single():
            return layout
        case WebToken(prefix=prefix):
            return Single(prefix=prefix)
        case OfLength() | BareDigest():
            return Single()
        case PairSets(pairs=pairs):
            return pairs if b" " not in value else None
        case SignFirst():
            return PAIRS
        case KeyedPairs():
            return Matching(r"[^|&]+\|([^|&]+)")
        case PackedJson():
            return Packed()
        case _:
            return None
