"""The key sheet: every command with its keys, and an editor for them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from inspector.gui import theme, words
from inspector.gui.bindings import Bindings, native, refusal
from inspector.gui.models.keys_model import KEYS, PATH, TITLE, KeyRow, KeysModel
from inspector.gui.plain import PlainLabel
from inspector.gui.views.check_box import CheckBox
from inspector.gui.views.key_field import KeyField

Keys = Mapping[str, tuple[str, ...]]


class KeysDialog(QDialog):
    """`wanted` carries the keys of every command as the user wants them; whoever hears it calls `show_keys`."""

    wanted = Signal(object)
    letters_wanted = Signal(bool)

    def __init__(self, rows: Sequence[KeyRow], usual: Keys, parent: QWidget | None = None) -> None:
        """`usual` are the keys that the program is delivered with."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keys"))
        self._usual = usual
        self._keys = Bindings(keys=usual)
        self._field: KeyField | None = None
        self._taking: Keys = {}
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a command or a key"))
        self.search.setAccessibleName(self.tr("Find a command or a key"))
        self.rows = KeysModel(rows, usual, self)
        self.table = make_table(self.rows, self)
        self._remark = PlainLabel("", self, role="muted")
        self._remark.setWordWrap(True)
        self._take = QPushButton(self.tr("Take it away there"), self)
        self._take.clicked.connect(self._take_away)
        self.letters = CheckBox(self.tr("Single letters act, where no text is being edited"), self)
        self.letters.setChecked(True)
        self.letters.clicked.connect(self.letters_wanted)
        self._lay_out()
        self.search.textChanged.connect(self._look_for)
        self.table.activated.connect(self.change)
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self.rows.dataChanged.connect(self._enable)
        self._say("")
        self._look_for("")
        self.resize(theme.px(660), theme.px(560))

    def show_keys(self, bindings: Bindings) -> None:
        """Show the keys in force."""
        self._keys = bindings
        self.rows.show_keys(bindings.keys)

    def show_letters(self, act: bool) -> None:
        """Show whether single letters act."""
        self.letters.setChecked(act)

    def change(self) -> None:
        """Ask for the key that takes the place of those of the chosen command."""
        self._ask(())

    def add(self) -> None:
        """Ask for one more key of the chosen command."""
        row = self._chosen()
        if row is not None:
            self._ask(self._keys.keys[row.name])

    @property
    def remark(self) -> str:
        """What is said about the last key that was pressed."""
        return self._remark.text()

    def _ask(self, kept: tuple[str, ...]) -> None:
        row = self._chosen()
        if row is None:
            return
        self._end()
        self._say("")
        index = self.table.currentIndex().siblingAtColumn(KEYS)
        field = KeyField(row.title, self.table)
        self._field = field
        self.table.setIndexWidget(index, field)
        field.given.connect(lambda key: self._given(row.name, kept, key))
        # The field ends by itself when it loses the keyboard; taking it away in that very event is too early.
        field.left.connect(self._end_soon)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _given(self, name: str, kept: tuple[str, ...], key: str) -> None:
        if refused := refusal(key):
            self._say(refused, wrong=True)
            return
        self._end()
        self._claim(name, tuple(dict.fromkeys((*kept, key))))

    def _claim(self, name: str, keys: tuple[str, ...]) -> None:
        """Give a command these keys, at once where no other has one of them."""
        others = {
            other: tuple(key for key in have if key not in keys)
            for other, have in self._keys.keys.items()
            if other != name and set(have) & set(keys)
        }
        if not others:
            self._want({name: keys})
            return
        shared = [native(key) for key in keys if self._keys.owner(key) in others]
        text = self.tr("%1 also does “%2”: take it away there?").replace("%1", ", ".join(shared))
        self._say(text.replace("%2", "”, “".join(self.rows.title_of(other) for other in others)), asks=True)
        self._taking = {**others, name: keys}
        self._take.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_away(self) -> None:
        self._want(self._taking)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want(self, changes: Keys) -> None:
        self._say("")
        self.wanted.emit({**self._keys.keys, **changes})

    def _clear(self) -> None:
        row = self._chosen()
        if row is not None:
            self._want({row.name: ()})

    def _reset(self) -> None:
        row = self._chosen()
        if row is not None:
            self._claim(row.name, self._usual[row.name])

    def _say(self, text: str, *, wrong: bool = False, asks: bool = False) -> None:
        usual = self.tr("Enter or a double click changes the keys of a command; they count at once.")
        self._remark.show_text(text or usual)
        theme.set_role(self._remark, "invalid" if wrong else "warn" if asks else "muted")
        self._take.setVisible(asks)

    def _chosen(self) -> KeyRow | None:
        row = self.rows.row_at(self.table.currentIndex().row())
        return row if row is not None and row.name else None

    def _end_soon(self) -> None:
        QTimer.singleShot(0, self, self._end)

    def _end(self) -> None:
        field, self._field = self._field, None
        if field is not None:
            field.blockSignals(True)
            for place in range(self.rows.rowCount()):
                index = self.rows.index(place, KEYS)
                if self.table.indexWidget(index) is field:
                    self.table.setIndexWidget(index, None)  # type: ignore[arg-type]
            if self.isVisible() and not self.search.hasFocus():
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_for(self, text: str) -> None:
        self._field = None
        self._say("")
        self.rows.look_for(text)
        self.table.setCurrentIndex(self.rows.index(0, TITLE))
        self._enable()

    def _enable(self, *_: QModelIndex) -> None:
        row = self._chosen()
        for button in (self._change, self._add, self._none):
            button.setEnabled(row is not None)
        self._one.setEnabled(row is not None and self.rows.changed(row))
        self._all.setEnabled(self._keys.keys != self._usual)

    def _lay_out(self) -> None:
        self._change, self._add, self._none, self._one, self._all, close = (
            QPushButton(text, self)
            for text in (
                self.tr("Change…"), self.tr("Add…"), self.tr("No key"), self.tr("Reset"), self.tr("Reset all"),
                self.tr("Close"),
            )
        )  # fmt: skip
        buttons = QHBoxLayout()
        for button, act in (
            (self._change, self.change), (self._add, self.add), (self._none, self._clear), (self._one, self._reset),
            (self._all, lambda: self._want(self._usual)), (close, self.reject),
        ):  # fmt: skip
            if button is close:
                buttons.addStretch(1)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.addWidget(button)
        told = QHBoxLayout()
        told.addWidget(self._remark, 1)
        told.addWidget(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        for part in (self.search, self.table):
            column.addWidget(part)
        column.addLayout(told)
        column.addWidget(self.letters)
        column.addLayout(buttons)


def make_table(rows: KeysModel, parent: QWidget) -> QTableView:
    """The table of commands; a row is chosen as a whole."""
    table = QTableView(parent)
    table.setModel(rows)
    table.setAccessibleName(words.tr("Commands and their keys"))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(theme.px(30))
    header = table.horizontalHeader()
    header.hide()
    header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
    header.resizeSection(PATH, theme.px(130))
    header.resizeSection(KEYS, theme.px(190))
    return table
