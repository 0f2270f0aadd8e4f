"""Asks a tree of one capture, as the store's SQL asks it of many: both always say the same."""

from inspector.core.capture import Capture
from inspector.core.filter import search, wildcard
from inspector.core.filter.search import Decode
from inspector.core.filter.terms import Value, find
from inspector.core.filter.tree import (
    All,
    And,
    Between,
    Condition,
    Exactly,
    Filter,
    Not,
    Number,
    Or,
    State,
    Test,
    Wildcard,
    Word,
)


def matches(tree: Filter, capture: Capture, *, decode: Decode | None = None) -> bool:
    """Whether the capture passes. `decode` undoes a content encoding; without it only bytes as they came count."""
    match tree:
        case All():
            return True
        case And(parts=parts):
            return all(matches(part, capture, decode=decode) for part in parts)
        case Or(parts=parts):
            return any(matches(part, capture, decode=decode) for part in parts)
        case Not(part=part):
            return not matches(part, capture, decode=decode)
        case Word(text=text):
            return _holds(text, capture, decode)
        case Condition(term=name, test=test):
            term = find(name)
            return term is not None and passes(test, term.read(capture))


def passes(test: Test, value: Value) -> bool:
    """Whether a value passes a test, or any of several values; nothing passes none."""
    if isinstance(value, tuple):
        return any(passes(test, one) for one in value)
    match test:
        case Wildcard(pattern=pattern):
            return isinstance(value, str) and wildcard.matches(pattern, value)
        case Exactly(text=text):
            return value == text
        case Number():
            return isinstance(value, int) and _stands(test, value)
        case Between(start=start, end=end):
            return isinstance(value, int) and start <= value and (end is None or value < end)
        case State(name=name):
            return isinstance(value, frozenset) and name in value


def _stands(test: Number, value: int) -> bool:
    match test.order:
        case "=":
            return value == test.number
        case ">":
            return value > test.number
        case ">=":
            return value >= test.number
        case "<":
            return value < test.number
        case "<=":
            return value <= test.number


def _holds(word: str, capture: Capture, decode: Decode | None) -> bool:
    request = capture.request
    wanted = search.needle(word)
    return search.contains(request.head, wanted) or search.body_contains(request.body, request.headers, wanted, decode)
