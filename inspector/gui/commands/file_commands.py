"""Commands that write captures to files and read them back."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from inspector.core.filter.tree import All, Filter
from inspector.formats.format import Format
from inspector.formats.registry import FORMATS
from inspector.gui import words
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk

WRITTEN = tuple(format for format in FORMATS if format.write is not None)
RECENT = "Recent stores"
"""The submenu with stores that were open."""
FIRST = "har"
"""The format that is offered first: most programs read it."""


def export_selection(desk: Desk) -> None:
    """What is selected, oldest first."""
    ids = tuple(sorted(desk.selection.ids()))
    ask_file(desk, ids, len(ids))


def export_as(format: Format) -> Callable[[Desk], None]:
    """A command's function that exports the selection in one format."""

    def run(desk: Desk) -> None:
        ids = tuple(sorted(desk.selection.ids()))
        ask_file(desk, ids, len(ids), format.name)

    return run


def export_filtered(desk: Desk) -> None:
    """What the filter matches, folded repeats as well; these are not counted, so all is the most that it may be."""
    most = desk.window.total if desk.folding.on else desk.window.model.rowCount()
    ask_file(desk, desk.listing.tree, most)


def export_all(desk: Desk) -> None:
    """Every capture."""
    ask_file(desk, All(), desk.window.total)


def import_files(desk: Desk) -> None:
    """Files that are asked for."""
    dialog = QFileDialog(desk.window, words.tr("Import captures"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    patterns = " ".join(f"*{format.suffix}" for format in FORMATS if format.read is not None)
    dialog.setNameFilters([f"{words.tr('Captures')} ({patterns})", f"{words.tr('All files')} (*)"])
    dialog.filesSelected.connect(lambda names: desk.importing.import_files([Path(name) for name in names]))
    show(dialog)


def new_store(desk: Desk) -> None:
    """A store of a name that is asked for, in a window of its own."""
    dialog = QFileDialog(desk.window, words.tr("New store"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    # One that is there is opened, never replaced.
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, words.tr("Open"))
    ask_store(desk, dialog, new=True)


def open_store(desk: Desk) -> None:
    """A store that is there, in a window of its own."""
    dialog = QFileDialog(desk.window, words.tr("Open store"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    ask_store(desk, dialog, new=False)


def ask_store(desk: Desk, dialog: QFileDialog, *, new: bool) -> None:
    """Ask for the file of a store, beginning beside the one of this window."""
    dialog.setDirectory(str(desk.paths.store.parent))
    dialog.setNameFilters([f"{words.tr('Stores')} (*.db)", f"{words.tr('All files')} (*)"])
    dialog.setDefaultSuffix("db")
    dialog.fileSelected.connect(lambda name: desk.stores.open(Path(name), new=new))
    show(dialog)


def ask_body_file(desk: Desk, id: int) -> None:
    """Ask where the body of a capture is to be saved."""
    dialog = QFileDialog(desk.window, words.tr("Save body"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(f"capture-{id}.body")
    dialog.fileSelected.connect(lambda name: desk.exporting.save_body(id, Path(name)))
    show(dialog)


def close(desk: Desk) -> None:
    """End the program."""
    desk.window.close()


def ask_file(desk: Desk, wanted: Sequence[int] | Filter, total: int, first: str = FIRST) -> None:
    """Ask where to and in which format, then export; `first` is the format that is offered."""
    dialog = QFileDialog(desk.window, words.plural("Export 1 capture", "Export %Ln captures", total))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    names = {f"{format.label} (*{format.suffix})": format for format in WRITTEN}
    dialog.setNameFilters(list(names))
    dialog.selectNameFilter(next(text for text, format in names.items() if format.name == first))
    dialog.selectFile("captures")

    def chosen(name: str) -> None:
        path, format = file_of(name, names[dialog.selectedNameFilter()])
        desk.exporting.export(wanted, total, path, format)

    dialog.fileSelected.connect(chosen)
    show(dialog)


def file_of(name: str, format: Format) -> tuple[Path, Format]:
    """The file and the format that a chosen name means: its suffix counts where it is that of a format."""
    path = Path(name)
    if path.suffix.lower() == format.suffix:
        return path, format
    by_suffix = next((one for one in WRITTEN if one.suffix == path.suffix.lower()), None)
    if by_suffix is not None:
        return path, by_suffix
    return path.with_name(path.name + format.suffix), format


def show(dialog: QFileDialog) -> None:
    """Open a dialog without a loop of its own; it goes when it is closed."""
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


FILE_COMMANDS: tuple[Command, ...] = (
    Command(name="new-store", text="New store…", menu="file", run=new_store),
    Command(name="open-store", text="Open store…", menu="file", run=open_store),
    Command(
        name="forget-stores", text="Forget these", menu="file", within=RECENT,
        run=lambda desk: desk.stores.forget(), possible=lambda desk: bool(desk.stores.recent()),
    ),
    Command(
        name="import", text="Import…", menu="file", run=import_files, keys=("Ctrl+O",), needs="engine", begins=True,
    ),
    Command(
        name="export-selection", text="The selection…", menu="file", within="Export", run=export_selection,
        keys=("Ctrl+S",), needs="selection",
    ),
    Command(
        name="export-filtered", text="What the filter matches…", menu="file", within="Export", run=export_filtered,
        needs="captures",
    ),
    Command(name="export-all", text="Everything…", menu="file", within="Export", run=export_all, needs="captures"),
    *(
        Command(
            name=f"export-{format.name}", text=f"The selection as {format.label}…", menu="file", within="Export",
            run=export_as(format), needs="selection",
        )
        for format in WRITTEN
    ),
)  # fmt: skip

LAST_COMMANDS: tuple[Command, ...] = (
    Command(name="close", text="Quit", menu="file", run=close, keys=("Ctrl+Q",), begins=True),
)
"""What stands below all else in its menu."""
