"""Commands that copy a part of a capture: its body, its headers, a cell of its row."""

from inspector.core.capture import Summary
from inspector.gui import plain, words
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.commands.filter_commands import current
from inspector.gui.models.columns import COLUMNS, Column
from inspector.gui.secret_places import header_names


def copy_body(desk: Desk) -> None:
    """The bodies of what is selected, as text."""
    desk.copying.copy_bodies(desk.selection.ids())


def copy_headers(desk: Desk) -> None:
    """Every header of the capture in the detail, a line each."""
    capture = desk.selection.shown
    if capture is not None:
        lines = [f"{name}: {value}" for name, value in capture.request.headers.texts()]
        said = words.plural("1 header copied.", "%Ln headers copied.", len(lines))
        desk.copying.offer("\n".join(lines), said, header_names(capture.judgement))


def copy_header(desk: Desk, name: str) -> None:
    """The value of one header of the capture in the detail; of several with this name a line each."""
    capture = desk.selection.shown
    if capture is not None:
        secrets = [one for one in header_names(capture.judgement) if one.lower() == name.lower()]
        said = words.tr("%1 copied.").replace("%1", plain.line(name, 80))
        desk.copying.offer("\n".join(capture.request.headers.all(name)), said, secrets)


def cell(desk: Desk) -> tuple[Summary, Column] | None:
    """The row and column that the keyboard or the mouse was on last."""
    row = current(desk)
    return None if row is None else (row, COLUMNS[desk.window.table.currentIndex().column()])


def copy_cell(desk: Desk) -> None:
    """The text of the cell."""
    found = cell(desk)
    if found is not None:
        row, column = found
        desk.copying.put(column.text(row), words.tr("%1 copied.").replace("%1", words.tr(column.title)))


def has_cell(desk: Desk) -> bool:
    """Whether there is a cell with a text."""
    found = cell(desk)
    return found is not None and bool(found[1].text(found[0]))


def is_shown(desk: Desk) -> bool:
    """Whether a capture is in the detail."""
    return desk.selection.shown is not None


PART_COMMANDS: tuple[Command, ...] = (
    Command(
        name="copy-body", text="Body", menu="edit", within="Copy", run=copy_body, needs="selection",
    ),
    Command(
        name="copy-headers", text="All headers", menu="edit", within="Copy", run=copy_headers, needs="selection",
        possible=is_shown,
    ),
    Command(
        name="copy-cell", text="Cell", menu="edit", within="Copy", run=copy_cell, needs="selection",
        possible=has_cell,
    ),
)  # fmt: skip
