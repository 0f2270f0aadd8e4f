"""The detail: everything that is known of the capture that is selected; every wish leaves as a signal."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector.core.capture import Capture
from inspector.core.mend import Mend
from inspector.core.messages import Explanation, Health
from inspector.gui import words
from inspector.gui.faces import Faces
from inspector.gui.views.detail.masking import secret_keys
from inspector.gui.views.detail.pages import PAGES, title_of
from inspector.gui.views.detail.sheet import Sheet

MARKS = {"valid": ("✓", "valid"), "invalid": ("✗", "invalid"), "no-secret": ("•", "warn")}
"""What the name of the Signature page is followed by, and in which colour."""

URGENT = ("invalid", "no-secret")
"""Verdicts for which the Signature page is the first one, until the reader turned to another."""


class DetailPane(Sheet):
    """Shows one capture, or that none is selected."""

    resend_wanted = Signal(str)
    resend_other_wanted = Signal()
    copy_wanted = Signal(str)
    secret_given = Signal(str, str, str)
    explanation_wanted = Signal(int)
    text_copied = Signal(str)
    save_body_wanted = Signal(int)
    command_wanted = Signal(str)
    """The name of a command, for all that is selected."""
    filter_wanted = Signal(str)
    left = Signal()

    def __init__(self, *, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.capture: Capture | None = None
        self._selected = 0
        self._faces = faces
        self._explanation: Explanation | None = None
        self._asked: tuple[int, object] | None = None
        self._checking = False
        for part in (self.header, self.many):
            part.resend_wanted.connect(self.resend_wanted)
            part.resend_other_wanted.connect(self.resend_other_wanted)
            part.copy_wanted.connect(self.copy_wanted)
        self.many.command_wanted.connect(self.command_wanted)
        for given in (self.pages.signature.secret_given, self.pages.secret_given):
            given.connect(self._give_secret)
        for signal in (self.pages.copied, self.body.copied):
            signal.connect(self.text_copied)
        for signal in (self.pages.save_wanted, self.body.save_wanted):
            signal.connect(self._save)
        self.pages.filter_wanted.connect(self.filter_wanted)
        self.page_changed.connect(self._ask_explanation)

    def show_capture(self, capture: Capture, explanation: Explanation | None = None) -> None:
        """Show a capture. The one that is shown already keeps its page, its scrolling and what is being typed."""
        before = self.capture
        same = before is not None and before.id == capture.id
        judged = same and before is not None and before.judgement == capture.judgement
        self.capture = capture
        self._explanation = explanation or (self._explanation if judged else None)
        face = self._faces(capture.judgement.provider)
        if not self.chose_page and not same:
            urgent = capture.judgement.verdict.status in URGENT
            self.show_page("signature" if urgent else "overview")
        self.header.show_capture(capture, face)
        self.pages.show_capture(capture, self._explanation, face)
        if not same or before is None or before.request.body != capture.request.body:
            keys = secret_keys(capture.judgement)
            self.body.show_body(capture.request.body, capture.request.headers, secret_keys=keys)
        self._show_tabs(capture)
        self._show_place()
        self._ask_explanation()

    def show_explanation(self, capture_id: int, explanation: Explanation) -> None:
        """Show the proof behind the verdict; ignored when another capture is shown by now."""
        if self.capture is not None and self.capture.id == capture_id:
            self.show_capture(self.capture, explanation)

    def show_nothing(self) -> None:
        """No capture is selected."""
        self.capture = None
        self._explanation = None
        self._selected = 0
        self._show_place()

    def show_many(self, count: int) -> None:
        """So many captures are selected; from two on what can be done with all of them takes the place of one."""
        self._selected = count
        self.many.show_count(count)
        self._show_place()

    @property
    def mend(self) -> Mend | None:
        """What mends the failure of the capture that is shown; None where nothing does, or it is not known yet."""
        return None if self._explanation is None else self._explanation.mend

    def show_health(self, health: Health) -> None:
        """Know where secrets are kept."""
        self.pages.signature.show_health(health)

    def show_target(self, target: str, recent: Sequence[str] = ()) -> None:
        """Name the target of a resend; empty: none is named yet."""
        self.header.show_target(target, recent)
        self.many.show_target(target, recent)

    def show_busy(self, what: str) -> None:
        """Say what is on its way, on the button that asked for it; empty when it has arrived."""
        if not self._checking:
            self.header.show_busy(what)
        elif what:
            self.pages.signature.show_busy(True)
        else:
            self._checking = False
            self.pages.signature.show_checked()
            # Another secret gives another proof, also where the verdict is the same.
            self._explanation = self._asked = None
            self._ask_explanation()

    def show_earlier(self, count: int) -> None:
        """Say how many other captures a secret would check; -1 where that is not known."""
        self.pages.signature.show_earlier(count)

    def show_secret_remark(self, text: str) -> None:
        """Say below the field what is wrong with the secret that was given; empty takes it back."""
        self.pages.signature.show_remark(text)
        if text:
            self._checking = False
            self.pages.signature.show_busy(False)

    def set_formats(self, formats: Sequence[tuple[str, str]]) -> None:
        """Fill Copy as with (name, label); the first is the one used last."""
        self.header.show_formats(formats)
        self.many.show_formats(formats)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _give_secret(self, provider: str, name: str, value: str) -> None:
        self._checking = True
        self.secret_given.emit(provider, name, value)

    def _show_place(self) -> None:
        if self._selected > 1:
            self.stack.setCurrentWidget(self.many)
        else:
            self.stack.setCurrentIndex(0 if self.capture is None else 1)

    def _save(self) -> None:
        if self.capture is not None:
            self.save_body_wanted.emit(self.capture.id)

    def _show_tabs(self, capture: Capture) -> None:
        judgement, response = capture.judgement, capture.response
        mark, role = MARKS.get(judgement.verdict.status, ("", "muted"))
        status = "" if response is None else str(response.status)
        told = {
            "headers": (words.counted(len(capture.request.headers)), "muted"),
            "signature": (mark, role),
            "response": (status, "muted" if response is None or response.status < 300 else "warn"),
            "sent": (words.counted(len(capture.dispatches)) if capture.dispatches else "", "muted"),
        }
        for index, name in enumerate(PAGES):
            count, colour = told.get(name, ("", "muted"))
            self.tabs.show_tab(index, title_of(name), count, colour)

    def _ask_explanation(self) -> None:
        """Once for each capture and verdict, when a page is looked at that shows something of it."""
        capture = self.capture
        if capture is None or self._explanation is not None:
            return
        # The Overview shows what mends a failure, too.
        verdict = capture.judgement.verdict
        pages = ("signature", "overview") if verdict.status == "invalid" and verdict.final else ("signature",)
        if self.page() not in pages:
            return
        asked = (capture.id, capture.judgement)
        if asked != self._asked and capture.judgement.provider is not None:
            self._asked = asked
            self.explanation_wanted.emit(capture.id)
