"""The tests of a filter as SQL over one column. What they give is 0 or 1, never NULL, so that NOT turns it round."""

from typing import TypeAlias

from inspector.core.filter import wildcard
from inspector.core.filter.tree import Between, Exactly, Number, State, Test, Wildcard

Parameter: TypeAlias = str | int | bytes
Fragment: TypeAlias = tuple[str, tuple[Parameter, ...]]
"""A piece of SQL and the values of its question marks."""

NEVER: Fragment = ("0", ())


SELECTIVE = 12
"""Characters of a delivery id's beginning with which an index beats reading in order: the first few are alike."""


def column_test(column: str, test: Test) -> Fragment:
    """The condition that the column's value passes the test."""
    match test:
        case Exactly(text=text):
            return f"({column} IS NOT NULL AND {column} = ?)", (text,)
        case Wildcard(pattern=pattern):
            return _wildcard(column, pattern)
        case Number(order=order, number=number):
            return f"({column} IS NOT NULL AND {column} {order} ?)", (number,)
        case Between(start=start, end=None):
            return f"({column} IS NOT NULL AND {column} >= ?)", (start,)
        case Between(start=start, end=int(end)):
            return f"({column} IS NOT NULL AND {column} >= ? AND {column} < ?)", (start, end)
        case State():
            return NEVER  # a state is no column's value
    raise AssertionError(test)


def _wildcard(column: str, pattern: str) -> Fragment:
    """LIKE stops at a NUL in the text or the pattern; then a function of ours looks."""
    plain = wildcard.plain_text(pattern)
    if plain is not None:
        return f"({column} IS NOT NULL AND lower({column}) = ?)", (wildcard.lowered(plain),)
    function = f"filter_wildcard(?, {column})"
    if "\0" in pattern:
        return f"({column} IS NOT NULL AND {function})", (pattern,)
    holds_nul = f"instr({column}, char(0))"
    like = f"{column} LIKE ? ESCAPE '\\'"
    sql = f"({column} IS NOT NULL AND (({like} AND NOT {holds_nul}) OR ({holds_nul} AND {function})))"
    return sql, (like_pattern(pattern), pattern)


def like_pattern(pattern: str) -> str:
    """A wildcard pattern as one for LIKE with a backslash as its escape."""
    meanings = {wildcard.RUN: "%", wildcard.ONE: "_"}
    return "".join(meanings.get(meaning) or escape_like(character) for meaning, character in wildcard.pieces(pattern))


def escape_like(text: str) -> str:
    """Text that LIKE takes for itself, with a backslash as its escape."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def prefix_range(column: str, pattern: str) -> Fragment | None:
    """What an index with COLLATE NOCASE can look up of a pattern: the whole text, or a beginning that selects well."""
    plain = wildcard.plain_text(pattern)
    if plain is not None:
        return f"{column} = ? COLLATE NOCASE", (plain,)
    prefix = ""
    for meaning, character in wildcard.pieces(pattern):
        if meaning != wildcard.PLAIN or character == "\0":
            break
        prefix += character
    if len(prefix) < SELECTIVE or prefix[-1] in "\ud7ff\U0010ffff":
        return None
    prefix = wildcard.lowered(prefix)
    after = prefix[:-1] + chr(ord(prefix[-1]) + 1)
    return f"{column} >= ? COLLATE NOCASE AND {column} < ? COLLATE NOCASE", (prefix, after)
