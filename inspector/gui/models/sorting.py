"""What the list is sorted by; nothing where it stands newest first."""

from dataclasses import dataclass

from inspector.gui.models.columns import COLUMNS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """A column by its name, rising or falling."""

    column: str
    descending: bool = False

    def __str__(self) -> str:
        return f"{self.column} {'falling' if self.descending else 'rising'}"


def read_sort(text: str) -> Sort | None:
    """What was written by `str`; None for newest first, and for what no version knows any more."""
    column, _, way = text.partition(" ")
    known = any(one.name == column for one in COLUMNS)
    return Sort(column=column, descending=way == "falling") if known and way in ("rising", "falling") else None


def next_sort(sort: Sort | None, column: str) -> Sort | None:
    """What a click on a column's header sorts by: its natural way, then the other, then newest first again."""
    falls = next(one.falls_first for one in COLUMNS if one.name == column)
    if sort is None or sort.column != column:
        found: Sort | None = Sort(column=column, descending=falls)
    else:
        found = Sort(column=column, descending=not falls) if sort.descending == falls else None
    # By number and falling is newest first, which costs nothing.
    return None if found == Sort(column="id", descending=True) else found
