"""What came back."""

from datetime import UTC, datetime

from pytestqt.qtbot import QtBot

from inspector.core.dispatch import Dispatch
from inspector.core.headers import Headers
from inspector.gui.views.editing.response_view import ResponseView

SENT = Dispatch(
    capture_id=1,
    at=datetime(2026, 11, 23, tzinfo=UTC),
    target="http://localhost:3000/a",
    status=200,
    duration_ms=12.1,
    headers=Headers.of(("Content-Type", "application/json"), ("X", "1")),
    body=b'{"ok":1152921505151679042}',
)


def test_status_fields_and_body(qtbot: QtBot) -> None:
    """Time and target beside the status; the body as JSON; the fields one click away."""
    view = ResponseView()
    qtbot.addWidget(view)
    view.show()
    assert not view.body.isVisible()

    view.show_busy("localhost:3000")
    assert "localhost:3000" in view.banner.title.text()
    view.show_dispatch(SENT)

    assert (view.banner.tone, view.banner.title.text()) == ("valid", "200 OK")
    assert "localhost:3000/a" in view.banner.sentence.text()
    assert "12 ms" in view.banner.sentence.text()
    assert view.body.isVisible()
    assert view.body.kind == "json"
    view._as_headers.click()
    assert view.headers.isVisible()
    assert view.headers.fields.rowCount() == 2


def test_no_response_says_why(qtbot: QtBot) -> None:
    """In place of what came before; a refusal is red."""
    view = ResponseView()
    qtbot.addWidget(view)
    view.show()
    view.show_dispatch(Dispatch(capture_id=1, at=SENT.at, target="http://a", error="Nothing listens there."))
    assert (view.banner.tone, view.banner.title.text()) == ("invalid", "Nothing listens there.")
    assert not view.body.isVisible()

    view.show_dispatch(Dispatch(capture_id=1, at=SENT.at, target="http://a", status=400))
    assert view.banner.tone == "invalid"
    assert view.body.isVisible()
