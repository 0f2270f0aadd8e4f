"""The pages of a capture, one on top of the other; a page is filled when it is looked at."""

from functools import cached_property

from PySide6.QtCore import QCoreApplication, Signal, SignalInstance
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.core.capture import Capture
from inspector.core.mend import Mend
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


def mend_in(explanation: Explanation | None) -> Mend | None:
    """What mends a failure, as far as that is known."""
    return None if explanation is None else explanation.mend


class Pages(QStackedWidget):
    """Overview, Headers, Signature, Response, Sent to, Raw; each is made when it is first looked at."""

    copied = Signal(str)
    filter_wanted = Signal(str)
    secret_given = Signal(str, str, str)
    save_wanted = Signal()
    mend_wanted = Signal(object)
    """A Mend, whose button was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._capture: Capture | None = None
        self._explanation: Explanation | None = None
        self._face = UNKNOWN_FACE
        self._filled: set[str] = set()
        for _ in PAGES[:BODY]:
            self.addWidget(QWidget(self))
        self.signature = SignaturePage(self)
        self.signature.mend.wanted.connect(self.mend_wanted)
        self._put("signature", self.signature, self.signature.copied)

    @cached_property
    def overview(self) -> OverviewPage:
        """What it is, in a few lines."""
        page = OverviewPage(self)
        page.filter_wanted.connect(self.filter_wanted)
        page.secret_given.connect(self.secret_given)
        page.mend.wanted.connect(self.mend_wanted)
        self._put("overview", page, page.copied)
        return page

    @cached_property
    def headers(self) -> HeadersPage:
        """Every field as it came."""
        page = HeadersPage(self)
        self._put("headers", page, page.copied)
        return page

    @cached_property
    def response(self) -> ResponsePage:
        """What the sender was told."""
        page = ResponsePage(self)
        self._put("response", page, page.copied)
        return page

    @cached_property
    def sent(self) -> SentToPage:
        """Every dispatch."""
        page = SentToPage(self)
        self._put("sent", page, page.copied)
        return page

    @cached_property
    def raw(self) -> RawPage:
        """The bytes."""
        page = RawPage(self)
        page.save_wanted.connect(self.save_wanted)
        self._put("raw", page, page.copied)
        return page

    def show_capture(self, capture: Capture, explanation: Explanation | None, face: Face) -> None:
        """Show a capture, or what is new of the one that is shown."""
        before = self._capture
        self._capture, self._explanation, self._face = capture, explanation, face
        if before is not None and before.id == capture.id and before.request == capture.request:
            self._filled &= {"headers", "raw"} if before.judgement.sensitive == capture.judgement.sensitive else set()
        else:
            self._filled = set()
            # What was typed for another capture must not stay, also where nobody looks.
            self.signature.forget_secret(capture.id)
        self._fill()

    def turn(self, index: int) -> None:
        """Show the page of that number."""
        if index < BODY:
            self._page(PAGES[index])
        self.setCurrentIndex(index)
        self._fill()

    def focus_page(self) -> None:
        """Give the page the keyboard; on the Signature page the field for a secret comes first."""
        page = self.currentWidget()
        if page is self.signature and self.signature.focus_secret():
            return
        if page is not None:
            (page.text if isinstance(page, RawPage) else page).setFocus()

    def _page(self, name: str) -> QWidget:
        page: QWidget = getattr(self, name)
        return page

    def _put(self, name: str, page: QWidget, copied: SignalInstance) -> None:
        place = PAGES.index(name)
        shown = self.currentIndex() == place
        placeholder = self.widget(place)
        self.insertWidget(place, page)
        if placeholder is not None:
            self.removeWidget(placeholder)
            placeholder.deleteLater()
        if shown:
            self.setCurrentIndex(place)
        page.setObjectName(name)
        copied.connect(self.copied)

    def _fill(self) -> None:
        capture, name = self._capture, PAGES[max(0, self.currentIndex())]
        if capture is None or name in self._filled or name == PAGES[BODY]:
            return
        self._filled.add(name)
        match self._page(name):
            case OverviewPage() as overview:
                overview.show_capture(capture, self._face, mend_in(self._explanation))
            case SignaturePage() as signature:
                signature.show_capture(capture, self._explanation, self._face)
            case HeadersPage() | ResponsePage() | SentToPage() | RawPage() as page:
                page.show_capture(capture)
