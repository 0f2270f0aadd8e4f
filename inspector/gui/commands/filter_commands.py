"""Commands that narrow the filter to a value of the selected row, or filter that value out."""

from collections.abc import Callable

from inspector.core.capture import Summary
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.models.columns import COLUMNS

FILTER_FOR, FILTER_OUT = "Filter for", "Filter out"


def current(desk: Desk) -> Summary | None:
    """The row that the keyboard is on."""
    id = desk.window.table.current_id()
    return None if id is None else desk.window.model.cache.peek(id)


def add(place: int, *, out: bool) -> Callable[[Desk], None]:
    """A command's function for one column."""

    def run(desk: Desk) -> None:
        row = current(desk)
        if row is not None:
            desk.filtering.add(row, place, out=out)

    return run


def has_value(place: int) -> Callable[[Desk], bool]:
    """Whether the row has a value in a column."""

    def has(desk: Desk) -> bool:
        row = current(desk)
        return row is not None and bool(COLUMNS[place].value(row))

    return has


def name_of(place: int, *, out: bool) -> str:
    """The name of the command for a column."""
    return f"filter-{'out' if out else 'for'}-{COLUMNS[place].name}"


FILTER_COMMANDS: tuple[Command, ...] = tuple(
    Command(
        name=name_of(place, out=out),
        text=column.title,
        menu="view",
        within=FILTER_OUT if out else FILTER_FOR,
        run=add(place, out=out),
        needs="selection",
        possible=has_value(place),
    )
    for out in (False, True)
    for place, column in enumerate(COLUMNS)
    if column.term
)
