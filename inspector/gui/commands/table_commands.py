"""Commands about the table: what it is sorted by, and which columns it shows; what the mouse does in its header."""

from collections.abc import Callable

from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.models.columns import COLUMNS, Column
from inspector.gui.models.sorting import next_sort
from inspector.gui.views.table_header import FILLING

SORT, SHOWN = "Sort by", "Columns"


def sort(name: str) -> Callable[[Desk], None]:
    """Sorts by a column as a click on its header does: the second time the other way, the third newest first."""
    return lambda desk: desk.listing.sort_by(next_sort(desk.listing.sort, name))


def is_sorted_by(name: str) -> Callable[[Desk], bool]:
    """Whether a column is what the list is sorted by."""
    return lambda desk: desk.listing.sort is not None and desk.listing.sort.column == name


def sort_command(column: Column) -> Command:
    """One column to sort by."""
    return Command(
        name=f"sort-{column.name}", text="Number" if column.title == "#" else column.title, menu="view", within=SORT,
        run=sort(column.name), checked=is_sorted_by(column.name),
    )  # fmt: skip


def column_command(column: Column) -> Command:
    """One column to show or hide."""

    def toggle(desk: Desk) -> None:
        header = desk.window.table.header
        header.show_column(column.name, not header.shows(column.name))

    return Command(
        name=f"column-{column.name}", text="Number" if column.title == "#" else column.title, menu="view", within=SHOWN,
        run=toggle, checked=lambda desk: desk.window.table.header.shows(column.name),
    )  # fmt: skip


TABLE_COMMANDS: tuple[Command, ...] = (
    Command(
        name="sort-newest", text="Newest first", menu="view", within=SORT, run=lambda desk: desk.listing.sort_by(None),
        checked=lambda desk: desk.listing.sort is None, begins=True,
    ),
    *(sort_command(column) for column in COLUMNS),
    *(column_command(column) for place, column in enumerate(COLUMNS) if place != FILLING),
    Command(
        name="fold-repeats", text="Fold repeats", menu="view", run=lambda desk: desk.folding.toggle(), letters=("X",),
        checked=lambda desk: desk.folding.on, begins=True,
    ),
    Command(
        name="fold-one", text="Unfold or fold this delivery", menu="view",
        run=lambda desk: desk.folding.toggle_one(), letters=("Shift+X",), needs="selection",
        possible=lambda desk: desk.folding.possible,
    ),
    Command(
        name="columns-reset", text="Reset columns", menu="view", within=SHOWN,
        run=lambda desk: desk.window.table.header.reset_columns(),
    ),
)  # fmt: skip
