"""Preferences and secrets."""

from dataclasses import replace

from inspector import settings_file
from inspector.core.errors import ResourceError
from inspector.core.messages import ChangeSettings, Listen
from inspector.core.secret import SecretName
from inspector.core.secret_wishes import AddSecret, RemoveSecret, RevealSecret, SecretAdded
from inspector.gui import theme
from inspector.gui.bridge import News
from inspector.gui.views.preferences.fields import TextField
from inspector.gui.views.preferences.preferences_dialog import PreferencesDialog
from inspector.gui.views.secrets_dialog import SecretsDialog
from tests.gui.commands.conftest import RUNS, Stage


def preferences(stage: Stage) -> PreferencesDialog:
    """The dialog, open."""
    stage.press("preferences")
    dialog = stage.window.findChild(PreferencesDialog)
    assert dialog is not None
    return dialog


def test_a_change_counts_at_once(stage: Stage) -> None:
    """The theme is put on while the dialog stands there, and written."""
    dialog = preferences(stage)
    stage.do(lambda: dialog.wanted.emit("theme", "dark"))

    assert theme.THEME.choice == "dark"
    assert not dialog.rows["theme"].back.isHidden()
    stage.loop.until(lambda: ChangeSettings(values=(("theme", "dark"),)) in stage.engine.asked)
    stage.do(dialog.reject)


def test_a_refusal_stands_beside_its_field(stage: Stage) -> None:
    """A taken port is said there and stays in sight; what was in force counts. A closed dialog is told nothing."""
    stage.engine.answers[ChangeSettings] = ResourceError("Port 9000 is taken.")
    dialog = preferences(stage)
    row = dialog.rows["port"]
    assert isinstance(row.field, TextField)
    stage.do(lambda: row.field.wanted.emit(9000))
    stage.loop.until(lambda: row.remark.text() == "Port 9000 is taken.")
    assert stage.desk.habits.settings.port == 8765
    assert row.field.line.text() == "9000"

    stage.do(lambda: dialog.wanted.emit("port", 9001))
    stage.do(dialog.reject)
    stage.loop.until(lambda: len(stage.engine.asked) >= 2)
    stage.loop.pause()
    assert stage.window.notices.notices() == ()


def test_what_others_write_is_shown(stage: Stage) -> None:
    """The engine counts on, the file is read, and the dialog and the theme follow."""
    dialog = preferences(stage)
    settings_file.change(stage.desk.paths.settings, lambda settings: replace(settings, port=9000, theme="dark"))
    stage.do(lambda: stage.desktop.hear(News(health=RUNS)))
    stage.do(lambda: stage.desktop.hear(News(health=replace(RUNS, settings_seq=7))))
    stage.loop.until(lambda: not dialog.rows["port"].back.isHidden())

    assert theme.THEME.choice == "dark"
    stage.do(dialog.reject)


def test_secrets_are_shown_on_purpose_and_removed(stage: Stage) -> None:
    """Values come from the engine, and only when asked for."""
    stage.engine.answers |= {RevealSecret: "whsec_x", AddSecret: SecretAdded(kept="session", judged_again=0)}
    stage.run("secrets")
    dialog = stage.window.findChild(SecretsDialog)
    assert dialog is not None
    page = dialog.page
    health = replace(RUNS, secrets=(SecretName(provider="stripe", name="staging"),))
    stage.do(lambda: stage.window.show_health(health))

    stage.do(lambda: page.reveal_wanted.emit("stripe", "staging"))
    stage.loop.until(lambda: page.shown_value == "whsec_x")
    stage.do(lambda: page.remove_wanted.emit("stripe", "staging"))
    stage.do(lambda: page.add_wanted.emit("github", "mine", "env:NOBODY_SET_THIS", ""))
    stage.loop.until(lambda: "NOBODY_SET_THIS" in page.form.remark.text())
    stage.do(lambda: page.add_wanted.emit("github", "mine", "value", ""))
    stage.loop.until(lambda: len(stage.engine.asked) == 3)
    stage.do(dialog.reject)

    assert RemoveSecret(provider="stripe", name="staging") in stage.engine.asked
    assert AddSecret(provider="github", name="mine", value="value") in stage.engine.asked


def test_a_changed_address_is_the_one_to_start_again(stage: Stage) -> None:
    """Not the one that was asked for when the program began, nor the one that was open before."""
    dialog = preferences(stage)
    stage.do(lambda: stage.window.show_health(replace(RUNS, listening=())))
    stage.engine.health = replace(RUNS, listening=())
    stage.do(lambda: dialog.wanted.emit("port", 9000))
    stage.do(lambda: stage.desk.listening.listen(True))
    stage.loop.until(lambda: Listen() in stage.engine.asked)
    stage.do(dialog.reject)
