"""Commands that put something on the clipboard."""

from collections.abc import Callable

from inspector.formats.format import Format
from inspector.formats.registry import FORMATS
from inspector.gui import plain, words
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.models.columns import COLUMNS


def copy_url(desk: Desk) -> None:
    """The webhook URL."""
    url = desk.public_url.url
    if url:
        desk.copying.put(url, words.tr("Webhook URL copied."))


def copy_text(desk: Desk) -> None:
    """The selected rows as they are shown, a tab between columns."""
    table, model = desk.window.table, desk.window.model
    header = table.horizontalHeader()
    shown = [header.logicalIndex(place) for place in range(header.count())]
    columns = [COLUMNS[place] for place in shown if not table.isColumnHidden(place)]
    rows = [row for id in desk.selection.ids() if (row := model.cache.peek(id)) is not None]
    lines = ["\t".join(plain.line(column.text(row)) for column in columns) for row in rows]
    desk.copying.put("\n".join(lines), words.plural("1 row copied.", "%Ln rows copied.", len(lines)))


def copy_as(format: Format) -> Callable[[Desk], None]:
    """A command's function for one format."""
    return lambda desk: desk.copying.copy(desk.selection.ids(), format.name)


def commands_of_formats() -> tuple[Command, ...]:
    """One command for each format that can be written."""
    return tuple(
        Command(
            name=f"copy-{format.name}",
            text=format.label,
            menu="edit",
            within="Copy as",
            run=copy_as(format),
            keys=("Ctrl+Shift+C",) if format.name == "curl" else (),
            needs="selection",
        )
        for format in FORMATS
        if format.write is not None
    )


COPY_COMMANDS: tuple[Command, ...] = (
    Command(
        name="copy-text", text="Copy as text", menu="edit", run=copy_text, keys=("Ctrl+C",), needs="selection",
        begins=True,
    ),
    *commands_of_formats(),
    Command(
        name="copy-url", text="Copy the webhook URL", menu="listener", run=copy_url, keys=("Ctrl+L",),
        needs="engine",
    ),
)  # fmt: skip
