"""Terms that are written for the person."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.filter.matcher import matches
from inspector.core.filter.parser import parse
from inspector.core.filter.tree import Word
from inspector.core.filter.writing import write_term, write_word
from tests.captures import capture_of, head_of

TEXTS = st.text(alphabet='ab \t*?\\"():=-<>!Oé\x00', max_size=8)
CAPTURE = capture_of(head_of(b"GET / HTTP/1.1"))


@given(value=TEXTS, other=TEXTS)
def test_a_written_term_matches_just_its_value(value: str, other: str) -> None:
    """A click on any value gives a filter for that value and no other."""
    tree = parse(write_term("event", value))

    for event in (value, other):
        capture = replace(CAPTURE, judgement=replace(CAPTURE.judgement, event=event))
        assert matches(tree, capture) == (event.lower() == value.lower())


@given(word=TEXTS.filter(bool))
def test_a_written_word_is_searched_for_as_it_is(word: str) -> None:
    """No character of a word in quotes has a meaning."""
    assert parse(write_word(word)) == Word(text=word)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("invoice.paid", "event:invoice.paid"),
        ("", 'event:""'),
        ("a b", 'event:"a b"'),
        ("a*", r"event:a\*"),
        ("a (*)", r'event:"a (\\*)"'),
    ],
)
def test_quotes_and_backslashes_only_where_needed(value: str, text: str) -> None:
    """An ordinary value is written as a person would write it."""
    assert write_term("event", value) == text
