"""Every text that a window holds out to a person: painted, in tool tips, in menus, and spoken."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

MOST_ROWS = 40
"""Rows of a list that are read: its first screen."""


VIEWS = (QTabBar, QAbstractItemView)
"""What holds many texts at once; a header is one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text, whose it is, and in which way it is told: `label`, `button`, `tip`, `name` …"""

    widget: QWidget
    way: str
    text: str

    def __str__(self) -> str:
        return f"{type(self.widget).__name__} {self.way}: {self.text[:160]!r}"


def widgets_of(window: QWidget) -> list[QWidget]:
    """The window and all widgets in it that can be seen now; not those of other windows that it is the parent of."""
    below = [one for one in window.findChildren(QWidget) if one.isVisible() and one.window() is window]
    return [window, *below]


def texts_of(window: QWidget, without: Collection[QWidget] = ()) -> Iterator[Text]:
    """Every text of a window that is not empty, `without` some parts; the insides of Qt's own file dialog are Qt's."""
    if isinstance(window, QFileDialog):
        yield Text(widget=window, way="title", text=window.windowTitle())
        return
    for widget in widgets_of(window):
        for way, text in told_by(widget) if widget not in without else ():
            if text:
                yield Text(widget=widget, way=way, text=text)


def told_by(widget: QWidget) -> Iterator[tuple[str, str]]:
    """What one widget tells, and in which way."""
    yield "tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    for action in widget.actions() if isinstance(widget, QMenu) or widget.isWindow() else []:
        yield from told_by_entry(action)
    yield from (told_by_view(widget) if isinstance(widget, VIEWS) else told_by_part(widget))


def told_by_part(widget: QWidget) -> Iterator[tuple[str, str]]:
    """The words on a widget that holds one text, or choices."""
    match widget:
        case QLabel():
            yield "label", widget.text()
        case QAbstractButton():
            yield "button", widget.text()
        case QLineEdit():
            yield "field", widget.text()
            yield "placeholder", widget.placeholderText()
        case QPlainTextEdit() | QTextEdit():
            yield "text", widget.toPlainText()
            yield "placeholder", widget.placeholderText()
        case QGroupBox():
            yield "group", widget.title()
        case QComboBox():
            for place in range(widget.count()):
                yield "choice", widget.itemText(place)
        case _ if callable(getattr(widget, "text", None)):
            yield "painted", str(widget.text())  # type: ignore[attr-defined]


def told_by_view(widget: QWidget) -> Iterator[tuple[str, str]]:
    """The words in a strip of tabs, a header or a list."""
    match widget:
        case QTabBar():
            for place in range(widget.count()):
                yield "tab", widget.tabText(place)
                yield "tip", widget.tabToolTip(place)
        case QHeaderView():
            yield from told_by_header(widget)
        case QAbstractItemView() if widget.model() is not None:
            yield from told_by_model(widget.model(), widget.rootIndex())


def told_by_entry(action: QAction) -> Iterator[tuple[str, str]]:
    """The words of a menu entry, without its key."""
    if action.isVisible() and not action.isSeparator():
        yield "entry", action.text().partition("\t")[0]


def told_by_header(header: QHeaderView) -> Iterator[tuple[str, str]]:
    """Titles of columns that are shown."""
    model = header.model()
    for place in range(header.count()):
        if not header.isSectionHidden(place):
            yield "column", str(model.headerData(place, header.orientation()) or "")
            yield "tip", str(model.headerData(place, header.orientation(), Qt.ItemDataRole.ToolTipRole) or "")


def told_by_model(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[tuple[str, str]]:
    """Cells of the first rows."""
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        for column in columns_of(model, parent):
            index = model.index(row, column, parent)
            yield "cell", str(index.data() or "")
            yield "tip", str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            yield "name", str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def columns_of(model: QAbstractItemModel, parent: QModelIndex) -> range:
    """The columns of a model; those of one that is only a list count as one, which Qt does not let anybody ask."""
    return range(1 if isinstance(model, QAbstractListModel) else model.columnCount(parent))


def menus_texts(window: QWidget) -> Iterator[Text]:
    """Every entry of every menu that hangs on a window, also below others, shown or not."""
    for menu in window.findChildren(QMenu):
        for action in menu.actions():
            for way, text in told_by_entry(action):
                if text:
                    yield Text(widget=menu, way=way, text=text)
