"""Orders of a list other than newest first, as SQL.

No index holds them: one for each column would cost every capture more than all else that is done for it. Sorted by one
whole number or one text, which SQLite compares fast, a million captures take one to three seconds, the first page of
them a third of one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

MOST_RANGES = 400
"""Ranges of ids that one statement names; with more it reads from the first to the last of them."""

LAST_TEXT = "char(1114111)"
LAST_NUMBER = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What captures are sorted by; equal ones stand newest first, and those without a value at the end."""

    by: str
    """A key of KEYS."""
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """An expression over `captures`, and what stands for NULL when it rises and when it falls."""

    sql: str
    last: str = ""
    first: str = ""

    def in_order(self, *, descending: bool) -> str:
        """The expression without NULL, which would compare slowly and stand first when it rises."""
        absent = self.first if descending else self.last
        expression = f"coalesce({self.sql}, {absent})" if absent else self.sql
        return f"{expression} DESC" if descending else expression


def _text(column: str) -> Key:
    return Key(sql=f"nullif(lower({column}), '')", last=LAST_TEXT, first="''")


def _number(column: str) -> Key:
    return Key(sql=column, last=str(LAST_NUMBER), first="-1")


KEYS: Mapping[str, Key] = MappingProxyType(
    {
        "id": Key(sql="id"),
        "received": Key(sql="received_at"),
        "signature": Key(
            sql="CASE signature WHEN 'invalid' THEN '0' || coalesce(cause, '') WHEN 'no-secret' THEN '1' "
            "WHEN 'unsigned' THEN '2' WHEN 'unknown' THEN '3' ELSE '4' END"
        ),
        "provider": _text("provider"),
        "event": _text("event"),
        "path": _text("target"),
        "size": Key(sql="size"),
        "status": _number("status"),
        "took": _number("CAST(duration_ms * 1000 AS INTEGER)"),
        "endpoint": _text("endpoint"),
        "attempt": Key(sql="attempt"),
        "method": _text("method"),
        "host": _text("host"),
        "type": _text("content_type"),
        "note": Key(sql="-has_note"),
    }
)
"""What a list can be sorted by."""


def order_by(order: Order) -> str:
    """What stands behind ORDER BY."""
    return f"{KEYS[order.by].in_order(descending=order.descending)}, id DESC"


def within(spans: Sequence[tuple[int, int]]) -> tuple[str, tuple[int, ...]]:
    """The condition that an id lies in one of these ranges, and the values of its question marks."""
    if len(spans) > MOST_RANGES:
        spans = ((min(low for low, _ in spans), max(high for _, high in spans)),)
    return "(" + " OR ".join(["id BETWEEN ? AND ?"] * len(spans)) + ")", tuple(id for span in spans for id in span)
