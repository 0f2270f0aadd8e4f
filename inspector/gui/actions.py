"""Commands as Qt actions: in the menu bar, in the menu of a row, and under their keys."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from inspector.core.capture import Summary
from inspector.gui import plain, words
from inspector.gui.commands.command import Command, Menu
from inspector.gui.commands.desk import Desk
from inspector.gui.commands.registry import LINE, ROW_MENU, find
from inspector.gui.models.columns import COLUMNS
from inspector.gui.views.keys_dialog import KeysDialog

MENUS: tuple[tuple[Menu, str], ...] = (
    ("file", "&File"),
    ("edit", "&Edit"),
    ("view", "&View"),
    ("capture", "&Capture"),
    ("listener", "&Listener"),
    ("help", "&Help"),
)


class Actions(QObject):
    """One action a command; enabled where there is something for it to act on."""

    def __init__(self, desk: Desk, commands: Sequence[Command]) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._commands = commands
        self.by_name: dict[str, QAction] = {command.name: self._action(command) for command in commands}
        self.row_menu = QMenu(desk.window)
        self._fill_menu_bar()
        self._assign_keys()
        self.refresh()
        desk.habits.changed.connect(self._assign_keys)
        desk.selection.changed.connect(self.refresh)
        desk.window.keys_wanted.connect(self.show_keys)

    def refresh(self) -> None:
        """Enable what can be done now."""
        there = {
            "nothing": True,
            "selection": bool(self._desk.selection.ids()),
            "captures": self._desk.window.total > 0,
            "engine": True,
        }
        for command in self._commands:
            action = self.by_name[command.name]
            action.setEnabled(there[command.needs])
            if command.checked is not None:
                action.setChecked(command.checked(self._desk))

    def open_row_menu(self, at: QPoint, column: int) -> None:
        """Open the menu of what is selected, for the column that was clicked."""
        menu = self.row_menu
        menu.clear()
        for name in ROW_MENU:
            if name == LINE:
                menu.addSeparator()
            else:
                self._add(menu, find(name))
        current = self._desk.window.table.current_id()
        row = self._desk.window.model.cache.peek(current) if current is not None else None
        if row is not None:
            self._add_filters(menu, row, column)
        menu.popup(at)

    def show_keys(self) -> None:
        """Open the sheet with every key."""
        rows = [(described(command), keys_of(command)) for command in self._commands]
        KeysDialog([row for row in rows if row[1]], self._desk.window).open()

    def _action(self, command: Command) -> QAction:
        text = words.tr(command.text).replace("&", "&&")
        action = QAction(f"{text}\t{command.shown_key}" if command.shown_key else text, self)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda _=False: self._run(command))
        self._desk.window.addAction(action)
        return action

    def _run(self, command: Command) -> None:
        command.run(self._desk)
        self.refresh()

    def _assign_keys(self) -> None:
        letters = self._desk.habits.settings.single_keys
        for command in self._commands:
            keys = command.keys + (command.letters if letters else ())
            self.by_name[command.name].setShortcuts([QKeySequence(key) for key in keys])

    def _fill_menu_bar(self) -> None:
        bar = self._desk.window.menuBar()
        for name, title in MENUS:
            menu = bar.addMenu(words.tr(title))
            menu.aboutToShow.connect(self.refresh)
            self._fill(menu, [command for command in self._commands if command.menu == name])

    def _fill(self, menu: QMenu, commands: Iterable[Command]) -> None:
        for command in commands:
            if command.begins and not menu.isEmpty():
                menu.addSeparator()
            self._add(menu, command)

    def _add(self, menu: QMenu, command: Command) -> None:
        """Add a command to a menu, or to the menu below it that it stands in."""
        if command.within:
            title = words.tr(command.within)
            below = (action.menu() for action in menu.actions() if action.text() == title)
            found = next((one for one in below if isinstance(one, QMenu)), None)
            menu = menu.addMenu(title) if found is None else found
        menu.addAction(self.by_name[command.name])

    def _add_filters(self, menu: QMenu, row: Summary, column: int) -> None:
        value = COLUMNS[column].value(row)
        if not value or not COLUMNS[column].term:
            return
        menu.addSeparator()
        shown = plain.action(f"{COLUMNS[column].term}:{value[:40]}")
        for text, out in ((words.tr("Filter for %1"), False), (words.tr("Filter out %1"), True)):
            action = menu.addAction(text.replace("%1", shown))
            action.triggered.connect(lambda _=False, out=out: self._desk.filtering.add(row, column, out=out))


def described(command: Command) -> str:
    """What a command does, with the menu that its words belong to."""
    above = f"{words.tr(command.within)}: " if command.within else ""
    return plain.line(above + words.tr(command.text))


def keys_of(command: Command) -> str:
    """The keys of a command as they stand on the keyboard."""
    keys = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in command.keys]
    letters = [letter.lower() for letter in command.letters]
    return ", ".join([*keys, *letters, *([command.shown_key] if command.shown_key else [])])
