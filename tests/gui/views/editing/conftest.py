"""Every widget of the editor wears the look of the window."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from inspector.gui import theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """Light, whatever the test before left; its widgets are gone first, as a style sheet visits every one there is."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    theme.apply(qapp, "light")
