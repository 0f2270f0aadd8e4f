"""The kinds of terms: which operators each takes, and how the value behind the operator is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from inspector.core.filter.errors import FilterError
from inspector.core.filter.tree import Between, Condition, Exactly, Filter, Number, Or, Order, State, Wildcard
from inspector.core.filter.values import SIZES, read_day, read_moment, read_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One term as it was written: `position` is the place of its value, `choices` what its registry entry allows."""

    name: str
    operator: str
    """Never `!=`: the parser reads that as `=` and turns it round."""
    value: str
    quoted: bool
    position: int
    now: datetime
    choices: tuple[str, ...]

    def expected(self, what: str) -> FilterError:
        """The error that says what should stand here."""
        found = f" instead of {self.value}" if self.value else ""
        return FilterError(self.position, f"expected {what} after {self.name}{self.operator}{found}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How terms of one kind are read; `read` raises FilterError."""

    operators: tuple[str, ...]
    read: Callable[[Written], Filter]


def _read_text(written: Written) -> Filter:
    return Condition(term=written.name, test=_text_test(written))


def _text_test(written: Written) -> Wildcard | Exactly:
    if not written.value and not written.quoted:
        raise written.expected("a value, with no space before it,")
    return Exactly(text=written.value) if written.operator == "=" else Wildcard(pattern=written.value)


def _read_host(written: Written) -> Filter:
    """With `:` the port may be left out: nobody remembers it when looking for a host."""
    if written.operator == "=":
        return _read_text(written)
    patterns = (written.value, written.value + ":*")
    return Or(parts=tuple(Condition(term=written.name, test=Wildcard(pattern=pattern)) for pattern in patterns))


def _read_choice(written: Written) -> Filter:
    return Condition(term=written.name, test=Exactly(text=_choice(written)))


def _read_state(written: Written) -> Filter:
    return Condition(term=written.name, test=State(name=_choice(written)))


def _choice(written: Written) -> str:
    value = written.value.lower()
    if value not in written.choices:
        raise written.expected(f"one of {', '.join(written.choices)}")
    return value


def _read_count(written: Written) -> Filter:
    return _numbers(written, {"": 1}, "a whole number")


def _read_size(written: Written) -> Filter:
    return _numbers(written, SIZES, "a whole number of bytes with an optional unit (10kb)")


def _numbers(written: Written, units: dict[str, int], what: str) -> Filter:
    try:
        number = read_number(written.value, units)
    except ValueError:
        raise written.expected(what) from None
    order = "=" if written.operator == ":" else written.operator
    return Condition(term=written.name, test=Number(order=cast(Order, order), number=number))


def _read_since(written: Written) -> Filter:
    try:
        start = read_moment(written.value, written.now)
    except ValueError:
        raise written.expected("how long ago (15m, 2h, 3d) or a time (2026-11-23T08:00)") from None
    return Condition(term=written.name, test=Between(start=start))


def _read_on(written: Written) -> Filter:
    try:
        start, end = read_day(written.value, written.now)
    except ValueError:
        raise written.expected("today, yesterday or a day (2026-11-23)") from None
    return Condition(term=written.name, test=Between(start=start, end=end))


_EQUALITY = (":", "=", "!=")
_ORDER = (*_EQUALITY, ">", ">=", "<", "<=")

TEXT = Kind(operators=_EQUALITY, read=_read_text)
HOST = Kind(operators=_EQUALITY, read=_read_host)
CHOICE = Kind(operators=_EQUALITY, read=_read_choice)
STATE = Kind(operators=_EQUALITY, read=_read_state)
COUNT = Kind(operators=_ORDER, read=_read_count)
SIZE = Kind(operators=_ORDER, read=_read_size)
SINCE = Kind(operators=_EQUALITY, read=_read_since)
DAY = Kind(operators=_EQUALITY, read=_read_on)
