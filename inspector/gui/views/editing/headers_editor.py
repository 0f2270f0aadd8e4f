"""Edits header fields, in a table or as text; both are the same fields."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from inspector.core.draft import field_problem
from inspector.core.headers import Headers
from inspector.gui import theme
from inspector.gui.icons import IconButton
from inspector.gui.views.detail.labels import hairline, heading
from inspector.gui.views.editing.code_editor import CodeEditor
from inspector.gui.views.editing.field_lines import lines_of, pairs_of
from inspector.gui.views.editing.fields_table import FieldsTable
from inspector.gui.views.editing.problem_line import ProblemLine


class HeadersEditor(QWidget):
    """Order, case, repeats and bytes that are no UTF-8 stay as they were."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FieldsTable()
        self.raw = CodeEditor(self.tr("Headers as text"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self.raw)
        self._problem = ProblemLine()
        self.as_table, self.as_text = self._choice(self.tr("Table")), self._choice(self.tr("Text"))
        self._lay_out()
        self.as_table.setChecked(True)
        self.as_text.toggled.connect(self._turn)
        self.table.fields.changed.connect(self._changed)
        self.raw.textChanged.connect(self._changed)

    def set_headers(self, headers: Headers, secret: frozenset[str] = frozenset()) -> None:
        """Edit other fields; the values of those in `secret` (lower case) are dots in the table."""
        self.table.fields.set_pairs(headers.pairs, secret)
        with QSignalBlocker(self.raw):
            self.raw.show_text(lines_of(headers.pairs))
        self._changed()

    def revert(self, headers: Headers) -> None:
        """Put these fields in their place, as one step that can be undone."""
        if self._pages.currentWidget() is self.raw:
            self.raw.replace_text(lines_of(headers.pairs))
        self.table.fields.change(headers.pairs, 0)

    def headers(self) -> Headers:
        """The fields as they stand; lines that are none are left out, and `problem` says so."""
        if self._pages.currentWidget() is self.raw:
            return Headers(pairs_of(self.raw.text(), self.table.fields.pairs())[0])
        return Headers(self.table.fields.pairs())

    def problem(self) -> str:
        """What is wrong with the fields as they stand; empty where nothing is."""
        if self._pages.currentWidget() is not self.raw:
            return self.table.fields.problem()
        pairs, problem = pairs_of(self.raw.text(), self.table.fields.pairs())
        return problem or next((said for pair in pairs if (said := field_problem(*pair))), "")

    def _choice(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setCheckable(True)
        button.setProperty("role", "choice")
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(4))
        row.addWidget(heading(self.tr("Headers")))
        row.addStretch(1)
        self._tools: list[QWidget] = []
        for name, says, act in (
            ("plus", self.tr("Add a field"), self.table.add),
            ("close", self.tr("Remove the field"), self.table.remove),
            ("up", self.tr("Move the field up"), lambda: self.table.shift(-1)),
            ("arrow-down", self.tr("Move the field down"), lambda: self.table.shift(1)),
        ):
            button = IconButton(name, says)
            button.clicked.connect(act)
            row.addWidget(button)
            self._tools.append(button)
        row.addSpacing(theme.px(8))
        group = QButtonGroup(self)
        for choice in (self.as_table, self.as_text):
            group.addButton(choice)
            row.addWidget(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        column.addWidget(self._pages, 1)
        column.addWidget(self._problem)

    def _turn(self, to_text: bool) -> None:
        fields = self.table.fields
        if to_text:
            with QSignalBlocker(self.raw):
                self.raw.show_text(lines_of(fields.pairs()))
            self._pages.setCurrentWidget(self.raw)
        else:
            pairs, problem = pairs_of(self.raw.text(), fields.pairs())
            if problem:
                # A line that is no field would be lost in the table, and turning to text again would write it anew.
                with QSignalBlocker(self.as_text):
                    self.as_text.setChecked(True)
                return
            self._pages.setCurrentWidget(self.table)
            fields.change(tuple(pairs), 0)
        for tool in self._tools:
            tool.setVisible(not to_text)
        self._changed()

    def _changed(self) -> None:
        self._problem.say(self.problem())
        self.changed.emit()
