"""Commands as Qt actions: in menus, in the palette, and under their keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from inspector.gui import bindings, plain, words
from inspector.gui.bindings import Bindings
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.key_guard import KeyGuard
from inspector.gui.menus import MENUS, Menus
from inspector.gui.models.keys_model import KeyRow
from inspector.gui.models.palette_model import Offer
from inspector.gui.recent import recent
from inspector.gui.views.keys_dialog import KeysDialog
from inspector.gui.views.notice_bar import Notice
from inspector.gui.views.palette import Palette

MOST_RECENT = 6
"""Commands that the palette offers first because they were used last."""
LIST_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Into the detail, and back", ("Return", "Esc")),
    ("Next and previous row", ("Down", "Up")),
    ("Go to the newest and follow", ("Home",)),
    ("Menu of the row", ("Menu",)),
)
"""Keys of the list itself; they stay as they are."""


class Actions(QObject):
    """One action a command; enabled where there is something for it to act on."""

    rebound = Signal(object)
    """Other keys are in force; carries the Bindings."""

    def __init__(self, desk: Desk, commands: Sequence[Command]) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.commands = commands
        self._usual = {one.name: tuple(bindings.portable(key) for key in (*one.keys, *one.letters)) for one in commands}
        self.bindings = Bindings(keys=self._usual)
        self._bound: frozenset[str] = frozenset()
        self._recent: tuple[str, ...] = ()
        self._palette: Palette | None = None
        self.by_name: dict[str, QAction] = {command.name: self._action(command) for command in commands}
        self._menus = Menus(desk, commands, self.by_name, self.refresh)
        self._assign_keys()
        self.refresh()
        desk.habits.changed.connect(self._assign_keys)
        desk.selection.changed.connect(self.refresh)
        desk.window.keys_wanted.connect(self.show_keys)
        desk.window.palette_wanted.connect(self.open_palette)
        self._guard = KeyGuard(desk.window, desk.window.table, lambda key: key in self._bound)

    @property
    def row_menu(self) -> QMenu:
        """The menu of a row."""
        return self._menus.row_menu

    def open_row_menu(self, at: QPoint, column: int) -> None:
        """Open the menu of what is selected, for the column that was clicked."""
        self._menus.open_row_menu(at, column)

    def refresh(self) -> None:
        """Enable what can be done now."""
        there = {
            "nothing": True,
            "selection": self._desk.window.table.selectionModel().hasSelection(),
            "captures": self._desk.window.total > 0,
            "engine": True,
        }
        for command in self.commands:
            action = self.by_name[command.name]
            possible = there[command.needs]
            if possible and command.possible is not None:
                possible = command.possible(self._desk)
            action.setEnabled(possible)
            if command.checked is not None:
                action.setChecked(command.checked(self._desk))

    def show_keys(self) -> None:
        """Open the sheet with every key, where they can be changed."""
        rows = [KeyRow(name=one.name, title=described(one), path=menu_of(one)) for one in self.commands]
        rows += [KeyRow(name="", title=words.tr(text), path=words.tr("List"), fixed=keys) for text, keys in LIST_KEYS]
        dialog = KeysDialog(rows, self._usual, self._desk.window)
        dialog.show_keys(self.bindings)
        dialog.show_letters(self._desk.habits.settings.single_keys)
        self.rebound.connect(dialog.show_keys)
        dialog.wanted.connect(self._choose_keys)
        dialog.letters_wanted.connect(self._desk.habits.allow_single_keys)
        dialog.open()

    def open_palette(self) -> None:
        """Open the palette over the window; a second time closes it."""
        if self._palette is None:
            self._palette = Palette(self._desk.window)
            self._palette.wanted.connect(lambda name: self.by_name[name].trigger())
        if self._palette.isVisible():
            self._palette.close_palette()
            return
        self.refresh()
        self._palette.open(self._offers())

    def _offers(self) -> list[Offer]:
        offers = [
            Offer(
                name=one.name,
                title=described(one),
                path=menu_of(one),
                keys=bindings.BETWEEN.join(map(bindings.native, self.bindings.keys[one.name])),
                enabled=self.by_name[one.name].isEnabled(),
            )
            for one in self.commands
            if one.name != "palette"
        ]
        order = {name: place for place, name in enumerate(self._recent)}
        return sorted(offers, key=lambda offer: order.get(offer.name, MOST_RECENT + (not offer.keys)))

    def _action(self, command: Command) -> QAction:
        action = QAction(words.tr(command.text).replace("&", "&&"), self)
        action.setData(command.name)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda _=False: self._run(command))
        self._desk.window.addAction(action)
        return action

    def _run(self, command: Command) -> None:
        if command.name != "palette":
            self._recent = recent(command.name, self._recent, MOST_RECENT)
        command.run(self._desk)
        self.refresh()

    def _choose_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        self._desk.habits.choose_keys(bindings.write(keys, self._usual))

    def _assign_keys(self) -> None:
        settings, before = self._desk.habits.settings, self.bindings
        self.bindings = bindings.read(settings.keys, self._usual)
        if self.bindings.remarks and self.bindings.remarks != before.remarks:
            text = words.tr("Some keys in the settings are not used.") + " " + " ".join(self.bindings.remarks)
            self._desk.asking.post(Notice(text=plain.line(text), kind="warns", key="keys"))
        bound: set[str] = set()
        for name, keys in self.bindings.keys.items():
            acting = [key for key in keys if settings.single_keys or not bindings.is_single(key)]
            self.by_name[name].setShortcuts([QKeySequence(key) for key in acting])
            bound.update(acting)
        self._bound = frozenset(bound)
        self.rebound.emit(self.bindings)


def described(command: Command) -> str:
    """What a command does, with the menu that its words belong to."""
    above = f"{words.tr(command.within)}: " if command.within else ""
    return plain.line(above + words.tr(command.text))


def menu_of(command: Command) -> str:
    """The menu of the bar that a command stands in."""
    return words.tr(dict(MENUS)[command.menu]).replace("&", "")
