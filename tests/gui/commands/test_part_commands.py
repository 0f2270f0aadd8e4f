"""Parts of a capture on the clipboard."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from inspector.core.headers import Headers
from inspector.gui.commands.part_commands import copy_header
from inspector.gui.models.columns import COLUMNS
from tests.captures import head_of
from tests.gui.commands.conftest import Stage
from tests.store.arrivals import arrival

TOKEN = "X-Gitlab-Token"


@pytest.fixture
def clipboard() -> QGuiApplication:
    """Emptied before."""
    QGuiApplication.clipboard().clear()
    application = QGuiApplication.instance()
    assert isinstance(application, QGuiApplication)
    return application


def text() -> str:
    """What is on the clipboard."""
    return QGuiApplication.clipboard().text()


def test_bodies_are_copied_as_text(stage: Stage, clipboard: QGuiApplication) -> None:
    """Of several one below the other, newest first."""
    stage.select(5, 2)
    stage.run("copy-body")
    stage.loop.until(text)

    assert text() == '{"n":5}\n{"n":2}'


def test_a_body_that_is_no_text_is_not_copied(stage: Stage, clipboard: QGuiApplication) -> None:
    """The notice says what to do."""
    id = stage.store.keep([arrival(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\xfe")])[0].id
    stage.do(stage.desktop.read_all)
    stage.loop.until(lambda: stage.window.model.rowCount() == 10)
    stage.select(id)
    stage.run("copy-body")
    stage.loop.until(stage.window.notices.notices)

    assert "no text" in stage.window.notices.notices()[0].text
    assert text() == ""


def test_headers_are_copied_together_and_one_by_one(stage: Stage, clipboard: QGuiApplication) -> None:
    """Names and values, or the value alone."""
    stage.select(5)
    stage.run("copy-headers")
    assert text() == "Host: 127.0.0.1:8765\nContent-Type: application/json"

    stage.do(lambda: copy_header(stage.desk, "content-type"))
    assert text() == "application/json"


def test_a_header_with_a_secret_is_named_first(stage: Stage, clipboard: QGuiApplication) -> None:
    """It goes onto the clipboard only when the user says so."""
    one = arrival(provider="gitlab")
    head = head_of(b"POST /hooks HTTP/1.1", b"Host: x", TOKEN.encode() + b": hush")
    request = replace(one.request, head=head, headers=Headers.of(("Host", "x"), (TOKEN, "hush")))
    stage.store.keep([replace(one, request=request, judgement=replace(one.judgement, sensitive=(f"header:{TOKEN}",)))])
    stage.do(stage.desktop.read_all)
    stage.loop.until(lambda: stage.window.model.rowCount() == 10)
    stage.select(10)
    stage.do(lambda: copy_header(stage.desk, TOKEN))
    notice = stage.window.notices.notices()[-1]
    assert TOKEN in notice.text
    assert text() == ""

    stage.do(notice.actions[0][1])
    assert text() == "hush"


def test_a_cell_is_copied(stage: Stage, clipboard: QGuiApplication) -> None:
    """The one that the table's cursor is on."""
    stage.select(5)
    place = [column.name for column in COLUMNS].index("event")
    table = stage.window.table
    stage.do(lambda: table.setCurrentIndex(table.currentIndex().siblingAtColumn(place)))
    stage.run("copy-cell")

    assert text() == "invoice.paid"
