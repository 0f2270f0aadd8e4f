"""What came back for what was sent: status and time, fields, and the body in its kinds."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from inspector.core.body import Body
from inspector.core.dispatch import Dispatch
from inspector.core.response import reason
from inspector.dispatch.targets import display_name
from inspector.gui import theme, words
from inspector.gui.views.detail.banner import Banner
from inspector.gui.views.detail.body_view import BodyView
from inspector.gui.views.detail.headers_page import HeadersPage
from inspector.gui.views.detail.labels import hairline, heading


class ResponseView(QWidget):
    """Stays what it is until the next one comes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner()
        self.body = BodyView()
        self.headers = HeadersPage()
        self.headers.setProperty("flat", True)
        self._as_body, self._as_headers = QToolButton(), QToolButton()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.body)
        self._pages.addWidget(self.headers)
        self._parts = QWidget()
        self._lay_out()
        self._as_headers.toggled.connect(lambda on: self._pages.setCurrentIndex(int(on)))
        self._as_headers.toggled.connect(lambda on: self.body.switch.setVisible(not on))
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing was sent yet."""
        self.banner.say("neutral", self.tr("Not sent yet."), self.tr("Ctrl+Enter sends. The response stands here."))
        self._parts.hide()

    def show_busy(self, target: str) -> None:
        """It is on its way."""
        self.banner.say("neutral", self.tr("Sending to %1…").replace("%1", target))

    def show_problem(self, sentence: str) -> None:
        """Nothing was sent, or nothing came back."""
        self.banner.say("invalid", sentence)
        self._parts.hide()

    def show_dispatch(self, dispatch: Dispatch) -> None:
        """Show the response, or why there is none."""
        if dispatch.status is None:
            self.show_problem(dispatch.error or self.tr("No response."))
            return
        told = [display_name(dispatch.target), words.clock(dispatch.at)]
        if dispatch.duration_ms is not None:
            told.append(words.duration(dispatch.duration_ms))
        title = f"{dispatch.status} {reason(dispatch.status)}".strip()
        self.banner.say("valid" if dispatch.status < 400 else "invalid", title, " · ".join(told))
        self._as_headers.setText(f"{self.tr('Headers')} {words.counted(len(dispatch.headers))}")
        self.headers.show_headers(dispatch.headers)
        self.body.show_body(Body.of(dispatch.body), dispatch.headers)
        self._parts.show()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(6), theme.px(6), theme.px(4), theme.px(4))
        row.setSpacing(theme.px(2))
        group = QButtonGroup(self)
        for button, text in ((self._as_body, self.tr("Body")), (self._as_headers, self.tr("Headers"))):
            button.setText(text)
            button.setCheckable(True)
            button.setProperty("role", "choice")
            group.addButton(button)
            row.addWidget(button)
        self._as_body.setChecked(True)
        row.addStretch(1)
        row.addWidget(self.body.switch)
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addLayout(row)
        parts.addWidget(hairline())
        parts.addWidget(self._pages, 1)
        title = heading(self.tr("Response"))
        title.setContentsMargins(theme.px(12), theme.px(9), theme.px(12), theme.px(7))
        said = QHBoxLayout()
        said.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(2))
        said.addWidget(self.banner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addLayout(said)
        column.addWidget(self._parts, 1)
        column.addStretch(0)
