"""What goes onto the clipboard."""

from PySide6.QtGui import QGuiApplication

from inspector.formats.registry import FORMATS
from inspector.gui.commands.registry import find
from tests.gui.commands.conftest import Stage


def test_every_format_that_can_be_written_has_a_command() -> None:
    """One entry in the menu for each."""
    for format in FORMATS:
        if format.write is not None:
            assert find(f"copy-{format.name}").text == format.label


def test_rows_are_copied_as_they_are_shown(stage: Stage) -> None:
    """A line for each, a tab between columns, hidden columns left out."""
    stage.select(9, 8)
    stage.run("copy-text")
    lines = QGuiApplication.clipboard().text().splitlines()

    assert [line.split("\t")[0] for line in lines] == ["9", "8"]
    assert lines[0].split("\t")[2:5] == ["✗ invalid", "github", "push"]


def test_the_url_is_copied(stage: Stage) -> None:
    """The main address, and the notice says so."""
    stage.run("copy-url")

    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:8765"
    assert stage.window.notices.notices()[-1].text == "Webhook URL copied."


def test_a_capture_is_copied_as_curl(stage: Stage) -> None:
    """What stands on the clipboard can be run."""
    stage.select(5)
    stage.run("copy-curl")
    stage.loop.until(stage.window.notices.notices)

    assert QGuiApplication.clipboard().text().startswith("curl")
