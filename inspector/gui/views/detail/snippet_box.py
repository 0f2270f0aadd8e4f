"""Code that verifies the capture, in the language that was chosen last."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.code_box import CodeBox
from inspector.gui.views.detail.labels import heading

LANGUAGES: tuple[tuple[str, str], ...] = (
    ("python", "Python"),
    ("javascript", "JavaScript"),
    ("go", "Go"),
    ("php", "PHP"),
    ("ruby", "Ruby"),
)
"""Ids and names as in their registry: the window is painted before what writes code is read."""


class SnippetBox(QWidget):
    """A heading with the languages, and the code; or why there is none. `chosen` carries the id of a language."""

    chosen = Signal(str)
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = LANGUAGES[0][0]
        self._codes: dict[str, str] = {}
        self.code = CodeBox(self.tr("code that verifies this capture"), self)
        self.code.copied.connect(self.copied)
        self._none = PlainLabel(role="muted", selectable=True)
        self._none.setWordWrap(True)
        self._group = QButtonGroup(self)
        self._switch = QWidget(self)
        row = QHBoxLayout(self._switch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(2))
        for id, name in LANGUAGES:
            button = QToolButton(self._switch)
            button.setText(name)
            button.setCheckable(True)
            button.setMinimumHeight(theme.px(24))
            button.setProperty("role", "choice")
            button.setProperty("language", id)
            button.clicked.connect(lambda _=False, id=id: self._choose(id))
            self._group.addButton(button)
            row.addWidget(button)
        top = QHBoxLayout()
        top.addWidget(heading(self.tr("Verify it in code")))
        top.addStretch(1)
        top.addWidget(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(4), 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(top)
        column.addWidget(self._none)
        column.addWidget(self.code)

    def show_snippets(self, snippets: tuple[tuple[str, str], ...], why_none: str) -> None:
        """Show the code of another capture; hidden where there is neither code nor a reason."""
        self._codes = dict(snippets)
        self._none.show_text(why_none)
        self._none.setVisible(not snippets)
        self._switch.setVisible(bool(snippets))
        self.code.setVisible(bool(snippets))
        self.setVisible(bool(snippets or why_none))
        self._fill()

    def show_language(self, language: str) -> None:
        """Show the code in another language, where there is such a one."""
        if language in dict(LANGUAGES):
            self.language = language
        self._fill()

    def _choose(self, language: str) -> None:
        self.show_language(language)
        self.chosen.emit(language)

    def _fill(self) -> None:
        for button in self._group.buttons():
            button.setChecked(button.property("language") == self.language)
        self.code.show_text(self._codes.get(self.language, ""))
