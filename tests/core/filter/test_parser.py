"""Text to tree, and what is said of text that is no filter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.filter import parser
from inspector.core.filter.errors import FilterError
from inspector.core.filter.parser import parse
from inspector.core.filter.tree import All, And, Condition, Filter, Not, Number, Or, Word


def word(text: str) -> Word:
    """One word."""
    return Word(text=text)


def refused(text: str) -> FilterError:
    """The error of a filter that cannot be read."""
    with pytest.raises(FilterError) as caught:
        parse(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", All()),
        ("  ", All()),
        ("a", word("a")),
        ("a b", And(parts=(word("a"), word("b")))),
        ("a AND b", And(parts=(word("a"), word("b")))),
        ("a OR b c", Or(parts=(word("a"), And(parts=(word("b"), word("c")))))),
        ("(a OR b) c", And(parts=(Or(parts=(word("a"), word("b"))), word("c")))),
        ("NOT a b", And(parts=(Not(part=word("a")), word("b")))),
        ("-(a b)", Not(part=And(parts=(word("a"), word("b"))))),
        ("NOT NOT a", Not(part=Not(part=word("a")))),
        ("NOT -a", Not(part=Not(part=word("a")))),
        ("((a))", word("a")),
        ('"a b" "OR"', And(parts=(word("a b"), word("OR")))),
        ("STATUS>400", Condition(term="status", test=Number(order=">", number=400))),
        ("status!=400", Not(part=Condition(term="status", test=Number(order="=", number=400)))),
        ("-status:400", Not(part=Condition(term="status", test=Number(order="=", number=400)))),
        ("http://x/y?a=b", word("http://x/y?a=b")),
        ("12:30", word("12:30")),
        ("or", word("or")),
    ],
)
def test_trees(text: str, tree: Filter) -> None:
    """Side by side is and, OR binds less, NOT and minus more; names of terms are read in any case."""
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "position", "problem"),
    [
        ("size>", 5, "expected a whole number of bytes with an optional unit (10kb) after size>."),
        ("a size>x", 7, "expected a whole number of bytes with an optional unit (10kb) after size> instead of x."),
        ("status:4xx", 7, "expected a whole number after status: instead of 4xx."),
        ("path:", 5, "expected a value, with no space before it, after path:."),
        ("path: /a", 5, "expected a value, with no space before it, after path:."),
        ("path>/a", 4, "expected :, = or != after path, as in path:/hooks/*."),
        ("status > 400", 7, "expected no space here: write status> and the value as one."),
        ("(-status >= 400)", 9, "expected no space here: write status>= and the value as one."),
        ("a (b", 2, "expected a closing parenthesis for the one that opens here."),
        ("a ) b", 2, "expected no closing parenthesis: none was opened."),
        ("()", 1, "expected a word or a term after (."),
        ("a OR", 4, "expected a word or a term after OR."),
        ("OR a", 0, "expected a word or a term."),
        ("a OR OR b", 5, "expected a word or a term after OR."),
        ("a AND", 5, "expected a word or a term after AND."),
        ("NOT", 3, "expected a word or a term after NOT."),
        ('a ""', 2, "expected something to search for between the quotation marks."),
        (
            "x staus:200",
            2,
            'expected a term; there is none named staus. Did you mean status? (As text: "staus:200")',
        ),
        ("a\ud800", 1, "expected text; this is half a character."),
    ],
)
def test_refusals(text: str, position: int, problem: str) -> None:
    """What cannot be read names the place and what was expected there."""
    error = refused(text)

    assert (error.position, error.expected) == (position, problem)
    assert str(error) == f"At position {position + 1}: {problem}"


def test_an_unknown_term_is_not_taken_for_a_word() -> None:
    """Finding nothing in silence would be worse; how to search for the text is said."""
    error = refused("zzz=1")

    assert error.position == 0
    assert error.expected.startswith("expected a term (provider, event, signature, ")
    assert error.expected.endswith('zzz is none. To search for the text, put it in quotes: "zzz=1".')
    assert parse('"zzz=1"') == word("zzz=1")


def test_a_filter_has_bounds() -> None:
    """Length, number of terms and depth are bounded, so that neither Python nor SQLite runs out of stack."""
    assert refused("a" * (parser.LONGEST + 1)).position == parser.LONGEST
    assert refused("a " * (parser.MOST + 1)).position == 2 * parser.MOST
    assert refused("(" * 60 + "a" + ")" * 60).position == parser.DEEPEST
    assert refused("-" * 60 + "a").position == parser.DEEPEST
    assert isinstance(parse("a " * parser.MOST), And)
    assert parse("(" * parser.DEEPEST + "a" + ")" * parser.DEEPEST) == word("a")


def test_depth_counts_only_what_is_open() -> None:
    """Many small groups side by side are no deep filter."""
    assert isinstance(parse("-(a) " * 100), And)


PIECES = (
    *(
        '"',
        "\\",
        "(",
        ")",
        "-",
        " OR ",
        " NOT ",
        " ",
        "status",
        "path",
        "is",
        "since",
        "size",
        ":",
        ">=",
        "!=",
        "=",
        "~",
    ),
    *("200", "10kb", "*", "retry", "15m", "a", "é", "\ud800", "//", "\x00"),
)


@given(text=st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text makes anything but a tree or an error that names a place inside the text."""
    error = None
    try:
        parse(text)
    except FilterError as caught:
        error = caught

    assert error is None or 0 <= error.position <= len(text)
    assert error is None or error.expected.startswith("expected ")
