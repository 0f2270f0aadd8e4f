"""Cutting a filter's text into words, terms and what joins them."""

import pytest

from inspector.core.filter.errors import FilterError
from inspector.core.filter.tokens import read_tokens


def shapes(text: str) -> list[tuple[str, str]]:
    """Each token's kind and what it holds."""
    return [(token.kind, token.name + token.operator + token.value) for token in read_tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \t\n ", []),
        ("a OR (b AND NOT c)", ["word", "or", "(", "word", "and", "not", "word", ")"]),
        ("or and not", ["word", "word", "word"]),
        ("-a -(b)", ["not", "word", "not", "(", "word", ")"]),
        ("a-b 2026-11-23", ["word", "word"]),
        ("status>=400", ["term"]),
        ('"status>=400" "OR"', ["word", "word"]),
        ("http://x/y?a=b 12:30 =x", ["word", "word", "word"]),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    """Each piece is taken for what it is; a URL, a time of day and words in quotes are words."""
    assert [kind for kind, _ in shapes(text)] == expected


@pytest.mark.parametrize("operator", [":", "=", "!=", ">", ">=", "<", "<="])
def test_operators(operator: str) -> None:
    """The longest operator that stands there is read."""
    (token,) = read_tokens(f"size{operator}7")

    assert (token.name, token.operator, token.value, token.value_start) == ("size", operator, "7", 4 + len(operator))


def test_a_term_ends_at_a_space_or_a_parenthesis() -> None:
    """Values with either stand in quotes."""
    assert shapes('(path:/a b) path:"/a (b)"') == [
        ("(", ""),
        ("term", "path:/a"),
        ("word", "b"),
        (")", ""),
        ("term", "path:/a (b)"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (r'"say \"hi\""', 'say "hi"'),
        (r'"a\\b"', r"a\b"),
        (r'"\u00e9\*"', r"\u00e9\*"),
        (r"\u00e9", r"\u00e9"),
        ('it"s', 'it"s'),
        (r'"a\\"', "a\\"),
    ],
)
def test_a_backslash_escapes_only_quotes_and_itself(text: str, value: str) -> None:
    """Anything else with a backslash, as JSON has it, is searched for as it is written."""
    assert [token.value for token in read_tokens(text)] == [value]


def test_places_are_those_of_the_text() -> None:
    """A token tells from where to where it stands."""
    text = '  a (path:"b c")'

    assert [text[token.start : token.end] for token in read_tokens(text)] == ["a", "(", 'path:"b c"', ")"]


@pytest.mark.parametrize(
    ("text", "position"),
    [('a "b', 2), ('event:"b', 6), ('"a"b', 3), ('event:"a"b', 9), ("a - b", 2), ("(-)", 1), ("a -", 2)],
)
def test_what_cannot_be_cut_names_its_place(text: str, position: int) -> None:
    """An open quotation mark, text that sticks to a closed one and a lone minus are refused."""
    with pytest.raises(FilterError) as caught:
        list(read_tokens(text))

    assert caught.value.position == position
