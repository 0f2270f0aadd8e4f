"""Find the scheme: with a secret that is known, every usual way of signing is computed; what matched is offered."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from inspector.core.custom_wishes import FoundScheme, SchemesFound
from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.banner import Banner

LONGEST = 64 * 1024


class SchemeDialog(QDialog):
    """`search_wanted` carries a secret, or nothing for all that are kept; `create_wanted` a FoundScheme."""

    search_wanted = Signal(str)
    stop_wanted = Signal()
    create_wanted = Signal(object, str)
    """What was found, and the secret that was given."""

    def __init__(self, what: str, kept: int, parent: QWidget | None = None) -> None:
        """About a capture that `what` names; `kept` is how many secrets there are."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Find the scheme"))
        self._searching = False
        self._kept = kept
        self._searched = ""
        self._found: tuple[FoundScheme, ...] = ()
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setFont(theme.mono_font())
        self.secret.setMaxLength(LONGEST)
        self.secret.setAccessibleName(self.tr("Secret that the sender signs with"))
        empty = self.tr("the secret; empty: those that are kept (%1)").replace("%1", str(kept))
        self.secret.setPlaceholderText(empty if kept else self.tr("the secret that the sender signs with"))
        self.search = QPushButton(self.tr("Search"), self)
        self.search.setDefault(True)
        theme.set_role(self.search, "primary")
        self.answer = Banner(self)
        self.answer.hide()
        self._ways = QWidget(self)
        self._ways_column = QVBoxLayout(self._ways)
        self._ways_column.setContentsMargins(0, 0, 0, 0)
        self._group = QButtonGroup(self)
        self.offer = QPushButton(self.tr("Create a provider from it…"), self)
        self.offer.hide()
        self.search.clicked.connect(self._search)
        self.secret.textChanged.connect(self._enable)
        self.offer.clicked.connect(self._create)
        self._lay_out(what)
        self._enable()
        self.secret.setFocus()

    def show_found(self, answer: SchemesFound) -> None:
        """Say what the search gave."""
        self._show_searching(False)
        self._found = answer.found
        if answer.found:
            count = len(answer.found)
            title = self.tr("✓ Found how it is signed") if count == 1 else self.tr("✓ Found several ways")
            self.answer.say("valid", title, answer.sentence)
        else:
            self.answer.say("warn", self.tr("No way matches"), answer.sentence)
        self.answer.show()
        self._show_ways()

    def show_problem(self, sentence: str) -> None:
        """Say why nothing was searched."""
        self._show_searching(False)
        self.answer.say("warn", self.tr("Nothing was searched"), sentence)
        self.answer.show()

    def done(self, result: int) -> None:
        """A search that goes on is of no use to anybody any more."""
        if self._searching:
            self.stop_wanted.emit()
        super().done(result)

    @property
    def chosen(self) -> FoundScheme | None:
        """The way that is chosen, of those that were found."""
        number = self._group.checkedId()
        return self._found[number] if 0 <= number < len(self._found) else None

    def _search(self) -> None:
        if self._searching:
            self.stop_wanted.emit()
            return
        self._searched = self.secret.text()
        self._found = ()
        self._show_ways()
        self._show_searching(True)
        self.search_wanted.emit(self._searched)

    def _show_searching(self, searching: bool) -> None:
        self._searching = searching
        if searching:
            self.answer.say("neutral", self.tr("Searching…"), self.tr("At most 20,000 ways or two seconds."))
            self.answer.show()
        self.search.setText(self.tr("Stop") if searching else self.tr("Search"))
        self._enable()

    def _show_ways(self) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        for number, one in enumerate(self._found):
            button = QRadioButton(plain.action(one.words), self._ways)
            button.setToolTip(plain.tooltip(one.words))
            button.setFont(theme.mono_font())
            self._group.addButton(button, number)
            self._ways_column.addWidget(button)
            button.setChecked(number == 0)
        self._ways.setVisible(len(self._found) > 1)
        self.offer.setVisible(bool(self._found))

    def _create(self) -> None:
        if (chosen := self.chosen) is not None:
            self.create_wanted.emit(chosen, self._searched)
            self.accept()

    def _enable(self) -> None:
        self.search.setEnabled(self._searching or bool(self.secret.text()) or self._kept > 0)

    def _lay_out(self, what: str) -> None:
        about = self.tr(
            "Nobody knows the sender of %1. With its secret, the usual ways to sign are computed over the bytes that "
            "came: what is signed, in which order, by which digest. Only a way that matches is named."
        )
        label = PlainLabel(about.replace("%1", plain.line(what, 80)), self)
        label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.secret, 1)
        row.addWidget(self.search)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.offer)
        foot.addStretch(1)
        foot.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.answer)
        column.addWidget(self._ways)
        column.addStretch(1)
        column.addLayout(foot)
        self.resize(theme.px(640), theme.px(320))
