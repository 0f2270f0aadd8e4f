"""Text to tree. Terms side by side must all match; OR binds less than that, NOT and `-` more."""

from collections.abc import Iterator
from datetime import datetime
from difflib import get_close_matches

from inspector.core import clock
from inspector.core.filter.errors import FilterError
from inspector.core.filter.kinds import Written
from inspector.core.filter.terms import TERMS, Term, find
from inspector.core.filter.tokens import Token, read_tokens
from inspector.core.filter.tree import All, And, Filter, Not, Or, Word

LONGEST = 10_000
"""Characters of a filter."""

MOST = 200
"""Words and terms in one filter; more nesting or length than this would be too much for the store's SQL."""

DEEPEST = 50
"""Parentheses and negations inside one another."""


def parse(text: str, *, now: datetime | None = None) -> Filter:
    """Read a filter; one without content matches everything. `now` (aware) is what `since:15m` counts from.

    Raises FilterError, which names the place and what was expected there.
    """
    if len(text) > LONGEST:
        raise FilterError(LONGEST, f"expected the end of the filter: it may have {LONGEST:,} characters.")
    for position, character in enumerate(text):
        if "\ud800" <= character <= "\udfff":
            raise FilterError(position, "expected text; this is half a character.")
    return _Parser(text, now or clock.now()).whole()


class _Parser:
    """Goes through the tokens once, one token ahead."""

    def __init__(self, text: str, now: datetime) -> None:
        self._text = text
        self._now = now
        self._tokens: Iterator[Token] = read_tokens(text)
        self._depth = 0
        self._count = 0
        self._last: Token | None = None
        self._next = next(self._tokens, None)

    def whole(self) -> Filter:
        if self._next is None:
            return All()
        tree = self._alternatives()
        left = self._take()
        if left:
            raise FilterError(left.start, "expected no closing parenthesis: none was opened.")
        return tree

    def _alternatives(self) -> Filter:
        parts = [self._together()]
        while self._next and self._next.kind == "or":
            self._take()
            parts.append(self._together())
        return parts[0] if len(parts) == 1 else Or(parts=tuple(parts))

    def _together(self) -> Filter:
        parts = [self._one()]
        while self._next and self._next.kind not in (")", "or"):
            if self._next.kind == "and":
                self._take()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(parts=tuple(parts))

    def _one(self) -> Filter:
        token = self._next
        if token is None or token.kind in (")", "or", "and"):
            raise self._nothing_here(token)
        self._take()
        if token.kind in ("not", "("):
            self._depth += 1
            if self._depth > DEEPEST:
                raise FilterError(token.start, f"expected at most {DEEPEST} parentheses or NOTs inside one another.")
            tree = Not(part=self._one()) if token.kind == "not" else self._group(token)
            self._depth -= 1
            return tree
        self._count += 1
        if self._count > MOST:
            raise FilterError(token.start, f"expected at most {MOST} words and terms.")
        return self._term(token) if token.kind == "term" else self._word(token)

    def _group(self, opening: Token) -> Filter:
        tree = self._alternatives()
        if self._take() is None:
            raise FilterError(opening.start, "expected a closing parenthesis for the one that opens here.")
        return tree

    def _term(self, token: Token) -> Filter:
        term = find(token.name)
        if term is None:
            raise FilterError(token.start, _no_such_term(token))
        if token.operator not in term.kind.operators:
            operators = f"{', '.join(term.kind.operators[:-1])} or {term.kind.operators[-1]}"
            raise FilterError(
                token.start + len(token.name), f"expected {operators} after {term.name}, as in {term.example}."
            )
        return self._read(term, token)

    def _read(self, term: Term, token: Token) -> Filter:
        negated = token.operator == "!="
        tree = term.kind.read(
            Written(
                name=term.name,
                operator="=" if negated else token.operator,
                value=token.value,
                quoted=token.quoted,
                position=token.value_start,
                now=self._now,
                choices=term.choices,
            )
        )
        return Not(part=tree) if negated else tree

    def _word(self, token: Token) -> Filter:
        if not token.value:
            raise FilterError(token.start, "expected something to search for between the quotation marks.")
        before = self._word_before(token)
        if not token.quoted and token.value[0] in ":=!<>" and before and find(before):
            raise FilterError(token.start, f"expected no space here: write {before}{token.value} and the value as one.")
        return Word(text=token.value)

    def _word_before(self, token: Token) -> str:
        """The word just before this one, to notice `status > 400`."""
        return self._text[: token.start].rstrip().rpartition(" ")[2].lstrip("(-")

    def _take(self) -> Token | None:
        self._last = self._next
        self._next = next(self._tokens, None)
        return self._last

    def _nothing_here(self, token: Token | None) -> FilterError:
        position = len(self._text) if token is None else token.start
        after = f" after {self._text[self._last.start : self._last.end]}" if self._last else ""
        return FilterError(position, f"expected a word or a term{after}.")


def _no_such_term(token: Token) -> str:
    close = get_close_matches(token.name.lower(), [term.name for term in TERMS], n=1)
    written = token.name + token.operator + token.value
    if close:
        return f'expected a term; there is none named {token.name}. Did you mean {close[0]}? (As text: "{written}")'
    known = ", ".join(term.name for term in TERMS)
    return f'expected a term ({known}); {token.name} is none. To search for the text, put it in quotes: "{written}".'
