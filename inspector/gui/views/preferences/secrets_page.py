"""The secrets by provider and name: add, replace, remove one, show one on purpose."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from inspector.core.messages import Health
from inspector.core.secret import NOWHERE, Keeping, SecretName
from inspector.gui import plain, theme
from inspector.gui.faces import Faces
from inspector.gui.plain import PlainLabel
from inspector.gui.views.preferences.move_menu import MoveMenu
from inspector.gui.views.preferences.page_list import PageList
from inspector.gui.views.preferences.place_buttons import PlaceButtons
from inspector.gui.views.preferences.secret_form import SecretForm
from inspector.gui.views.question import ask

SHOWN = 20_000
"""Milliseconds for which a value stands there."""
ROW = 26
"""Pixels of a row."""
MASK = "•" * 8
LONGEST_SHOWN = 28
"""Characters of a name that stand in the list; its tool tip has the rest."""
NAME_ROLE = Qt.ItemDataRole.UserRole
PROVIDER, NAME, VALUE, KEPT = range(4)


class SecretsPage(QWidget):
    """Values are never in the list; one that was asked for is shown for twenty seconds."""

    add_wanted = Signal(str, str, str, str)
    """Provider, name, value, and where it is to be kept."""
    remove_wanted = Signal(str, str)
    reveal_wanted = Signal(str, str)
    change_wanted = Signal(object, str, object)
    """A secret, its name from now on, and where it is to be kept, or None."""
    unlock_wanted = Signal(str)
    """`keyring` or `file`; `passphrase` to change that of the file."""

    def __init__(self, faces: Faces, providers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self._revealed: SecretName | None = None
        self._keeping = NOWHERE
        self._where = PlainLabel("", self, role="muted")
        self._where.setWordWrap(True)
        columns = [self.tr("Provider"), self.tr("Name"), self.tr("Value"), self.tr("Kept")]
        self.list = PageList(self.tr("Secrets by provider and name"), columns, VALUE, self)
        self.list.itemSelectionChanged.connect(self._enable)
        self.places = PlaceButtons(self)
        self.places.wanted.connect(self.unlock_wanted)
        self.form = SecretForm(faces, providers, self)
        self.form.add_wanted.connect(self.add_wanted)
        self._hide = QTimer(self, singleShot=True, interval=SHOWN)
        self._hide.timeout.connect(self.hide_value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._where)
        column.addWidget(self.places)
        column.addWidget(self.list, 1)
        column.addLayout(self._buttons())
        column.addWidget(PlainLabel(self.tr("Add a secret"), self, role="muted"))
        column.addWidget(self.form)
        self._enable()

    def show_health(self, health: Health) -> None:
        """Show the names and where secrets are kept."""
        self._where.show_text(health.keyring or self.tr("The engine does not run, so secrets cannot be changed now."))
        chosen, revealed, shown = self.chosen(), self._revealed, self.shown_value
        self._keeping = health.keeping
        self.list.clear()
        for one in health.secrets:
            label, name = (
                plain.line(self._faces(one.provider).label, LONGEST_SHOWN),
                plain.line(one.name, LONGEST_SHOWN),
            )
            item = QTreeWidgetItem([label, name, MASK, self._kept(one, health.keeping)])
            item.setData(PROVIDER, NAME_ROLE, one)
            item.setToolTip(NAME, plain.tooltip(one.name))
            # Of the column that is as wide as there is room: the others are as wide as what stands in them.
            item.setSizeHint(VALUE, QSize(0, theme.px(ROW)))
            item.setFont(VALUE, theme.mono_font())
            if one == revealed:
                item.setText(VALUE, shown)
            self.list.addTopLevelItem(item)
            item.setSelected(one == chosen)
        self.places.show_keeping(health.keeping)
        self.form.show_keeping(health.keeping)
        self.form.show_known(health.secrets)
        self._enable()

    def show_value(self, provider: str, name: str, value: str) -> None:
        """Show a value for a while, in its row."""
        self.hide_value()
        for item, one in self._items():
            if (one.provider, one.name) == (provider, name):
                self._revealed = one
                item.setText(VALUE, plain.line(value))
                item.setToolTip(VALUE, plain.tooltip(value))
                self._hide.start()
        self._enable()

    def hide_value(self) -> None:
        """Mask what is shown."""
        self._revealed = None
        self._hide.stop()
        for item, _ in self._items():
            item.setText(VALUE, MASK)
            item.setToolTip(VALUE, "")
        self._enable()

    @property
    def shown_value(self) -> str:
        """The value that stands there now, empty where none does."""
        return next((item.text(VALUE) for item, one in self._items() if one == self._revealed), "")

    def show_busy(self, what: str) -> None:
        """A secret is being kept; an empty text ends that."""
        self.form.show_busy(what)

    def show_secret_remark(self, text: str) -> None:
        """What is wrong with what was given."""
        self.form.show_remark(text)

    def chosen(self) -> SecretName | None:
        """The secret that is selected."""
        return next((one for item, one in self._items() if item.isSelected()), None)

    def _items(self) -> list[tuple[QTreeWidgetItem, SecretName]]:
        items = [self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount())]
        found = ((item, item.data(PROVIDER, NAME_ROLE)) for item in items if item is not None)
        return [(item, one) for item, one in found if isinstance(one, SecretName)]

    def _kept(self, secret: SecretName, keeping: Keeping) -> str:
        places = {
            "keyring": (self.tr("keyring"), self.tr("keyring (locked)"), keeping.keyring),
            "file": (self.tr("encrypted file"), self.tr("encrypted file (locked)"), keeping.file),
            "session": (self.tr("this session only"), "", "open"),
        }
        readable, locked, access = places.get(secret.kept, (secret.kept, "", "open"))
        return locked if access == "locked" else readable

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.show_button = QPushButton(self.tr("Show"), self)
        self.replace_button = QPushButton(self.tr("Replace…"), self)
        self.rename_button = QPushButton(self.tr("Rename…"), self)
        self.move_button = QPushButton(self.tr("Keep elsewhere ▾"), self)
        menu = MoveMenu(lambda: (self.chosen(), self._keeping), self)
        menu.wanted.connect(self._move)
        self.move_button.setMenu(menu)
        self.remove_button = QPushButton(self.tr("Remove…"), self)
        self.show_button.clicked.connect(self._reveal)
        self.replace_button.clicked.connect(self._replace)
        self.rename_button.clicked.connect(self.ask_name)
        self.remove_button.clicked.connect(self._remove)
        for button in self._all_buttons():
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _all_buttons(self) -> tuple[QPushButton, ...]:
        return self.show_button, self.replace_button, self.rename_button, self.move_button, self.remove_button

    def _move(self, keep: str) -> None:
        if (chosen := self.chosen()) is not None:
            self.change_wanted.emit(chosen, chosen.name, keep)

    def ask_name(self) -> None:
        """Ask for another name of the chosen secret."""
        if (chosen := self.chosen()) is None:
            return
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename the secret"))
        dialog.setLabelText(self.tr("Its name from now on, as verdicts will say it"))
        dialog.setTextValue(plain.line(chosen.name))
        dialog.textValueSelected.connect(lambda name: self._rename(chosen, name.strip()))
        dialog.open()

    def _rename(self, secret: SecretName, name: str) -> None:
        if name and name != plain.line(secret.name):
            self.change_wanted.emit(secret, name, None)

    def _reveal(self) -> None:
        chosen = self.chosen()
        if chosen is not None and chosen == self._revealed:
            self.hide_value()
        elif chosen is not None:
            self.reveal_wanted.emit(chosen.provider, chosen.name)

    def _replace(self) -> None:
        if (chosen := self.chosen()) is not None:
            self.form.replace(chosen)

    def _remove(self) -> None:
        if (chosen := self.chosen()) is None:
            return
        named = f"{self._faces(chosen.provider).label} · {plain.line(chosen.name, LONGEST_SHOWN)}"
        ask(
            self,
            text=self.tr("Remove the secret %1?").replace("%1", named),
            more=self.tr("Its value is gone for good. What it made valid stays valid."),
            yes=self.tr("Remove"),
            agreed=lambda: self.remove_wanted.emit(chosen.provider, chosen.name),
        )

    def _enable(self) -> None:
        chosen = self.chosen()
        for button in self._all_buttons():
            button.setEnabled(chosen is not None)
        hides = chosen is not None and chosen == self._revealed
        self.show_button.setText(self.tr("Hide") if hides else self.tr("Show"))
