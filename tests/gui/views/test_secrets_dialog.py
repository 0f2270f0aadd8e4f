"""The secrets in a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.gui.views.secrets_dialog import SecretsDialog
from tests.gui.stage import FACES


def test_it_shows_the_page_and_escape_closes_it(qtbot: QtBot) -> None:
    """The page is that of the preferences."""
    dialog = SecretsDialog(FACES, ["github", "stripe"])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.page.isVisible()
    assert dialog.page.form.provider.count() == 2

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
