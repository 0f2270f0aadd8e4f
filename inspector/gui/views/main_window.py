"""The window: lays out its parts and says when it is closed; what happens in it is the controllers' work."""

from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QMainWindow, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from inspector.core.messages import Health
from inspector.gui import theme, words
from inspector.gui.faces import Faces
from inspector.gui.models.captures_model import CapturesModel
from inspector.gui.views import reading_order
from inspector.gui.views.captures_table import CapturesTable
from inspector.gui.views.detail.empty_state import EmptyState
from inspector.gui.views.detail.pane import DetailPane
from inspector.gui.views.list_area import ListArea
from inspector.gui.views.notice_bar import NoticeBar
from inspector.gui.views.progress_area import ProgressArea
from inspector.gui.views.sidebar import WIDTH, Sidebar
from inspector.gui.views.status_bar import StatusBar
from inspector.gui.views.toolbar import Toolbar

TITLE = "Webhook Inspector"
SHARES = (47, 53)
"""Parts of the height for list and detail at first."""


class MainWindow(QMainWindow):
    """Widgets by name; `faces` are passed on to dialogs."""

    closed = Signal()
    keys_wanted = Signal()
    report_wanted = Signal()
    palette_wanted = Signal()
    health_shown = Signal(object)

    def __init__(self, *, model: CapturesModel, faces: Faces, store: str = "") -> None:
        """`store` names a store other than the default one, for the title."""
        super().__init__()
        self.model, self.faces = model, faces
        self.total = 0
        self._store = store
        # From outside in: Qt styles whatever is given another parent anew, with all that is in it.
        self._whole = QWidget(self)
        self.sidebar_and_rest = QSplitter(Qt.Orientation.Horizontal, self._whole)
        self._right = QWidget(self.sidebar_and_rest)
        self._pages = QStackedWidget(self._right)
        self.rows_and_detail = QSplitter(Qt.Orientation.Vertical, self._pages)
        self.toolbar = Toolbar(self._whole)
        self.notices = NoticeBar(self._right)
        self.progress = ProgressArea(self._right)
        self.sidebar = Sidebar(faces=faces, parent=self.sidebar_and_rest)
        self.table = CapturesTable(model, faces=faces)
        self.area = ListArea(self.table, self.rows_and_detail)
        self.detail = DetailPane(faces=faces, parent=self.rows_and_detail)
        self.empty = EmptyState(parent=self._pages)
        self.status = StatusBar(self._whole)
        self._lay_out()
        self.detail.left.connect(self.table.setFocus)
        self.table.opened.connect(self.detail.focus_page)
        self.toolbar.filter.left.connect(self.table.setFocus)
        self.show_totals(0, 0, 0)
        self.resize(theme.px(1280), theme.px(720))

    def show_health(self, health: Health) -> None:
        """Show how the engine is."""
        self.toolbar.show_health(health)
        self.status.show_health(health)
        self.empty.show_health(health)
        if health.listening and self.focusWidget() is self.empty:
            self.empty.copy_button.setFocus()
        self.detail.show_health(health)
        self.health_shown.emit(health)

    def show_engine_gone(self) -> None:
        """The engine does not run, so nothing listens and nothing can be asked of it."""
        self.toolbar.show_engine_gone()
        self.status.show_health(Health())
        self.empty.show_health(Health())

    def show_public_url(self, url: str) -> None:
        """Show this URL in place of the local address; empty shows the local one."""
        self.toolbar.url.show_public(url)
        self.empty.show_public(url)

    def show_totals(self, total: int, unread: int, size: int) -> None:
        """Show how many captures there are, how many nobody has seen, and the size of the store in bytes."""
        self.total = total
        self.status.show_store(total, size)
        if total:
            self.show_rows()
        else:
            self._turn_to(self.empty, self.empty)
        title = f"{self._store} – {TITLE}" if self._store else TITLE
        self.setWindowTitle(f"({words.counted(unread)}) {title}" if unread else title)

    def show_rows(self) -> None:
        """Show list and detail in place of the page for an empty store."""
        self._turn_to(self.rows_and_detail, self.table)

    @property
    def in_detail(self) -> bool:
        """Whether the keyboard is in the detail."""
        focus = QApplication.focusWidget()
        return focus is not None and self.detail.isAncestorOf(focus)

    def focus_filter(self) -> None:
        """Take the keyboard to the filter."""
        self.toolbar.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toolbar.filter.selectAll()

    def focus_next_pane(self) -> None:
        """Take the keyboard from pane to pane: list, detail, body, sidebar."""
        before = QApplication.focusWidget()
        if before is self.table:
            self.detail.focus_page()
            return
        if self.in_detail:
            self.detail.focus_body()
            if QApplication.focusWidget() is before:
                self.sidebar.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes in reading order."""
        detail = self.detail
        parts = (self.toolbar, self.notices, self.sidebar, self.area, self.empty, detail.header, detail.tabs)
        return reading_order.step(self, (*parts, detail.pages, detail.body.switch, detail.body), forwards=forwards)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def _turn_to(self, page: QWidget, first: QWidget) -> None:
        """Show a page; where the keyboard is on the other one, or nowhere yet, it goes to what is first on this one."""
        # Qt's types leave out that there may be none.
        focus = cast("QWidget | None", self.focusWidget())
        moves = focus is None or (self._pages.currentWidget() is not page and self._pages.isAncestorOf(focus))
        self._pages.setCurrentWidget(page)
        if moves:
            first.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.progress)
        column.addWidget(self._pages, 1)
        self.rows_and_detail.addWidget(self.area)
        self.rows_and_detail.addWidget(self.detail)
        self.rows_and_detail.setSizes([10 * share for share in SHARES])
        for place, share in enumerate(SHARES):
            self.rows_and_detail.setStretchFactor(place, share)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.rows_and_detail)
        self.sidebar_and_rest.addWidget(self.sidebar)
        self.sidebar_and_rest.addWidget(self._right)
        self.sidebar_and_rest.setStretchFactor(1, 1)
        self.sidebar_and_rest.setSizes([theme.px(WIDTH), theme.px(1280 - WIDTH)])
        for splitter in (self.rows_and_detail, self.sidebar_and_rest):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        rows = QVBoxLayout(self._whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        lines = Hairline(self._whole), Hairline(self._whole)
        for part in (self.toolbar, lines[0], self.sidebar_and_rest, lines[1], self.status):
            rows.addWidget(part, 1 if part is self.sidebar_and_rest else 0)
        self.setCentralWidget(self._whole)


class Hairline(QFrame):
    """A line one pixel high in the colour of edges."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        theme.THEME.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setStyleSheet(f"background: {theme.tokens().border.name()}; border: none;")
