"""A filter as a tree of plain data. Texts compare without regard to the case of ASCII letters unless they say so."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Order = Literal["=", ">", ">=", "<", "<="]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wildcard:
    """The whole text matches: `*` is any run of characters, `?` any one, a backslash takes away their meaning."""

    pattern: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exactly:
    """The text is this one, in this case."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A whole number stands in this order to `number`."""

    order: Order
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """A moment, in microseconds since 1970, from `start` up to but without `end`."""

    start: int
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """The capture is in the state of this name."""

    name: str


Test: TypeAlias = Wildcard | Exactly | Number | Between | State


@dataclass(frozen=True, slots=True, kw_only=True)
class All:
    """Every capture: what an empty filter means."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """The text occurs in the request's head or in its body, as it came or with its content encoding undone."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What the term of this name reads from a capture passes a test. Where there is nothing to read, it does not."""

    term: str
    test: Test


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """What the part does not match, captures that lack the value among them."""

    part: "Filter"


@dataclass(frozen=True, slots=True, kw_only=True)
class And:
    """What every part matches."""

    parts: tuple["Filter", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Or:
    """What at least one part matches."""

    parts: tuple["Filter", ...]


Filter: TypeAlias = All | Word | Condition | Not | And | Or
