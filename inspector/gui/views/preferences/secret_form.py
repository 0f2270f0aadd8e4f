"""Adds a secret, or replaces one: whose it is, its name, and the value or where it comes from."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from inspector.core.secret import SecretName
from inspector.gui import theme
from inspector.gui.faces import Faces
from inspector.gui.plain import PlainLabel
from inspector.gui.views.choice_box import ChoiceBox
from inspector.gui.views.secret_source import SourceButton

ELSEWHERE = ("env:", "file:")
"""Beginnings of a value that says where the secret is, which need not be hidden."""
LONGEST = 20_000


class SecretForm(QWidget):
    """What was typed stays until the secret is kept, so that a mistake can be mended."""

    add_wanted = Signal(str, str, str)
    """Provider, name, value."""

    def __init__(self, faces: Faces, providers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self._known: set[tuple[str, str]] = set()
        self._busy = False
        self.provider = ChoiceBox(self)
        self.provider.setAccessibleName(self.tr("Provider"))
        for provider in providers:
            self.provider.addItem(faces(provider).label, provider)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("name, such as staging"))
        self.name.setAccessibleName(self.tr("Name of the secret"))
        self.given = QLineEdit(self)
        self.given.setMaxLength(LONGEST)
        self.given.setFont(theme.mono_font())
        self.given.setAccessibleName(self.tr("Secret"))
        self.source = SourceButton(self)
        self.add = QPushButton(self)
        self.add.setAutoDefault(False)
        theme.set_role(self.add, "primary")
        self.remark = PlainLabel("", self, role="invalid")
        self.remark.setWordWrap(True)
        self.remark.hide()
        self._lay_out()
        self.source.chosen.connect(self.take_from)
        self.given.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.provider.currentIndexChanged.connect(self._typed)
        for field in (self.name, self.given):
            field.textChanged.connect(self._typed)
        self._typed()

    def show_known(self, known: Iterable[SecretName]) -> None:
        """Which there are: one of the same provider and name would be replaced."""
        self._known = {(one.provider, one.name) for one in known}
        self._typed()

    def replace(self, secret: SecretName) -> None:
        """Ask for another value of a secret."""
        self.provider.setCurrentIndex(self.provider.findData(secret.provider))
        self.name.setText(secret.name)
        self.given.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_from(self, source: str) -> None:
        """Take the value from a place, or let the rest of the place's name be typed."""
        self.given.setText(source)
        self.given.setFocus(Qt.FocusReason.OtherFocusReason)
        self.given.setCursorPosition(len(source))

    def show_busy(self, what: str) -> None:
        """While a secret is being kept no other can be given; an empty text ends that."""
        if self._busy and not what and self.remark.isHidden():
            self.given.clear()
            self.name.clear()
        self._busy = bool(what)
        self._typed()

    def show_remark(self, text: str) -> None:
        """What is wrong with what was given."""
        self.remark.show_text(text)
        self.remark.setVisible(bool(text))

    def _typed(self) -> None:
        text = self.given.text()
        hidden = not text.startswith(ELSEWHERE)
        self.given.setEchoMode(QLineEdit.EchoMode.Password if hidden else QLineEdit.EchoMode.Normal)
        face = self._faces(self.provider.currentData())
        self.given.setPlaceholderText(face.secret_hint or face.secret_words)
        there = (self.provider.currentData(), self.name.text().strip()) in self._known
        self.add.setText(self.tr("Replace") if there else self.tr("Add"))
        self.add.setEnabled(bool(text.strip()) and text not in ELSEWHERE and not self._busy)
        self.given.setReadOnly(self._busy)

    def _add(self) -> None:
        if self.add.isEnabled():
            self.add_wanted.emit(self.provider.currentData(), self.name.text().strip(), self.given.text())

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        grid.addWidget(self.provider, 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 3)
        grid.addWidget(self.given, 1, 0, 1, 2)
        grid.addWidget(self.source, 1, 2)
        grid.addWidget(self.add, 1, 3)
        grid.addWidget(self.remark, 2, 0, 1, 4)
        grid.setColumnStretch(1, 1)
