"""Response: what the sender was told, and by what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.core.capture import Capture
from inspector.core.response import reason
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.banner import Banner
from inspector.gui.views.detail.masking import secret_headers
from inspector.gui.views.detail.message_part import MessagePart
from inspector.gui.views.detail.overview import responded
from inspector.gui.views.detail.scrolling import ScrollingPage


class ResponsePage(ScrollingPage):
    """Status, fields in the order in which they went out, body."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Banner()
        self.add(self._banner)

    def show_capture(self, capture: Capture) -> None:
        """Fill the page."""
        self.clear(keep=1)
        response = capture.response
        if response is None:
            self._banner.say(
                "warn", self.tr("Response not recorded."), self.tr("The program ended before it was sent.")
            )
            return
        title = f"{response.status} {reason(response.status)}".strip()
        good = 200 <= response.status < 300
        self._banner.say("valid" if good else "warn", title, responded(capture).partition(" · ")[2])
        if capture.request.method == "HEAD":
            self.add(PlainLabel(self.tr("A response to HEAD has no body."), role="muted"))
        if response.why:
            why = PlainLabel(response.why, selectable=True)
            why.setWordWrap(True)
            self.add(why)
        # A handshake's answer may send the sender's secret back.
        part = MessagePart(response.headers, response.body, hidden=secret_headers(capture.judgement))
        part.copied.connect(self.copied)
        self.add(part)
        self.to_top()
