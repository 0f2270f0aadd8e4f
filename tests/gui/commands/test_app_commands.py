"""The command about an app that refuses what is valid here."""

from inspector.core.app_messages import AppAnswer, CheckApp
from inspector.gui.views.app_check_dialog import AppCheckDialog
from tests.gui.commands.conftest import Stage


def test_the_dialog_is_about_the_capture_in_the_detail(stage: Stage) -> None:
    """What is typed is asked about that capture; there is one such dialog."""
    stage.engine.answers[CheckApp] = AppAnswer(status="found", title="It hashes x.")
    stage.select(8)
    stage.press("app-check")
    stage.press("app-check")
    [dialog] = [one for one in stage.window.findChildren(AppCheckDialog) if one.isVisible()]
    stage.do(lambda: dialog.field.setPlainText("7398"))
    stage.loop.until(lambda: not dialog.answer.isHidden())

    [asked] = [wish for wish in stage.engine.asked if isinstance(wish, CheckApp)]
    assert (asked.id, asked.given) == (8, "7398")
    stage.do(dialog.reject)


def test_it_takes_a_valid_capture(stage: Stage) -> None:
    """On one that failed there is nothing of the kind to ask."""
    action = stage.desktop.actions.by_name["app-check"]
    stage.select(9)
    assert not action.isEnabled()
    stage.select(8)
    assert action.isEnabled()
