"""The command that checks a receiver."""

from inspector.core.sending_wishes import CheckReceiver, ReceiverChecked
from inspector.gui.views.receiver_dialog import ReceiverDialog
from tests.gui.commands.conftest import Stage


def test_the_capture_in_the_detail_is_sent(stage: Stage) -> None:
    """Where the target is known, Check is all that is pressed; a second time the same dialog comes."""
    stage.engine.answers[CheckReceiver] = ReceiverChecked(
        provider="stripe", event="x", target="http://localhost:3000/", secret="s", lines=()
    )
    stage.select(5)
    stage.do(lambda: stage.desk.habits.name_target("3000"))
    stage.run("test-receiver")
    stage.run("test-receiver")
    dialogs = stage.window.findChildren(ReceiverDialog)
    assert len(dialogs) == 1
    stage.do(dialogs[0].check.click)
    stage.loop.until(lambda: "should" in dialogs[0].outcome.text())

    assert [wish for wish in stage.engine.asked if isinstance(wish, CheckReceiver)] == [
        CheckReceiver(target="3000", of=5, secret="sample")
    ]
