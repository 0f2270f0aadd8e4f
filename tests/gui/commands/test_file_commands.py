"""Files out and in."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from inspector.core.messages import Import, Imported
from inspector.formats.registry import find as format_of
from inspector.gui.commands.file_commands import RECENT, ask_body_file, file_of
from inspector.gui.commands.registry import find
from inspector.gui.controllers.stores import Stores
from tests.gui.commands.conftest import Stage


@pytest.fixture(autouse=True)
def own_dialogs(stage: Stage) -> None:
    """Dialogs of Qt, not of the desktop."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


def dialog_of(stage: Stage) -> QFileDialog:
    """The dialog that is open."""
    return next(one for one in stage.window.findChildren(QFileDialog) if one.isVisible())


def test_a_suffix_chooses_the_format() -> None:
    """A name without one gets that of the format that was chosen."""
    har, jsonl = format_of("har"), format_of("jsonl")

    assert file_of("/a/b.jsonl", har) == (Path("/a/b.jsonl"), jsonl)
    assert file_of("/a/b", har) == (Path("/a/b.har"), har)
    assert file_of("/a/b.v2", har) == (Path("/a/b.v2.har"), har)


@pytest.mark.parametrize(("name", "lines"), [("export-selection", 2), ("export-filtered", 3), ("export-all", 9)])
def test_exports_write_what_they_say(stage: Stage, tmp_path: Path, name: str, lines: int) -> None:
    """The selection, what the filter matches, or everything."""
    stage.do(lambda: stage.desk.filtering.choose("provider:github"))
    stage.loop.until(lambda: stage.window.model.rowCount() == 3)
    stage.select(9, 3)
    stage.run(name)
    path = tmp_path / "out.jsonl"
    dialog = dialog_of(stage)
    stage.do(lambda: dialog.fileSelected.emit(str(path)))
    stage.loop.until(path.exists)
    stage.do(dialog.reject)

    assert len(path.read_text().splitlines()) == lines


def test_files_that_were_chosen_are_imported(stage: Stage) -> None:
    """The engine reads them."""
    stage.engine.answers[Import] = Imported(taken=1, refused=())
    stage.run("import")
    dialog = dialog_of(stage)
    stage.do(lambda: dialog.filesSelected.emit(["/a.har", "/b.har"]))
    stage.loop.until(lambda: stage.engine.asked)
    stage.do(dialog.reject)

    assert stage.engine.asked == [Import(paths=("/a.har", "/b.har"))]


def test_a_body_is_saved_where_it_was_asked_for(stage: Stage, tmp_path: Path) -> None:
    """Byte for byte."""
    stage.do(lambda: ask_body_file(stage.desk, 5))
    dialog = dialog_of(stage)
    path = tmp_path / "five"
    stage.do(lambda: dialog.fileSelected.emit(str(path)))
    stage.loop.until(path.exists)
    stage.do(dialog.reject)

    assert path.read_bytes() == b'{"n":5}'


@pytest.mark.parametrize("name", ["new-store", "open-store"])
def test_stores_are_asked_for(stage: Stage, tmp_path: Path, name: str) -> None:
    """What is chosen is opened elsewhere; one that is not there can only be begun."""
    started: list[Sequence[str]] = []
    other = Stores(
        paths=stage.desk.paths,
        habits=stage.desk.habits,
        asking=stage.desk.asking,
        start=lambda arguments: not started.append(arguments),  # type: ignore[func-returns-value]
    )
    desk = replace(stage.desk, stores=other)
    stage.do(lambda: find(name).run(desk))
    dialog = dialog_of(stage)
    assert dialog.directory().absolutePath() == str(stage.desk.paths.store.parent)
    stage.do(lambda: dialog.fileSelected.emit(str(tmp_path / "x.db")))
    stage.loop.until(lambda: started or stage.window.notices.notices())
    stage.do(dialog.reject)

    assert [arguments[1] for arguments in started] == ([str(tmp_path / "x.db")] if name == "new-store" else [])


def test_recent_stores_are_in_the_menu(stage: Stage) -> None:
    """Without the one of this window; the list can be emptied."""
    stage.do(lambda: stage.desk.habits.change({"recent_stores": (str(stage.desk.paths.store), "/a&b.db")}))
    menu = next(one for one in stage.window.menuBar().findChildren(QMenu) if one.title() == RECENT)
    stage.do(menu.aboutToShow.emit)
    assert [action.text() for action in menu.actions() if action.text()] == ["/a&&b.db", "Forget these"]

    stage.do(stage.desktop.actions.refresh)
    stage.press("forget-stores")
    stage.do(menu.aboutToShow.emit)
    assert [action.text() for action in menu.actions() if action.text()] == ["Forget these"]
    assert stage.desk.habits.settings.recent_stores == ()
