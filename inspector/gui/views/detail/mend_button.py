"""The button that mends a failure; its text says what it changes."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from inspector.core.mend import Mend
from inspector.gui import plain, theme
from inspector.gui.faces import Face

LONGEST = 72
"""Characters of a text on the button; the whole of it stands in the tool tip too."""


def tr(text: str) -> str:
    """A text in the language of the user."""
    return QCoreApplication.translate("Mend", text)


def mend_text(mend: Mend, face: Face) -> str:
    """What the button does: `Save secret without its last character, a line break`."""
    match mend.kind:
        case "secret" if mend.replaces:
            return tr("Save secret %1").replace("%1", mend.words)
        case "secret" if mend.words:
            return tr("Save it %2, as a secret of %1").replace("%1", face.label).replace("%2", mend.words)
        case "secret":
            return tr("Save it as a secret of %1").replace("%1", face.label)
        case "public-url":
            return tr("Set the public URL to %1").replace("%1", mend.url)
        case "enter-url":
            return tr("Set the public URL…")
        case "sign-again":
            return tr("Resend signed now")
        case "headers":
            return tr("Show the header fields")
        case "bytes":
            return tr("Show the bytes")


class MendButton(QPushButton):
    """Hidden where nothing mends the failure. `wanted` carries the Mend."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mend: Mend | None = None
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # A long text is cut, rather than that the page grows out of its pane.
        self.setMinimumWidth(theme.px(120))
        self.setAccessibleName(tr("Mend the signature"))
        self.clicked.connect(self._want)
        self.hide()

    def show_mend(self, mend: Mend | None, face: Face) -> None:
        """Offer this, or nothing."""
        self.mend = mend
        text = "" if mend is None else mend_text(mend, face)
        # An ampersand of captured text is none that underlines a letter.
        self.setText(plain.line(text, LONGEST).replace("&", "&&"))
        self.setToolTip(plain.tooltip(text))
        self.setAccessibleName(plain.line(text) or tr("Mend the signature"))
        self.setVisible(mend is not None)

    def _want(self) -> None:
        if self.mend is not None:
            self.wanted.emit(self.mend)
