"""What of a list of captures is folded, and opening and closing it, in steps that Qt is told of."""

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex

from inspector.core.capture import Summary
from inspector.gui.models.folded_rows import FoldedRows

Fold = Literal["", "closed", "open", "under"]
"""Of a row: nothing is folded, its repeats are folded, they stand below it, it is one of them."""


class Folds:
    """The folded side of a model. `on` while repeats are folded at all."""

    def __init__(self, model: QAbstractTableModel, rows: Callable[[], FoldedRows]) -> None:
        self.on = False
        self._model = model
        self._rows = rows

    @property
    def opened(self) -> tuple[int, ...]:
        """First arrivals whose repeats stand in the list."""
        return self._rows().opened

    @property
    def last_id(self) -> int:
        """The id of the last row, whatever is unfolded below it. Raises IndexError for an empty list."""
        base = self._rows().base
        return base.at(len(base) - 1)

    def head_of(self, id: int) -> int | None:
        """The first arrival below which an id stands, or None."""
        return self._rows().is_under(id)

    def state(self, row: Summary) -> Fold:
        """How a row of the list stands."""
        if not self.on:
            return ""
        rows = self._rows()
        if rows.under(row.id) is not None:
            return "open"
        if row.duplicate_of is not None and row.repeat != "same-event":
            return "under" if rows.under(row.duplicate_of) is not None and rows.is_under(row.id) else ""
        return "closed" if row.again else ""

    def show(self, head: int, under: Sequence[int]) -> None:
        """Put the repeats of a first arrival, oldest first, below it, in place of those that stood there."""
        rows = self._rows()
        before = rows.under(head)
        if before is not None and list(before) == list(under):
            return
        same = 0 if before is None else _common(before, under)
        if before is not None and same < len(before):
            self.close(head, keep=same)
        row = rows.row_of(head)
        if row is None:
            return
        if same < len(under):
            self._model.beginInsertRows(QModelIndex(), row + 1 + same, row + len(under))
            rows.open(head, under)
            self._model.endInsertRows()
        else:
            rows.open(head, under)

    def close(self, head: int, *, keep: int = 0) -> None:
        """Fold the repeats of a first arrival, but for so many of them."""
        rows = self._rows()
        under, row = rows.under(head), rows.row_of(head)
        if under is None or row is None:
            return
        kept = under[:keep]
        if len(under) > keep:
            self._model.beginRemoveRows(QModelIndex(), row + 1 + keep, row + len(under))
        if keep:
            rows.open(head, kept)
        else:
            rows.close(head)
        if len(under) > keep:
            self._model.endRemoveRows()

    def close_missing(self, ids: Sequence[int]) -> None:
        """Fold what stands below rows that a list which is to come does not hold."""
        for head in self._rows().lost(ids):
            self.close(head)


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    same = 0
    for before, after in zip(one, other, strict=False):
        if before != after:
            break
        same += 1
    return same
