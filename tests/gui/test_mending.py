"""What a press on the button does."""

from inspector.core.mend import Mend
from inspector.core.messages import ChangeSettings, Explain, Explanation
from inspector.core.secret_wishes import MendSecret, SecretAdded
from inspector.core.sending_wishes import Resend
from inspector.gui.mending import can_mend, mend_shown
from inspector.gui.views.preferences.preferences_dialog import PreferencesDialog
from tests.gui.commands.conftest import Stage, stage

__all__ = ["stage"]


def shown(stage: Stage, mend: Mend | None) -> None:
    """A capture is in the detail, and its explanation has come."""
    stage.select(8)
    told = Explanation(received="", expected="", signed="", scheme="", tried="", mend=mend)
    stage.do(lambda: stage.window.detail.show_explanation(8, told))
    stage.engine.asked.clear()


def test_a_secret_is_kept_by_the_engine(stage: Stage) -> None:
    """The window names the capture and nothing else; what came of it is told."""
    stage.engine.answers[MendSecret] = SecretAdded(kept="session", judged_again=2, matched=2)
    shown(stage, Mend(kind="secret", provider="github", secret="live", replaces=True))
    stage.do(lambda: mend_shown(stage.desk))
    stage.loop.settle()

    assert MendSecret(id=8) in stage.engine.asked
    [notice] = [one for one in stage.window.notices.notices() if one.key == "secret"]
    assert notice.text == "Checked 2 captures: 2 match. The secret is kept as “live”, until the program ends."


def test_the_public_url_is_set(stage: Stage) -> None:
    """As the setting."""
    shown(stage, Mend(kind="public-url", url="https://hooks.example.com"))
    stage.do(lambda: mend_shown(stage.desk))
    stage.loop.settle()

    assert ChangeSettings(values=(("public_url", "https://hooks.example.com"),)) in stage.engine.asked


def test_the_public_url_is_asked_for(stage: Stage) -> None:
    """In its field of the preferences, ready to be typed over."""
    shown(stage, Mend(kind="enter-url"))
    stage.do(lambda: mend_shown(stage.desk))
    stage.loop.settle()

    dialog = stage.window.findChild(PreferencesDialog)
    assert dialog is not None
    field = dialog.rows["public_url"].field
    assert field.isVisibleTo(dialog)
    assert dialog.focusWidget() is field.focusProxy()
    stage.do(dialog.reject)


def test_it_is_sent_again_signed(stage: Stage) -> None:
    """To the target, signed now."""
    stage.do(lambda: stage.desk.habits.name_target("http://127.0.0.1:9"))
    shown(stage, Mend(kind="sign-again"))
    stage.do(lambda: mend_shown(stage.desk))
    stage.loop.settle()

    [wish] = [one for one in stage.engine.asked if isinstance(one, Resend)]
    assert (wish.ids, wish.as_) == ((8,), "signed")


def test_where_it_can_be_seen(stage: Stage) -> None:
    """The page with the header fields, or with the bytes."""
    for kind, page in (("headers", "headers"), ("bytes", "raw")):
        shown(stage, Mend(kind=kind))  # type: ignore[arg-type]
        stage.do(lambda: mend_shown(stage.desk))
        stage.loop.settle()
        assert stage.window.detail.page() == page


def test_nothing_mends_it(stage: Stage) -> None:
    """Said, where the command was chosen all the same."""
    shown(stage, None)
    stage.do(lambda: mend_shown(stage.desk))
    stage.loop.settle()

    assert any(one.key == "mend" for one in stage.window.notices.notices())
    assert not any(isinstance(one, MendSecret | Explain) for one in stage.engine.asked)
    assert not can_mend(stage.desk)
