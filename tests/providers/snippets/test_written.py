"""Layouts of entries in the few forms that snippets read."""

import re

import pytest

from inspector.providers.entries.braintree import KeyedPairs
from inspector.providers.entries.ebay import PackedJson
from inspector.providers.entries.hygraph import PAIRS, SignFirst
from inspector.providers.entries.identity import PairSets
from inspector.providers.entries.twilio import OfLength
from inspector.providers.layout import Layout, Single, WebToken
from inspector.providers.snippets.written import Matching, Packed, Written, written


@pytest.mark.parametrize(
    ("layout", "form"),
    [
        (Single(prefix="v1="), Single(prefix="v1=")),
        (WebToken(prefix="Bearer "), Single(prefix="Bearer ")),
        (OfLength(length=28), Single()),
        (SignFirst(), PAIRS),
        (PairSets(pairs=PAIRS), PAIRS),
        (PackedJson(), Packed()),
    ],
)
def test_each_has_a_form(layout: Layout, form: Written) -> None:
    """Layouts that read a value alike are one form."""
    assert written(layout, b"t=1,v1=ab") == form


def test_a_regular_expression_finds_what_the_layout_finds() -> None:
    """Braintree's pairs by both ways."""
    form, value = written(KeyedPairs(), b""), "key|ab&other|cd"

    assert isinstance(form, Matching)
    assert re.findall(form.pattern, value) == list(KeyedPairs().read(value).signatures)


def test_several_sets_have_none() -> None:
    """What no language reads by these forms is not written wrong."""
    assert written(PairSets(pairs=PAIRS), b"t=1,v1=ab t=1,v1=cd") is None
