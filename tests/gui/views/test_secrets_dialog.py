"""The secrets by name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.core.secret import SecretName
from inspector.gui.views.secrets_dialog import SecretsDialog
from tests.gui.stage import FACES

HEALTH = Health(
    keyring="Secrets are kept in the system keyring.",
    secrets=(SecretName(provider="github", name="production"), SecretName(provider="stripe", name="staging")),
)


def dialog_of(qtbot: QtBot) -> SecretsDialog:
    """An open dialog with two secrets."""
    dialog = SecretsDialog(FACES, ["github", "stripe"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show_health(HEALTH)
    dialog.open()
    return dialog


def button(dialog: SecretsDialog, text: str) -> QPushButton:
    """The button that says this."""
    return next(one for one in dialog.findChildren(QPushButton) if one.text() == text)


def test_names_are_listed_and_values_masked(qtbot: QtBot) -> None:
    """Nothing can be shown or removed before one is chosen."""
    dialog = dialog_of(qtbot)
    names = dialog.findChildren(QListWidget)[0]
    assert [names.item(row).text() for row in range(names.count())] == [
        "GitHub  ·  production  ·  ••••••••", "Stripe  ·  staging  ·  ••••••••",
    ]  # fmt: skip
    assert not button(dialog, "Show").isEnabled()

    names.setCurrentRow(1)
    with qtbot.waitSignal(dialog.reveal_wanted, timeout=1000) as shown:
        qtbot.mouseClick(button(dialog, "Show"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.remove_wanted, timeout=1000):
        qtbot.mouseClick(button(dialog, "Remove"), Qt.MouseButton.LeftButton)
    assert shown.args == ["stripe", "staging"]


def test_a_value_is_shown_on_purpose_only(qtbot: QtBot) -> None:
    """It stands there for a while."""
    dialog = dialog_of(qtbot)
    assert "whsec_x" not in [label.text() for label in dialog.findChildren(QLabel)]

    dialog.show_value("whsec_x")
    assert "whsec_x" in [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]


def test_a_secret_is_added_and_its_field_emptied(qtbot: QtBot) -> None:
    """What is typed is masked, and nothing of it stays."""
    dialog = dialog_of(qtbot)
    name, given = dialog.findChildren(QLineEdit)
    assert given.echoMode() == QLineEdit.EchoMode.Password

    name.setText("mine")
    given.setText("s3cret")
    with qtbot.waitSignal(dialog.add_wanted, timeout=1000) as added:
        qtbot.mouseClick(button(dialog, "Add"), Qt.MouseButton.LeftButton)
    assert added.args == ["github", "mine", "s3cret"]
    assert given.text() == ""
