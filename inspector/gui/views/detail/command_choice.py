"""Several commands for one purpose, of which one is shown, with Copy; the choice is kept while the port changes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from inspector.gui import plain, theme
from inspector.gui.views.detail.code_box import CodeBox
from inspector.gui.views.detail.commands import Line
from inspector.gui.views.detail.labels import heading


class CommandChoice(QWidget):
    """A title, the names of the tools as choices, and the command of the one that is chosen."""

    copied = Signal(str)
    chosen = Signal(str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()
        self._wanted = ""
        self._group = QButtonGroup(self)
        self._choices = QHBoxLayout()
        self._choices.setSpacing(theme.px(2))
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(heading(title))
        top.addLayout(self._choices)
        top.addStretch(1)
        self.box = CodeBox(self.tr("the command"), self)
        self.box.copied.connect(self.copied)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(5))
        column.addLayout(top)
        column.addWidget(self.box)
        self._group.buttonClicked.connect(lambda button: self._choose(str(button.property("tool"))))

    @property
    def tool(self) -> str:
        """The tool whose command is shown."""
        tools = [line.tool for line in self._lines]
        return self._wanted if self._wanted in tools else tools[0] if tools else ""

    def prefer(self, tool: str) -> None:
        """Show the command of this tool, where there is one; else the first."""
        self._wanted = tool
        self._show()

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Offer these commands."""
        if [line.tool for line in lines] != [line.tool for line in self._lines]:
            for button in self._group.buttons():
                self._group.removeButton(button)
                button.hide()
                button.deleteLater()
            for line in lines:
                self._add(line.tool)
        self._lines = lines
        self._show()

    def _add(self, tool: str) -> None:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setText(plain.action(tool))
        button.setProperty("tool", tool)
        button.setProperty("role", "choice")
        self._group.addButton(button)
        self._choices.addWidget(button)

    def _choose(self, tool: str) -> None:
        self.prefer(tool)
        self.chosen.emit(tool)

    def _show(self) -> None:
        tool = self.tool
        for button in self._group.buttons():
            button.setChecked(button.property("tool") == tool)
        for line in self._lines:
            if line.tool == tool:
                self.box.show_text(line.text)
