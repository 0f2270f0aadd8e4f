"""The providers that the user described: a list, with adding, editing and removing."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTreeWidgetItem, QVBoxLayout, QWidget

from inspector.core.messages import Health
from inspector.core.recipe import Recipe
from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel
from inspector.gui.views.editing.problem_line import ProblemLine
from inspector.gui.views.preferences.page_list import PageList
from inspector.gui.views.question import ask

ROW = 26
RECIPE_ROLE = Qt.ItemDataRole.UserRole
NAME, RECOGNISED, MESSAGE = range(3)


class CustomPage(QWidget):
    """`edit_wanted` carries a recipe, or None for a new one."""

    edit_wanted = Signal(object)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        says = PlainLabel(
            self.tr(
                "Senders that this program does not know. What you describe is recognised before ours, checked with "
                "your secrets, and stands in providers.toml in the folder of the settings, which you can edit too."
            ),
            self,
            role="muted",
        )
        says.setWordWrap(True)
        columns = [self.tr("Name"), self.tr("Recognised by"), self.tr("Signed message")]
        self.list = PageList(self.tr("Providers of your own"), columns, RECOGNISED, self)
        self.list.itemSelectionChanged.connect(self._enable)
        self.list.itemDoubleClicked.connect(lambda _item, _column: self._edit())
        self.problem = ProblemLine(self)
        self.add_button = QPushButton(self.tr("Add…"), self)
        self.edit_button = QPushButton(self.tr("Edit…"), self)
        self.remove_button = QPushButton(self.tr("Remove…"), self)
        theme.set_role(self.add_button, "primary")
        self.add_button.clicked.connect(lambda: self.edit_wanted.emit(None))
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        for button in (self.add_button, self.edit_button, self.remove_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(says)
        column.addWidget(self.list, 1)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        self._enable()

    def show_health(self, health: Health) -> None:
        """Show what is described, and what of it cannot be used."""
        chosen = self.chosen()
        self.list.clear()
        for recipe in health.custom:
            how = " · ".join(recipe.recognise) or recipe.signature
            message = recipe.message.replace("\n", "\\n") if recipe.signature else self.tr("signs nothing")
            item = QTreeWidgetItem([plain.line(recipe.name, 60), plain.line(how, 200), plain.line(message, 200)])
            item.setData(NAME, RECIPE_ROLE, recipe)
            item.setToolTip(RECOGNISED, plain.tooltip("\n".join(recipe.recognise)))
            item.setToolTip(MESSAGE, plain.tooltip(recipe.message))
            item.setSizeHint(RECOGNISED, QSize(0, theme.px(ROW)))
            for column in (RECOGNISED, MESSAGE):
                item.setFont(column, theme.mono_font())
            self.list.addTopLevelItem(item)
            item.setSelected(chosen is not None and recipe.name == chosen.name)
        self.problem.say(" ".join(health.custom_problems))
        self._enable()

    def chosen(self) -> Recipe | None:
        """The recipe that is selected."""
        found = [item.data(NAME, RECIPE_ROLE) for item in self.list.selectedItems()]
        return found[0] if found and isinstance(found[0], Recipe) else None

    def _edit(self) -> None:
        if (chosen := self.chosen()) is not None:
            self.edit_wanted.emit(chosen)

    def _remove(self) -> None:
        if (chosen := self.chosen()) is None:
            return
        name = chosen.name
        ask(
            self,
            text=self.tr("Remove the provider %1?").replace("%1", plain.line(name, 60)),
            more=self.tr("Its captures and its secrets stay; the captures are of an unknown sender again."),
            yes=self.tr("Remove"),
            agreed=lambda: self.remove_wanted.emit(name),
        )

    def _enable(self) -> None:
        for button in (self.edit_button, self.remove_button):
            button.setEnabled(self.chosen() is not None)
