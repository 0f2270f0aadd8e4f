"""Adds a secret, or replaces one: whose it is, its name, the value or where it comes from, and where it is kept."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from inspector.core.secret import LONGEST_NAME, NOWHERE, Keeping, SecretName
from inspector.gui import theme
from inspector.gui.faces import Faces
from inspector.gui.plain import PlainLabel
from inspector.gui.views.choice_box import ChoiceBox
from inspector.gui.views.provider_box import ProviderBox
from inspector.gui.views.secret_source import SourceButton, is_elsewhere, is_whole
from inspector.providers.public_values import is_public
from inspector.providers.secret_forms import remark

LONGEST = 64 * 1024
NARROW = 17
"""Characters of a provider's name for which there is room at least; the name of the secret stands beside it."""


class SecretForm(QWidget):
    """What was typed stays until the secret is kept, so that a mistake can be mended."""

    add_wanted = Signal(str, str, str, str)
    """Provider, name, value, and where it is to be kept."""

    def __init__(self, faces: Faces, providers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self._known: set[tuple[str, str]] = set()
        self._busy = False
        self._keeping: Keeping | None = None
        self.provider = ProviderBox(faces, providers, self)
        self.provider.setMinimumContentsLength(NARROW)
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText(self.tr("such as staging"))
        self.name.setAccessibleName(self.tr("Name of the secret"))
        self.keep = ChoiceBox(self)
        self.keep.setAccessibleName(self.tr("Where it is kept"))
        self.given = QLineEdit(self)
        self.given.setMaxLength(LONGEST)
        self.given.setFont(theme.mono_font())
        self.given.setAccessibleName(self.tr("Secret"))
        self.source = SourceButton(self)
        self.add = QPushButton(self)
        self.add.setAutoDefault(False)
        theme.set_role(self.add, "primary")
        self.remark = PlainLabel("", self, role="invalid")
        self.form_remark = PlainLabel("", self, role="warn")
        for label in (self.remark, self.form_remark):
            label.setWordWrap(True)
            label.hide()
        self._lay_out()
        self.source.chosen.connect(self.take_from)
        self.given.returnPressed.connect(self._add)
        self.add.clicked.connect(self._add)
        self.provider.provider_changed.connect(self._typed)
        for field in (self.name, self.given):
            field.textChanged.connect(self._typed)
        self.show_keeping(NOWHERE)

    def show_known(self, known: Iterable[SecretName]) -> None:
        """Which there are: one of the same provider and name would be replaced."""
        self._known = {(one.provider, one.name) for one in known}
        self._typed()

    def show_keeping(self, keeping: Keeping) -> None:
        """Offer the places where a secret can be kept now; the choice stays where it can."""
        if self._keeping is not None and (keeping.keyring, keeping.file) == (self._keeping.keyring, self._keeping.file):
            return
        chosen = self.keep.currentData() if self._keeping is not None else None
        self._keeping = keeping
        self.keep.clear()
        if keeping.keyring != "none":
            self.keep.addItem(self.tr("In the system keyring"), "keyring")
        files = {
            "none": self.tr("In a file with a passphrase…"),
            "locked": self.tr("In the encrypted file (locked)…"),
            "open": self.tr("In the encrypted file"),
        }
        self.keep.addItem(files[keeping.file], "file")
        self.keep.addItem(self.tr("For this session only"), "session")
        usual = "keyring" if keeping.keyring != "none" else "session" if keeping.file == "none" else "file"
        wanted = self.keep.findData(chosen)
        self.keep.setCurrentIndex(wanted if chosen == "file" and wanted >= 0 else self.keep.findData(usual))
        self._typed()

    def replace(self, secret: SecretName) -> None:
        """Ask for another value of a secret, to be kept where that one is."""
        self.provider.choose(secret.provider)
        self.name.setText(secret.name)
        self.keep.setCurrentIndex(max(0, self.keep.findData(secret.kept)))
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
        text, provider = self.given.text(), self.provider.provider
        shown = is_elsewhere(text) or is_public(text)
        self.given.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        face = self._faces(provider) if provider else None
        hint = (face.secret_hint or face.secret_words) if face else self.tr("the signing secret or public key")
        self.given.setPlaceholderText(hint)
        there = (provider, self.name.text().strip()) in self._known
        self.add.setText(self.tr("Replace") if there else self.tr("Add"))
        self.add.setEnabled(bool(text.strip()) and bool(provider) and is_whole(text) and not self._busy)
        self.given.setReadOnly(self._busy)
        said = self._said(provider, text)
        self.form_remark.show_text(said)
        self.form_remark.setVisible(bool(said))

    def _said(self, provider: str, text: str) -> str:
        """What is odd about what stands there; it can be kept all the same."""
        if not provider and self.provider.currentText().strip():
            if self.provider.fits:
                return self.tr("Choose a provider from the list.")
            return self.tr("No provider has this name. One of your own is written custom:NAME.")
        if not text.strip() or is_elsewhere(text):
            return ""
        odd = remark(provider, text)
        if odd:
            return odd
        lines = len(text.strip().splitlines())
        return self.tr("%1 lines are taken.").replace("%1", str(lines)) if lines > 1 else ""

    def _add(self) -> None:
        if self.add.isEnabled():
            keep = str(self.keep.currentData())
            self.add_wanted.emit(self.provider.provider, self.name.text().strip(), self.given.text(), keep)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(theme.px(8))
        grid.addWidget(self.provider, 0, 0)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.keep, 0, 2, 1, 2)
        grid.addWidget(self.given, 1, 0, 1, 2)
        grid.addWidget(self.source, 1, 2)
        grid.addWidget(self.add, 1, 3)
        grid.addWidget(self.form_remark, 2, 0, 1, 4)
        grid.addWidget(self.remark, 3, 0, 1, 4)
        grid.setColumnStretch(1, 1)
