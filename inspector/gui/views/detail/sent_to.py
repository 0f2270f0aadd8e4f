"""Sent to: every dispatch of a capture with what came back, the newest first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.core.capture import Capture
from inspector.core.dispatch import Dispatch
from inspector.core.response import reason
from inspector.core.secret_query import hide_query
from inspector.gui import words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.banner import Banner
from inspector.gui.views.detail.message_part import MessagePart
from inspector.gui.views.detail.scrolling import ScrollingPage

MOST = 10
"""Dispatches that are shown."""


class SentToPage(ScrollingPage):
    """One banner and one message for each dispatch."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Dispatch, ...] | None = None

    def show_capture(self, capture: Capture) -> None:
        """Fill the page; nothing moves where nothing changed."""
        if capture.dispatches == self._shown and capture.dispatches:
            return
        self._shown = capture.dispatches
        self.clear()
        if not capture.dispatches:
            self.add(PlainLabel(self.tr("Not sent anywhere yet. R sends it to the target."), role="muted"))
        for dispatch in reversed(capture.dispatches[-MOST:]):
            self._add(dispatch)
        if len(capture.dispatches) > MOST:
            more = words.plural(
                "1 earlier one is not shown.", "%Ln earlier ones are not shown.", len(capture.dispatches) - MOST
            )
            self.add(PlainLabel(more, role="muted"))
        self.to_top()

    def _add(self, dispatch: Dispatch) -> None:
        banner = Banner()
        told = [hide_query(dispatch.target), words.clock(dispatch.at)]
        if dispatch.duration_ms is not None:
            told.append(words.duration(dispatch.duration_ms))
        ways = {"received": self.tr("as received"), "edited": self.tr("edited"), "signed": self.tr("signed now")}
        told.append(ways[dispatch.as_])
        if dispatch.changed:
            said = self.tr("changed: %1") if dispatch.as_ == "edited" else self.tr("set anew: %1")
            told.append(said.replace("%1", ", ".join(dispatch.changed)))
        sentence = " · ".join(told)
        if dispatch.status is None:
            banner.say("invalid", dispatch.error or self.tr("No response."), sentence)
        else:
            good = dispatch.status < 400
            title = f"{dispatch.status} {reason(dispatch.status)}".strip()
            banner.say("valid" if good else "invalid", title, sentence)
        self.add(banner)
        if dispatch.status is not None:
            part = MessagePart(dispatch.headers, dispatch.body)
            part.copied.connect(self.copied)
            self.add(part)
