"""Commands that set things: the preferences, and the secrets."""

from shiboken6 import isValid

from inspector.core.secret_wishes import RemoveSecret, RevealSecret
from inspector.gui.commands.command import Command
from inspector.gui.commands.custom_commands import connect_custom
from inspector.gui.commands.desk import Desk
from inspector.gui.views.preferences.preferences_dialog import PreferencesDialog
from inspector.gui.views.preferences.secrets_page import SecretsPage
from inspector.gui.views.secrets_dialog import SecretsDialog
from inspector.providers.registry import PROVIDERS


def show_preferences(desk: Desk, at: str = "") -> None:
    """Every setting, at the one that is named; a change counts at once, and one from outside is shown."""
    dialog = PreferencesDialog(desk.window.faces, provider_ids(desk), desk.window)
    connect_secrets(desk, dialog.secrets)
    connect_custom(desk, dialog.custom)

    def change(setting: str, value: str | int | float | bool | tuple[str, ...]) -> None:
        desk.habits.change({setting: value}, lambda sentence: refuse(dialog, setting, sentence))

    dialog.wanted.connect(change)
    dialog.keys_wanted.connect(desk.window.keys_wanted)
    desk.habits.settled.connect(dialog.show_settings)
    dialog.show_settings(desk.habits.settings)
    dialog.open()
    if at:
        dialog.turn_to(at)


def provider_ids(desk: Desk) -> list[str]:
    """Whom a secret may be of: those that the user described, and ours."""
    return [*(recipe.id for recipe in desk.asking.engine.health.custom), *(provider.id for provider in PROVIDERS)]


def refuse(dialog: PreferencesDialog, setting: str, sentence: str) -> None:
    """Say why a value could not be taken, if the dialog is still open."""
    if isValid(dialog):
        dialog.show_refusal(setting, sentence)


def show_secrets(desk: Desk) -> None:
    """The list of secrets, with adding, removing and showing."""
    dialog = SecretsDialog(desk.window.faces, provider_ids(desk), desk.window)
    connect_secrets(desk, dialog.page)
    dialog.open()


def connect_secrets(desk: Desk, page: SecretsPage) -> None:
    """Let a page show and change the engine's secrets."""
    page.show_health(desk.asking.engine.health)
    desk.window.health_shown.connect(page.show_health)
    giving = desk.secret_giving
    page.add_wanted.connect(lambda provider, name, value, keep: giving.give(provider, name, value, page, keep or None))
    page.change_wanted.connect(giving.change)
    page.unlock_wanted.connect(lambda what: unlock(desk, page, what))
    page.remove_wanted.connect(lambda provider, name: desk.asking.send(RemoveSecret(provider=provider, name=name)))
    page.reveal_wanted.connect(
        lambda provider, name: desk.asking.start(reveal(desk, page, provider, name), name="showing a secret")
    )


def unlock(desk: Desk, page: SecretsPage, what: str) -> None:
    """Open a place where secrets lie, or change the passphrase of the file."""
    passphrases = desk.secret_giving.passphrases
    if what == "keyring":
        passphrases.unlock_keyring()
    elif what == "passphrase":
        passphrases.change(page)
    else:
        passphrases.open(over=page)


async def reveal(desk: Desk, page: SecretsPage, provider: str, name: str) -> None:
    """Fetch a value and show it, if the page is still there."""
    value = await desk.asking.answer(RevealSecret(provider=provider, name=name), str)
    if value is not None and isValid(page):
        page.show_value(provider, name, value)


SETTINGS_COMMANDS: tuple[Command, ...] = (
    Command(name="secrets", text="Secrets…", menu="listener", run=show_secrets, needs="engine", begins=True),
    Command(
        name="preferences", text="Preferences…", menu="edit", run=show_preferences, keys=("Ctrl+,",), begins=True,
    ),
)  # fmt: skip
