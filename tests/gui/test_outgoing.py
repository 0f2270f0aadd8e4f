"""What sends captures again, put together."""

from inspector.core.messages import Health
from inspector.core.secret import SecretName
from inspector.core.sending_wishes import Resend
from inspector.gui.views.secret_choice_dialog import SecretChoiceDialog
from tests.gui.commands.conftest import RUNS, Stage, stage

__all__ = ["stage"]


def test_of_several_secrets_one_is_chosen_in_a_window_of_its_own(stage: Stage) -> None:
    """What is chosen there signs."""
    names = tuple(SecretName(provider="stripe", name=name) for name in ("live", "staging"))
    stage.engine.answers[Resend] = ()
    stage.engine.health = Health(listening=RUNS.listening, secrets=names)
    stage.select(5)
    stage.do(lambda: stage.desk.habits.name_target("3000"))
    stage.run("resend-signed")
    dialog = stage.window.findChild(SecretChoiceDialog)
    assert dialog is not None
    stage.do(lambda: dialog.list.setCurrentRow(1))
    stage.do(lambda: dialog.list.itemActivated.emit(dialog.list.currentItem()))
    stage.loop.until(lambda: any(isinstance(wish, Resend) for wish in stage.engine.asked))

    wish = next(wish for wish in stage.engine.asked if isinstance(wish, Resend))
    assert (wish.as_, wish.sign_with) == ("signed", "staging")
