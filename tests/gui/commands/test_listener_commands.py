"""Stop, start, responses and secrets."""

from inspector.core.messages import RemoveSecret, RevealSecret, SetResponse, StopListening
from inspector.gui.commands.registry import find
from inspector.gui.views.secrets_dialog import SecretsDialog
from inspector.gui.views.toolbar import STATUSES
from tests.gui.commands.conftest import Stage


def test_the_listener_is_stopped_and_answers_otherwise(stage: Stage) -> None:
    """The menu marks what senders are told."""
    stage.run("listen")
    stage.run("respond-503")
    stage.loop.until(lambda: len(stage.engine.asked) == 2)

    assert stage.engine.asked[0] == StopListening()
    assert isinstance(stage.engine.asked[1], SetResponse)
    told = {status: find(f"respond-{status}").checked for status in STATUSES}
    assert [status for status, checked in told.items() if checked is not None and checked(stage.desk)] == [200]


def test_secrets_are_shown_on_purpose_and_removed(stage: Stage) -> None:
    """Values come from the engine, and only when asked for."""
    stage.engine.answers[RevealSecret] = "whsec_x"
    stage.run("secrets")
    dialog = stage.window.findChild(SecretsDialog)
    assert dialog is not None

    stage.do(lambda: dialog.reveal_wanted.emit("stripe", "staging"))
    stage.loop.until(lambda: dialog.shown_value == "whsec_x")
    stage.do(lambda: dialog.remove_wanted.emit("stripe", "staging"))
    stage.loop.until(lambda: len(stage.engine.asked) == 2)
    stage.do(dialog.reject)

    assert stage.engine.asked[1] == RemoveSecret(provider="stripe", name="staging")
