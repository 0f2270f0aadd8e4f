"""Wildcards against an obvious, slow matcher."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.filter import wildcard

TEXTS = st.text(alphabet="aAbBkſK\n.*?\\é\x00😀", max_size=8)


def slowly(pattern: list[tuple[str, str]], text: str) -> bool:
    """Try every length for every run."""
    if not pattern:
        return not text
    (meaning, character), rest = pattern[0], pattern[1:]
    if meaning == wildcard.RUN:
        return any(slowly(rest, text[count:]) for count in range(len(text) + 1))
    if not text or (meaning == wildcard.PLAIN and wildcard.lowered(character) != wildcard.lowered(text[0])):
        return False
    return slowly(rest, text[1:])


@given(pattern=TEXTS, text=TEXTS)
def test_matches_like_trying_everything(pattern: str, text: str) -> None:
    """The quick matcher finds what trying every length finds, and no more."""
    assert wildcard.matches(pattern, text) == slowly(list(wildcard.pieces(pattern)), text)


@given(text=TEXTS)
def test_an_escaped_text_matches_itself_alone(text: str) -> None:
    """Whatever stands in a text, its escaped form means just that text."""
    pattern = wildcard.escaped(text)

    assert wildcard.plain_text(pattern) == text
    assert wildcard.matches(pattern, text)
    assert not wildcard.matches(pattern, text + "a")


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("/hooks/*", "/Hooks/stripe/x", True),
        ("/hooks/*", "/hooks", False),
        ("/hooks", "/hooks/", False),
        ("*", "", True),
        ("?", "😀", True),
        ("?", "", False),
        (r"a\*", "a*", True),
        (r"a\*", "ab", False),
        ("a\\", "a\\", True),
        (r"\u", r"\u", True),
        ("É", "é", False),
        ("k", "\u212a", False),
        ("[ab]", "a", False),
    ],
)
def test_examples(pattern: str, text: str, expected: bool) -> None:
    """The whole text counts, ASCII letters in any case, and only `*` and `?` are special."""
    assert wildcard.matches(pattern, text) is expected


def test_a_hostile_pattern_ends() -> None:
    """A pattern that would keep a careless matcher busy for years is answered."""
    assert not wildcard.matches("*a" * 200 + "b", "a" * 5_000)
    assert not wildcard.matches("*a?" * 100 + "b", "a" * 5_000)


def test_plain_text_is_told_from_wildcards() -> None:
    """Only a pattern without wildcards stands for one text."""
    assert wildcard.plain_text(r"a\*\?\\") == "a*?\\"
    assert wildcard.plain_text("a*") is None
    assert wildcard.plain_text("a?") is None


def test_lowered_leaves_other_letters() -> None:
    """Only ASCII letters change, as in SQLite."""
    assert wildcard.lowered("ÄK\u212aZ") == "Äk\u212az"
