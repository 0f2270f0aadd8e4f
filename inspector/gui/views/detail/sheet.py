"""How the detail is laid out: header, names of the pages, pages on the left, body on the right or as one page more.

While no capture is selected something else stands in its place.
"""

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from inspector.gui import theme
from inspector.gui.views.detail.body_view import BodyView
from inspector.gui.views.detail.header import CaptureHeader
from inspector.gui.views.detail.labels import hairline
from inspector.gui.views.detail.many import ManySelected
from inspector.gui.views.detail.nothing import NothingSelected
from inspector.gui.views.detail.pages import BODY, PAGES, Pages, title_of
from inspector.gui.views.detail.tab_strip import TabStrip

NARROW = 1_100
"""Pixels, at text of 13, of the window below which the body is a page."""

SHARES = (60, 40)


class Sheet(QWidget):
    """The parts of the detail and the ways between them."""

    page_changed = Signal(str)
    """Another page is shown; carries its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # From outside in: Qt styles whatever is given another parent anew, with all that is in it.
        self.stack = QStackedWidget(self)
        whole = QWidget(self.stack)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, whole)
        self.header = CaptureHeader(whole)
        self.tabs = TabStrip(whole)
        self.pages = Pages(self.splitter)
        self.body = BodyView(self.splitter)
        self.narrow = False
        self.chose_page = False
        """The reader turned to a page on purpose."""
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for part, share in zip((self.pages, self.body), SHARES, strict=True):
            part.setMinimumWidth(theme.px(240))
            self.splitter.addWidget(part)
            self.splitter.setStretchFactor(self.splitter.indexOf(part), share)
        self.splitter.setSizes([10 * share for share in SHARES])
        for name in PAGES:
            self.tabs.show_tab(self.tabs.addTab(""), title_of(name))
        self.tabs.setTabVisible(BODY, False)
        self.tabs.currentChanged.connect(self._turned)
        self.tabs.tabBarClicked.connect(self._choose)
        strip = QHBoxLayout()
        strip.setContentsMargins(theme.px(14), 0, theme.px(6), 0)
        strip.addWidget(self.tabs)
        strip.addStretch(1)
        strip.addWidget(self.body.switch)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(strip)
        column.addWidget(hairline())
        column.addWidget(self.splitter, 1)
        self.stack.addWidget(NothingSelected(self.stack))
        self.stack.addWidget(whole)
        self.many = ManySelected(self.stack)
        self.stack.addWidget(self.many)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.stack)

    def turn_to(self, page: str | int) -> None:
        """Show a page by its name or its number from 1; Body gets the keyboard where it stands beside the pages."""
        self.chose_page = True
        self.show_page(page if isinstance(page, str) else PAGES[max(1, min(page, len(PAGES))) - 1])

    def show_page(self, name: str) -> None:
        """The same, but not because the reader asked for it."""
        if name == PAGES[BODY] and not self.narrow:
            self.body.focus_body()
        elif name in PAGES:
            self.tabs.setCurrentIndex(PAGES.index(name))

    def page(self) -> str:
        """The name of the page that is shown."""
        return PAGES[max(0, self.tabs.currentIndex())]

    def focus_page(self) -> None:
        """Give the page the keyboard."""
        if self.stack.currentWidget() is self.many:
            self.many.focus_first()
        elif self.page() == PAGES[BODY]:
            self.body.focus_body()
        else:
            self.pages.focus_page()

    def focus_body(self) -> None:
        """Give the body the keyboard, turning to it where it is a page."""
        self.show_page(PAGES[BODY])
        self.body.focus_body()

    def find_in_body(self) -> None:
        """Open the find bar of the body."""
        self.focus_body()
        self.body.find_in_body()

    def find_next(self) -> None:
        """Go to the next place of what was looked for last."""
        self.body.find_next()

    def find_previous(self) -> None:
        """Go to the place before."""
        self.body.find_next(backwards=True)

    def zoom(self, steps: int) -> None:
        """Make the body's text larger or smaller; 0 sets it back."""
        self.body.zoom(steps)

    def save_state(self) -> QByteArray:
        """How wide pages and body are."""
        return self.splitter.saveState()

    def restore_state(self, state: QByteArray) -> None:
        """Make them as wide as they were."""
        self.splitter.restoreState(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is no room beside the pages, the body is one of them."""
        super().resizeEvent(event)
        narrow = self.window().width() < theme.px(NARROW)
        if narrow == self.narrow:
            return
        self.narrow = narrow
        self.tabs.setTabVisible(BODY, narrow)
        # Qt lays the tabs out anew, but does not ask for the room that one more takes.
        self.tabs.updateGeometry()
        if narrow:
            self.pages.insertWidget(BODY, self.body)
        else:
            if self.page() == PAGES[BODY]:
                self.tabs.setCurrentIndex(0)
            self.splitter.addWidget(self.body)
            self.splitter.setSizes([10 * share for share in SHARES])
            self.body.show()
        self._show_switch()

    def _choose(self) -> None:
        self.chose_page = True

    def _turned(self, index: int) -> None:
        self.chose_page = self.chose_page or self.tabs.hasFocus()
        self.pages.turn(index)
        self._show_switch()
        self.page_changed.emit(self.page())

    def _show_switch(self) -> None:
        self.body.switch.setVisible(not self.narrow or self.page() == PAGES[BODY])
