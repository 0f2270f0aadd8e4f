"""What the sender was told."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.core.capture import Capture
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.core.verdict import Judgement
from inspector.gui.views.detail.code_box import CodeBox
from inspector.gui.views.detail.response_page import ResponsePage
from tests.gui.views.detail import samples


def shown(qtbot: QtBot, capture: Capture) -> tuple[str, str]:
    page = ResponsePage()
    qtbot.addWidget(page)
    page.show_capture(capture)
    labels = [label.text() for label in page.findChildren(QLabel)]
    return page._banner.tone, "\n".join(labels + [box.text.toPlainText() for box in page.findChildren(CodeBox)])


@pytest.mark.parametrize(
    ("response", "tone", "says"),
    [
        (Response(), "valid", "200 OK"),
        (Response(status=503, by="limit"), "warn", "503 Service Unavailable\na limit"),
        (Response(status=299), "valid", "299"),
        (None, "warn", "Response not recorded."),
    ],
)
def test_says_status_and_by_what(qtbot: QtBot, response: Response | None, tone: str, says: str) -> None:
    """Only a 2xx is green."""
    found, text = shown(qtbot, samples.capture(response=response))

    assert tone == found
    assert says in text


def test_shows_fields_in_order(qtbot: QtBot) -> None:
    """Fields as they went out, the capture's id last."""
    _, text = shown(qtbot, samples.capture())

    assert "Content-Type: text/plain; charset=utf-8\nX-Capture-Id: 1203" in text


def test_a_head_has_no_body(qtbot: QtBot) -> None:
    """A response to HEAD was sent without its body, and the page says so."""
    _, text = shown(qtbot, samples.capture(request=samples.request(method="HEAD")))

    assert "A response to HEAD has no body." in text


def test_says_why_a_handshake_was_told_it(qtbot: QtBot) -> None:
    """And does not show the secret that was sent back."""
    told = Response(by="handshake", headers=Headers.of(("X-Hook-Secret", "t0ken")), why="Asana asks <b>whether</b>")
    judgement = Judgement(provider="asana", handshake="X-Hook-Secret", sensitive=("header:X-Hook-Secret",))
    _, text = shown(qtbot, samples.capture(judgement=judgement, response=told))

    assert "Asana asks <b>whether</b>" in text
    assert "X-Hook-Secret: ••••••••" in text
    assert "t0ken" not in text
