"""The secrets by name: add one, remove one, show one on purpose."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from inspector.core.messages import Health
from inspector.core.secret import SecretName
from inspector.gui import plain, theme
from inspector.gui.faces import Faces
from inspector.gui.plain import PlainLabel

SHOWN = 20_000
"""Milliseconds for which a value stands there."""
NAME_ROLE = Qt.ItemDataRole.UserRole


class SecretsDialog(QDialog):
    """Values are never in the list; one that was asked for is shown for twenty seconds."""

    add_wanted = Signal(str, str, str)
    """Provider, name, value."""
    remove_wanted = Signal(str, str)
    reveal_wanted = Signal(str, str)

    def __init__(self, faces: Faces, providers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Secrets"))
        self.setMinimumWidth(theme.px(620))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        self._where = PlainLabel("", self, role="muted")
        self._where.setWordWrap(True)
        self._list = QListWidget(self)
        self._list.setAccessibleName(self.tr("Secrets by name"))
        self._list.itemSelectionChanged.connect(self._enable)
        self._value = PlainLabel("", self, selectable=True)
        self._value.setFont(theme.mono_font())
        self._value.setWordWrap(True)
        self._value.hide()
        self._hide = QTimer(self, singleShot=True, interval=SHOWN)
        self._hide.timeout.connect(self._value.hide)
        for widget in (self._where, self._list, self._value):
            column.addWidget(widget)
        column.addLayout(self._buttons())
        column.addLayout(self._form(providers))
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.rejected.connect(self.reject)
        column.addWidget(box)
        self._enable()

    def show_health(self, health: Health) -> None:
        """Show the names and where secrets are kept."""
        self._where.show_text(health.keyring)
        chosen = self._chosen()
        self._list.clear()
        for one in health.secrets:
            item = QListWidgetItem(plain.line(f"{self._faces(one.provider).label}  ·  {one.name}  ·  ••••••••"))
            item.setData(NAME_ROLE, one)
            self._list.addItem(item)
            item.setSelected(one == chosen)
        self._enable()

    def show_value(self, value: str) -> None:
        """Show a value for a while."""
        self._value.show_text(value)
        self._value.show()
        self._hide.start()

    @property
    def shown_value(self) -> str:
        """The value that stands there now, empty where none does."""
        return self._value.text() if self._value.isVisible() else ""

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._show = QPushButton(self.tr("Show"), self)
        self._remove = QPushButton(self.tr("Remove"), self)
        self._show.clicked.connect(lambda: self._emit(self.reveal_wanted))
        self._remove.clicked.connect(lambda: self._emit(self.remove_wanted))
        row.addWidget(self._show)
        row.addWidget(self._remove)
        row.addStretch(1)
        return row

    def _form(self, providers: Sequence[str]) -> QHBoxLayout:
        row = QHBoxLayout()
        self._provider = QComboBox(self)
        self._provider.setAccessibleName(self.tr("Provider"))
        for provider in providers:
            self._provider.addItem(self._faces(provider).label, provider)
        self._name = QLineEdit(self)
        self._name.setPlaceholderText(self.tr("name"))
        self._name.setAccessibleName(self.tr("Name of the secret"))
        self._name.setMaximumWidth(theme.px(110))
        self._given = QLineEdit(self)
        self._given.setEchoMode(QLineEdit.EchoMode.Password)
        self._given.setPlaceholderText(self.tr("secret, env:NAME or file:PATH"))
        self._given.setAccessibleName(self.tr("Secret"))
        self._given.returnPressed.connect(self._add)
        self._provider.setFixedHeight(self._name.sizeHint().height())
        add = QPushButton(self.tr("Add"), self)
        add.setAutoDefault(False)
        add.clicked.connect(self._add)
        for widget in (self._provider, self._name, self._given, add):
            row.addWidget(widget)
        row.setStretch(2, 1)
        return row

    def _add(self) -> None:
        if self._given.text():
            self.add_wanted.emit(self._provider.currentData(), self._name.text().strip(), self._given.text())
            self._given.clear()

    def _chosen(self) -> SecretName | None:
        items = self._list.selectedItems()
        name = items[0].data(NAME_ROLE) if items else None
        return name if isinstance(name, SecretName) else None

    def _emit(self, signal: object) -> None:
        chosen = self._chosen()
        if chosen is not None:
            signal.emit(chosen.provider, chosen.name)  # type: ignore[attr-defined]

    def _enable(self) -> None:
        for button in (self._show, self._remove):
            button.setEnabled(self._chosen() is not None)
