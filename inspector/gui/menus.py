"""The menu bar and the menu of a row, made of the registry of commands."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from inspector.gui import plain, words
from inspector.gui.commands.command import Command, Menu
from inspector.gui.commands.desk import Desk
from inspector.gui.commands.filter_commands import FILTER_FOR, FILTER_OUT, current, name_of
from inspector.gui.commands.registry import BELOW, LINE, ROW_EXPORTS, ROW_MENU
from inspector.gui.models.columns import COLUMNS
from inspector.gui.submenus import SHORT, Submenu, Submenus

MENUS: tuple[tuple[Menu, str], ...] = (
    ("file", "&File"),
    ("edit", "&Edit"),
    ("view", "&View"),
    ("capture", "&Capture"),
    ("listener", "&Listener"),
    ("help", "&Help"),
)


class Menus:
    """Every command stands in the bar; the menu of a row is made when it opens."""

    def __init__(
        self, desk: Desk, commands: Sequence[Command], actions: Mapping[str, QAction], refresh: Callable[[], None]
    ) -> None:
        self._desk = desk
        self._actions = actions
        self._refresh = refresh
        self._submenus = Submenus(desk, commands, actions)
        self.row_menu = QMenu(desk.window)
        self._row_submenus: dict[str, Submenu] = {}
        bar = desk.window.menuBar()
        for name, title in MENUS:
            menu = bar.addMenu(words.tr(title))
            menu.aboutToShow.connect(refresh)
            self._fill(menu, [command for command in commands if command.menu == name])

    def open_row_menu(self, at: QPoint, column: int) -> None:
        """Open the menu of what is selected, for the cell in the column that was clicked."""
        table = self._desk.window.table
        index = table.currentIndex()
        if index.isValid() and index.column() != column:
            # The commands about a cell go by where the table's cursor is.
            table.selectionModel().setCurrentIndex(
                index.siblingAtColumn(column), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._refresh()
        menu = self.row_menu
        menu.clear()
        for name in ROW_MENU:
            if name == LINE:
                menu.addSeparator()
            elif not name.startswith(BELOW):
                menu.addAction(self._actions[name])
            elif not self._add_cell_filter(menu, name.removeprefix(BELOW), column):
                menu.addMenu(self._row_submenu(name.removeprefix(BELOW)))
        menu.popup(at)

    def _row_submenu(self, title: str) -> Submenu:
        if title not in self._row_submenus:
            only = ROW_EXPORTS if title == "Export" else ()
            self._row_submenus[title] = self._submenus.make(title, self._desk.window, only)
        return self._row_submenus[title]

    def _add_cell_filter(self, menu: QMenu, title: str, column: int) -> bool:
        """In place of the submenu, an entry for the cell that was clicked, where it has a value to filter for."""
        row = current(self._desk)
        value = COLUMNS[column].value(row) if row is not None else None
        if title not in (FILTER_FOR, FILTER_OUT) or not value or not COLUMNS[column].term:
            return False
        name = name_of(column, out=title == FILTER_OUT)
        action = menu.addAction(f"{words.tr(title)} {plain.action(f'{COLUMNS[column].term}:{value[:SHORT]}')}")
        action.setData(name)
        action.triggered.connect(self._actions[name].trigger)
        return True

    def _fill(self, menu: QMenu, commands: Sequence[Command]) -> None:
        below: set[str] = set()
        for command in commands:
            if command.within in below:
                continue
            if command.begins and not menu.isEmpty():
                menu.addSeparator()
            if command.within:
                below.add(command.within)
                menu.addMenu(self._submenus.make(command.within, menu))
            else:
                menu.addAction(self._actions[command.name])
