"""What is offered at the cursor."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.filter.completion import complete
from inspector.core.filter.parser import parse
from inspector.core.filter.terms import TERMS, Term

KNOWN = {"provider": ("stripe", "github"), "event": ("push", "pull request"), "signature": ("valid",)}


def offered(text: str) -> list[str]:
    """The whole text after each suggestion was taken at its end."""
    return [text[: each.start] + each.text + text[each.end :] for each in complete(text, len(text), KNOWN)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sig", ["signature:"]),
        ("a -(SIG", ["a -(signature:"]),
        ("NOT sinc", ["NOT since:"]),
        ("signature:in", ["signature:invalid"]),
        ("-signature!=va", ["-signature!=valid"]),
        ("is:du", ["is:duplicate"]),
        ("on:", ["on:today", "on:yesterday"]),
        ("provider:", ["provider:stripe", "provider:github"]),
        ("provider:S", ["provider:stripe"]),
        ("event:pul", ['event:"pull request"']),
        ('event:"pull r', ['event:"pull request"']),
        ("signature:valid", []),
        ("path>", []),
        ("nothing:", []),
        ('"sig', []),
        ('say "a b" sig', ['say "a b" signature:']),
        ("http://sig", []),
    ],
)
def test_suggestions(text: str, expected: list[str]) -> None:
    """Names of terms where a term begins, values behind an operator, nothing inside a quoted word."""
    assert offered(text) == expected


def test_an_empty_bar_offers_every_term() -> None:
    """Whoever knows nothing of the language sees what there is."""
    assert offered("") == [f"{term.name}:" for term in TERMS]
    assert offered("a ") == [f"a {term.name}:" for term in TERMS]


def test_what_stands_behind_the_cursor_stays() -> None:
    """Only what is being written is replaced."""
    (suggestion,) = complete("stat path:/a", 4)

    assert (suggestion.text, suggestion.start, suggestion.end) == ("status:", 0, 4)
    assert suggestion.meaning == "the status code the sender was told: status>=400"


@pytest.mark.parametrize("term", [term for term in TERMS if term.choices])
def test_every_offered_value_can_be_read(term: Term) -> None:
    """No suggestion leads into an error."""
    for text in offered(f"{term.name}:"):
        parse(text)


@given(text=st.text(alphabet='ab:is="\\ ()-', max_size=30), cursor=st.integers(0, 30))
def test_any_text_can_be_completed(text: str, cursor: int) -> None:
    """Half a filter is what a person writes most of the time; only what is before the cursor is replaced."""
    for suggestion in complete(text, min(cursor, len(text)), KNOWN):
        assert 0 <= suggestion.start <= suggestion.end == min(cursor, len(text))
