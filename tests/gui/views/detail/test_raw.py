"""Raw shows the bytes."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.core.body import Body
from inspector.gui.views.detail.raw import RawPage
from tests.gui.views.detail import samples


def made(qtbot: QtBot) -> RawPage:
    page = RawPage()
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    return page


def shown(page: RawPage) -> str:
    assert page.text.lines is not None
    return "\n".join(page.text.painter.hide(row.text) for row in page.text.lines.read(0, 1000))


def note(page: RawPage) -> str:
    return page._note._says.text()


def test_head_and_body_as_they_came(qtbot: QtBot) -> None:
    """The request line, every field and the body, after secrets were shown."""
    page = made(qtbot)
    capture = samples.capture()
    page.show_capture(capture)
    assert "super-secret" not in shown(page)
    assert "Holds Authorization" in note(page)
    qtbot.mouseClick(page._note._show, Qt.MouseButton.LeftButton)

    assert (capture.request.head + samples.JSON_BODY).decode().replace("\r\n", "\n") == shown(page)


def test_hex_shows_every_byte(qtbot: QtBot) -> None:
    """With nothing to hide the dump can be chosen."""
    page = made(qtbot)
    page.show_capture(samples.capture(judgement=samples.judgement(sensitive=())))
    page.switch.chosen.emit("hex")

    assert shown(page).startswith("00000000  50 4f 53 54 20")


def test_a_binary_body_is_named(qtbot: QtBot) -> None:
    """Its bytes are left to the dump."""
    page = made(qtbot)
    capture = samples.capture(judgement=samples.judgement(sensitive=()))
    page.show_capture(replace(capture, request=samples.request(body=b"\0\1\2")))

    assert "binary" in note(page)
    assert shown(page).startswith("POST ")


def test_large_and_missing_bodies(qtbot: QtBot, tmp_path: Path) -> None:
    """A megabyte is shown and the rest can be saved; a file that is gone is named."""
    page = made(qtbot)
    capture = samples.capture()
    page.show_capture(replace(capture, request=samples.request(body=b"x" * 1_100_000)))
    assert "first megabyte" in note(page)
    with qtbot.waitSignal(page.save_wanted):
        qtbot.mouseClick(page._note._save, Qt.MouseButton.LeftButton)
    gone = Body(size=5, sha256="0" * 64, content=None, path=tmp_path / "gone")
    page.show_capture(replace(capture, request=replace(samples.request(), body=gone)))

    assert "gone" in note(page)
