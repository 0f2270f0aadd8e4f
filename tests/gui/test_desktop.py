"""The window put together: facts come down, wishes go up."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from inspector.core.messages import Captured, Changed, Health, StopListening
from inspector.core.secret_wishes import AddSecret, SecretAdded
from inspector.gui.bridge import News
from inspector.gui.views.target_dialog import TargetDialog
from tests.gui.commands.conftest import RUNS, Stage, stage
from tests.gui.stage import add

__all__ = ["stage"]


def test_what_arrives_is_seen_counted_and_in_the_title(stage: Stage) -> None:
    """One fact moves list, sidebar, status bar and title."""
    last = add(stage.store, 3)
    stage.do(lambda: stage.desktop.hear(News(captured=Captured(last_id=last, count=3))))
    stage.loop.until(lambda: stage.window.total == 12)

    assert stage.window.model.rowCount() == 12
    assert stage.window.windowTitle().startswith("(12)")


def test_a_change_is_seen_in_the_detail(stage: Stage) -> None:
    """A pin set elsewhere is shown where the capture stands."""
    stage.select(5)
    stage.store.pin((5,), True)
    stage.do(lambda: stage.desktop.hear(News(changed=Changed(ids=(5,)))))
    stage.loop.until(lambda: stage.desk.selection.shown is not None and stage.desk.selection.shown.pinned)


def test_health_is_shown_everywhere(stage: Stage) -> None:
    """Stopped: the light, the button, the status bar and the message say the same."""
    stage.do(lambda: stage.desktop.hear(News(health=Health(keyring=RUNS.keyring))))

    assert stage.window.toolbar.power.text() == "Start"
    assert [notice.key for notice in stage.window.notices.notices()] == ["stopped"]


def test_buttons_of_toolbar_and_detail_become_wishes(stage: Stage) -> None:
    """Stop asks the engine; the URL goes to the clipboard; a pasted secret is given."""
    stage.engine.answers[AddSecret] = SecretAdded(kept="session", judged_again=0)
    stage.select(9)
    stage.do(lambda: stage.window.toolbar.listening_wanted.emit(False))
    stage.do(stage.window.toolbar.url.copy_wanted.emit)
    stage.do(lambda: stage.window.detail.secret_given.emit("github", "", "s"))
    stage.loop.until(lambda: len(stage.engine.asked) >= 2)

    assert StopListening() in stage.engine.asked
    assert AddSecret(provider="github", name="default", value="s") in stage.engine.asked
    assert QGuiApplication.clipboard().text() == "http://127.0.0.1:8765"


def test_the_resend_button_asks_for_a_target_and_before_it_leaves_the_machine(stage: Stage) -> None:
    """Both questions are windows of their own that Esc closes."""
    stage.select(5)
    stage.do(lambda: stage.window.detail.resend_wanted.emit(""))
    dialog = stage.window.findChild(TargetDialog)
    assert dialog is not None
    stage.do(lambda: dialog.given.emit("https://example.com"))
    stage.do(dialog.reject)
    box = stage.window.findChild(QMessageBox)
    assert box is not None
    assert "https://example.com" in box.text()
    stage.do(box.reject)

    assert [wish for wish in stage.engine.asked if type(wish).__name__ == "Resend"] == []


def test_an_engine_that_died_and_came_back_is_read_anew(stage: Stage) -> None:
    """What it stored unheard is in the list."""
    stage.do(lambda: stage.desktop.engine_died(True))
    assert not stage.window.toolbar.power.isEnabled()

    add(stage.store, 2)
    stage.do(stage.desktop.engine_back)
    stage.do(lambda: stage.desktop.hear(News(health=RUNS)))
    stage.loop.until(lambda: stage.window.model.rowCount() == 11)
    assert "runs again" in stage.window.notices.notices()[0].text
