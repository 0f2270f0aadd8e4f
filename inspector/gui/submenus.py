"""Menus below menus, filled when they are opened: targets, formats, headers, paths, values."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from inspector.gui import plain, words
from inspector.gui.body_paths import paths_of
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.commands.file_commands import RECENT
from inspector.gui.commands.filter_commands import FILTER_FOR, FILTER_OUT, current
from inspector.gui.commands.part_commands import copy_header
from inspector.gui.models.columns import COLUMNS

SHORT = 60
"""Characters of a captured value in a menu."""
MOST_HEADERS = 40

Fill = Callable[[QMenu], None]


class Submenu(QMenu):
    """Filled anew each time that it opens."""

    def __init__(self, title: str, fill: Fill, parent: QWidget) -> None:
        super().__init__(words.tr(title), parent)
        self._fill = fill
        self.aboutToShow.connect(self.refill)
        self.refill()

    def refill(self) -> None:
        """Put in what belongs in it now."""
        self.clear()
        self._fill(self)


class Submenus:
    """Makes the menu of a title; where a title needs more than the commands within it, it stands here."""

    def __init__(self, desk: Desk, commands: Sequence[Command], actions: Mapping[str, QAction]) -> None:
        self._desk = desk
        self._commands = commands
        self._actions = actions

    def make(self, title: str, parent: QWidget, only: Sequence[str] = ()) -> Submenu:
        """The menu below a title; with `only` these commands and nothing else."""
        if only:
            return Submenu(title, lambda menu: self._add(menu, only), parent)
        names = [command.name for command in self._commands if command.within == title]
        if title == "Copy":
            below = [self._header_menu(parent), self._path_menu(parent)]
            return Submenu(title, lambda menu: self._copy(menu, names, below), parent)
        special: dict[str, Callable[[QMenu, list[str]], None]] = {
            "Resend to": self._targets,
            "Copy as": self._formats,
            RECENT: self._stores,
            FILTER_FOR: self._values,
            FILTER_OUT: self._values,
        }
        fill = special.get(title, self._add)
        return Submenu(title, lambda menu: fill(menu, names), parent)

    def _add(self, menu: QMenu, names: Sequence[str]) -> None:
        for name in names:
            menu.addAction(self._actions[name])

    def _targets(self, menu: QMenu, names: list[str]) -> None:
        settings = self._desk.habits.settings
        for target in dict.fromkeys(filter(None, (settings.target, *settings.recent_targets))):
            action = menu.addAction(plain.action(target))
            action.setData(f"resend-to:{target}")
            action.setEnabled(self._desk.window.table.selectionModel().hasSelection())
            action.triggered.connect(
                lambda _=False, target=target: self._desk.resending.resend(self._desk.selection.ids(), target)
            )
        menu.addSeparator()
        self._add(menu, names)

    def _formats(self, menu: QMenu, names: list[str]) -> None:
        first = f"copy-{self._desk.copying.last}"
        self._add(menu, sorted(names, key=lambda name: name != first))

    def _stores(self, menu: QMenu, names: list[str]) -> None:
        for path in self._desk.stores.recent():
            action = menu.addAction(plain.action(path))
            action.setData(f"open-store:{path}")
            action.triggered.connect(lambda _=False, path=path: self._desk.stores.open(Path(path)))
        menu.addSeparator()
        self._add(menu, names)

    def _values(self, menu: QMenu, names: list[str]) -> None:
        row = current(self._desk)
        for name in names:
            column = next(column for column in COLUMNS if name.endswith(f"-{column.name}"))
            value = (column.value(row) if row is not None else None) or ""
            action, title = self._actions[name], words.tr(column.title)
            action.setText(f"{title}: {plain.action(value[:SHORT])}" if value else title)
            menu.addAction(action)

    def _copy(self, menu: QMenu, names: list[str], below: Sequence[QMenu]) -> None:
        shown = self._desk.selection.shown is not None
        self._add(menu, names[:1])
        for submenu in below:
            submenu.setEnabled(shown)
            menu.addMenu(submenu)
        self._add(menu, names[1:])

    def _header_menu(self, parent: QWidget) -> Submenu:
        return Submenu("Header", self._headers, parent)

    def _headers(self, menu: QMenu) -> None:
        capture = self._desk.selection.shown
        names = [] if capture is None else [name for name, _ in capture.request.headers.texts()]
        for name in list(dict.fromkeys(names))[:MOST_HEADERS]:
            action = menu.addAction(plain.action(name[:SHORT]))
            action.setData(f"copy-header:{name}")
            action.triggered.connect(lambda _=False, name=name: copy_header(self._desk, name))

    def _path_menu(self, parent: QWidget) -> Submenu:
        return Submenu("JSON path", self._paths, parent)

    def _paths(self, menu: QMenu) -> None:
        capture = self._desk.selection.shown
        if capture is None:
            return
        paths, chosen = paths_of(capture), self._desk.window.detail.body.tree.chosen_path()
        if chosen:
            self._offer_path(menu, chosen, words.tr("chosen in the tree"))
            menu.addSeparator()
        secrets = {place.partition(":")[2].rpartition(".")[2].lower() for place in capture.judgement.sensitive}
        for path, value in paths.found:
            hidden = path.rpartition(".")[2].lower() in secrets
            self._offer_path(menu, path, "••••" if hidden else value)
        if menu.isEmpty():
            text = words.tr("The body is no JSON")
            if paths.too_large:
                text = words.tr("A large body: choose a value in its tree first")
            menu.addAction(text).setEnabled(False)

    def _offer_path(self, menu: QMenu, path: str, value: str) -> None:
        action = menu.addAction(plain.action(f"{path[:SHORT]}\t{value[:SHORT]}").replace("→", "\t", 1))
        action.setData(f"copy-path:{path}")
        said = words.tr("%1 copied.").replace("%1", plain.line(path, 80))
        action.triggered.connect(lambda _=False: self._desk.copying.put(path, said))
