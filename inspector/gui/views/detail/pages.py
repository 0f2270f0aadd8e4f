"""The pages of a capture, one on top of the other; a page is filled when it is looked at."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.core.capture import Capture
from inspector.core.messages import Explanation
from inspector.gui.faces import UNKNOWN_FACE, Face
from inspector.gui.views.detail.headers_page import HeadersPage
from inspector.gui.views.detail.overview import OverviewPage
from inspector.gui.views.detail.raw import RawPage
from inspector.gui.views.detail.response_page import ResponsePage
from inspector.gui.views.detail.sent_to import SentToPage
from inspector.gui.views.detail.signature import SignaturePage

PAGES = ("overview", "headers", "signature", "response", "sent", "raw", "body")
"""Names in order. The body is a page only where there is no room for it beside the others."""

BODY = PAGES.index("body")


def title_of(page: str) -> str:
    """The name of a page for people."""
    titles = {
        "overview": "Overview",
        "headers": "Headers",
        "signature": "Signature",
        "response": "Response",
        "sent": "Sent to",
        "raw": "Raw",
        "body": "Body",
    }
    return QCoreApplication.translate("Pages", titles[page])


class Pages(QStackedWidget):
    """Overview, Headers, Signature, Response, Sent to, Raw."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.overview = OverviewPage()
        self.headers = HeadersPage()
        self.signature = SignaturePage()
        self.response = ResponsePage()
        self.sent = SentToPage()
        self.raw = RawPage()
        every = (self.overview, self.headers, self.signature, self.response, self.sent, self.raw)
        for name, page in zip(PAGES, every, strict=False):
            page.setObjectName(name)
            self.addWidget(page)
        for signal in (
            self.overview.copied,
            self.headers.copied,
            self.signature.copied,
            self.response.copied,
            self.sent.copied,
            self.raw.copied,
        ):
            signal.connect(self.copied)
        self._capture: Capture | None = None
        self._explanation: Explanation | None = None
        self._face = UNKNOWN_FACE
        self._filled: set[str] = set()

    def show_capture(self, capture: Capture, explanation: Explanation | None, face: Face) -> None:
        """Show a capture, or what is new of the one that is shown."""
        before = self._capture
        self._capture, self._explanation, self._face = capture, explanation, face
        if before is not None and before.id == capture.id and before.request == capture.request:
            self._filled &= {"headers", "raw"} if before.judgement.sensitive == capture.judgement.sensitive else set()
        else:
            self._filled = set()
        # The field for a secret must not be left with what was typed for another capture.
        self.signature.show_capture(capture, explanation, face)
        self._filled.add("signature")
        self._fill()

    def turn(self, index: int) -> None:
        """Show the page of that number."""
        self.setCurrentIndex(index)
        self._fill()

    def focus_page(self) -> None:
        """Give the page the keyboard; on the Signature page the field for a secret comes first."""
        page = self.currentWidget()
        if page is self.signature and self.signature.focus_secret():
            return
        if page is not None:
            (self.raw.text if page is self.raw else page).setFocus()

    def _fill(self) -> None:
        page, capture = self.currentWidget(), self._capture
        name = page.objectName() if page is not None else ""
        if capture is None or name in self._filled:
            return
        self._filled.add(name)
        if page is self.overview:
            self.overview.show_capture(capture, self._face)
        elif page is self.headers:
            self.headers.show_capture(capture)
        elif page is self.response:
            self.response.show_capture(capture)
        elif page is self.sent:
            self.sent.show_capture(capture)
        elif page is self.raw:
            self.raw.show_capture(capture)
