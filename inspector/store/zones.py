"""Zone maps: which values of a column occur in which block of 4,096 ids, so that a filter reads few blocks.

An index on each column would cost a capture more than all else that is done for it; this costs a microsecond.
A block's values are never taken back: what the table says may be more than what is there, never less.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from inspector.core.filter.tree import And, Between, Condition, Exactly, Filter, Not, Number, Or, State, Test
from inspector.store.column_tests import Parameter, column_test
from inspector.store.filter_sql import Where

BITS = 12
"""A block is 2 ** BITS ids."""

MOST = 64
"""Different values of one column that are written down for a block; with more it is as if it held every value."""

LONGEST = 200
"""Characters of a value that is written down."""

LAST = 2**63 - 1
"""No id is higher."""

REMEMBERED = 20_000
"""Different rows that a writer remembers before it starts over."""

HOUR = 3_600_000_000
NOTHING, ANYTHING = b"", b"*"
"""The marks for NULL and for any value; values themselves are texts and numbers."""

TEXTS = ("method", "path", "host", "provider", "event", "signature", "cause", "status")
STEPS = (1 << 8, 1 << 12, 1 << 16, 1 << 20, 1 << 24, 1 << 28)
"""Sizes are written down as how many of these they reach."""

_COLUMNS = ", ".join(
    (
        f"id >> {BITS}",
        *TEXTS,
        " + ".join(f"(size >= {step})" for step in STEPS),
        f"(received_at - {HOUR - 1} * (received_at < 0)) / {HOUR}",
        "repeat, handshake IS NOT NULL, origin, complete, malformed, pinned",
    )
)
"""Coarse enough that the rows of most captures are equal to an earlier one."""

_Row: TypeAlias = tuple[str | int | None, ...]
_Zone: TypeAlias = tuple[str, Parameter, int]


class Zones:
    """What one writer has written down; it asks the table nothing, and writes nothing twice."""

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        """Start over: after a rollback it is not known what stands in the table."""
        self._rows: set[_Row] = set()
        self._written: set[_Zone] = set()
        self._counts: dict[tuple[str, int], int] = {}

    def note(self, connection: sqlite3.Connection, low: int, high: int) -> None:
        """Write down the values of these captures, in the transaction that inserted them."""
        self._note(
            connection, connection.execute(f"SELECT {_COLUMNS} FROM captures WHERE id BETWEEN ? AND ?", (low, high))
        )

    def note_ids(self, connection: sqlite3.Connection, ids: Iterable[int]) -> None:
        """Write down the values of captures that were changed, in the transaction that changed them."""
        for id in ids:
            self._note(connection, connection.execute(f"SELECT {_COLUMNS} FROM captures WHERE id = ?", (id,)))

    def _note(self, connection: sqlite3.Connection, rows: Iterable[_Row]) -> None:
        new: list[_Zone] = []
        for row in rows:
            if row in self._rows:
                continue
            if len(self._rows) > REMEMBERED:
                self.forget()
            self._rows.add(row)
            for field, value in _values(row):
                self._add(field, value, int(row[0] or 0), new)
        if new:
            connection.executemany("INSERT OR IGNORE INTO zones VALUES (?, ?, ?)", new)

    def _add(self, field: str, value: Parameter, block: int, new: list[_Zone]) -> None:
        zone = (field, value, block)
        if zone in self._written:
            return
        count = self._counts.get((field, block), 0)
        if count > MOST:
            return
        if count == MOST or (isinstance(value, str) and len(value) > LONGEST):
            zone, count = (field, ANYTHING, block), MOST
        self._counts[field, block] = count + 1
        self._written.add(zone)
        new.append(zone)


def _values(row: _Row) -> Iterable[tuple[str, Parameter]]:
    for field, value in zip((*TEXTS, "size", "hour"), row[1:11], strict=True):
        yield field, NOTHING if value is None else value
    repeat, handshake, origin, complete, malformed, pinned = row[11:]
    states = (
        (repeat, repeat is not None),
        ("handshake", handshake),
        (origin, origin != "received"),
        ("incomplete", not complete),
        ("malformed", malformed),
        ("pinned", pinned),
    )
    yield from (("is", str(state)) for state, holds in states if holds)


def ranges(connection: sqlite3.Connection, where: Where | None) -> list[tuple[int, int]]:
    """Ranges of ids, first and last, newest first, outside of which no capture matches.

    The newest has no end: what arrives while somebody reads is in it.
    """
    (newest,) = connection.execute("SELECT coalesce(max(id), 0) FROM captures").fetchone()
    blocks = None if where is None else _blocks(connection, where.tree, wanted=True)
    if blocks is None:
        return [(0, LAST)]
    found = [(newest + 1, LAST)]
    for block in sorted(blocks, reverse=True):
        low, high = block << BITS, ((block + 1) << BITS) - 1
        if found[-1][0] <= high + 1:
            found[-1] = low, found[-1][1]
        else:
            found.append((low, high))
    return found


def _blocks(connection: sqlite3.Connection, tree: Filter, *, wanted: bool) -> set[int] | None:
    """Blocks in which captures may stand of which the filter says `wanted`; None where it cannot be told."""
    match tree:
        case Not(part=part):
            return _blocks(connection, part, wanted=not wanted)
        case And(parts=parts) | Or(parts=parts):
            found = [_blocks(connection, part, wanted=wanted) for part in parts]
            if isinstance(tree, And) == wanted:
                return _common(found)
            return None if None in found else set[int]().union(*(blocks for blocks in found if blocks is not None))
        case Condition(test=test):
            zone = _zone(tree.term, test, wanted=wanted)
            return None if zone is None else _ask(connection, *zone, wanted=wanted)
    return None


def _common(found: Sequence[set[int] | None]) -> set[int] | None:
    known = [blocks for blocks in found if blocks is not None]
    return set.intersection(*known) if known else None


def _zone(term: str, test: Test, *, wanted: bool) -> tuple[str, Test] | None:
    """The field of the table that a term's test can be asked of, and the test in that field's terms."""
    if term in TEXTS:
        return term, test
    match test:
        case State(name=name) if wanted and name != "unread":
            return "is", Exactly(text=name)
        case Number(order=order, number=number) if wanted and term == "size":
            reached = sum(number >= step for step in STEPS)
            steps: Test = Number(order=">=" if ">" in order else "<=" if "<" in order else "=", number=reached)
            return "size", steps
        case Between(start=start, end=end) if wanted:
            return "hour", Between(start=start // HOUR, end=None if end is None else end // HOUR + 1)
    return None


def _ask(connection: sqlite3.Connection, field: str, test: Test, *, wanted: bool) -> set[int]:
    sql, parameters = column_test("value", test)
    passes = f"(typeof(value) <> 'blob' AND {sql})" if wanted else f"NOT (typeof(value) <> 'blob' AND {sql})"
    rows = connection.execute(
        f"SELECT DISTINCT block FROM zones WHERE field = ? AND (value = ? OR {passes})", (field, ANYTHING, *parameters)
    )
    return {block for (block,) in rows}
