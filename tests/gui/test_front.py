"""Toolbar, empty page and status bar lead to what they say."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from inspector.core.messages import Captured, Health, Listen
from inspector.core.sending_wishes import SendSample
from inspector.gui.bridge import News
from inspector.gui.front import open_sample_question
from inspector.gui.views.samples.sample_dialog import SampleDialog
from tests.gui.commands.conftest import RUNS, Stage, stage

__all__ = ["stage"]


def test_the_sample_button_opens_the_dialog(stage: Stage) -> None:
    """And so does the last button of the empty page."""
    for signal in (stage.window.toolbar.sample_wanted, stage.window.empty.samples.more_wanted):
        stage.do(signal.emit)
        [dialog] = [one for one in stage.window.findChildren(SampleDialog) if one.isVisible()]
        stage.do(dialog.reject)


def test_a_sample_of_the_empty_page_is_sent_at_once(stage: Stage) -> None:
    """No dialog stands between."""
    stage.do(lambda: stage.window.empty.samples.sample_wanted.emit("github", "push"))
    stage.loop.until(lambda: SendSample(provider="github", event="push") in stage.engine.asked)


def test_the_public_url_is_shown_everywhere_and_copied(stage: Stage) -> None:
    """Toolbar, empty page and Ctrl+L say the same; the menu of the URL copies the local address and takes it back."""
    stage.do(lambda: stage.desk.public_url.use("https://abc.example.com"))
    assert stage.window.toolbar.url.url.text == "https://abc.example.com"
    assert stage.window.empty.line.url.text() == "https://abc.example.com"
    stage.press("copy-url")
    assert QGuiApplication.clipboard().text() == "https://abc.example.com"

    stage.do(lambda: stage.window.toolbar.url.local_copy_wanted.emit("http://127.0.0.1:8765"))
    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:8765"
    stage.do(stage.window.toolbar.url.take_back_wanted.emit)
    assert stage.window.toolbar.url.url.text == "http://127.0.0.1:8765"


def test_start_of_the_empty_page_opens_the_port(stage: Stage) -> None:
    """The same port as before."""
    stage.do(lambda: stage.desktop.hear(News(health=RUNS)))
    stage.do(lambda: stage.desktop.hear(News(health=Health(keyring="session"))))
    stage.do(stage.window.empty.start_wanted.emit)
    stage.loop.until(lambda: Listen(host=None, port=8765) in stage.engine.asked)


def test_arrivals_reach_the_status_bar(stage: Stage) -> None:
    """However they are bundled."""
    stage.do(lambda: stage.desktop.hear(News(captured=Captured(last_id=9, count=7))))
    assert stage.window.status.sparkline.rate == "7 / min"


def test_no_to_the_question_is_told(stage: Stage) -> None:
    """Whoever asked goes on either way."""
    said: list[str] = []
    for press in ("accept", "reject"):
        stage.do(
            lambda: open_sample_question(
                stage.window, "https://example.com", lambda: said.append("yes"), lambda: said.append("no")
            )
        )
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        buttons = {box.buttonRole(button): button for button in box.buttons()}
        role = QMessageBox.ButtonRole.AcceptRole if press == "accept" else QMessageBox.ButtonRole.RejectRole
        stage.do(buttons[role].click)
    assert said == ["yes", "no"]
