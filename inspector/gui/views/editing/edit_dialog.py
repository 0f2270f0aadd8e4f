"""A window in which a capture is edited and sent, with what came back beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from inspector.core.capture import Capture
from inspector.core.dispatch import Dispatch
from inspector.core.draft import Draft, read_draft
from inspector.core.errors import UsageError
from inspector.dispatch.targets import target_url
from inspector.gui import plain, theme, words
from inspector.gui.views.detail.banner import Banner
from inspector.gui.views.detail.labels import hairline
from inspector.gui.views.detail.masking import secret_headers, secret_keys
from inspector.gui.views.editing.body_editor import BodyEditor
from inspector.gui.views.editing.changes import Edited, changes
from inspector.gui.views.editing.changes_view import ChangesView
from inspector.gui.views.editing.headers_editor import HeadersEditor
from inspector.gui.views.editing.request_line import RequestLine
from inspector.gui.views.editing.response_view import ResponseView
from inspector.gui.views.editing.signature_remark import signature_remark
from inspector.gui.views.question import ask

PAUSE = 150
"""Milliseconds without a key after which the list of changes is made anew."""


class EditDialog(QDialog):
    """Beside the main window, which stays usable. `send_wanted` carries the target and an Edited."""

    send_wanted = Signal(str, object)

    def __init__(self, capture: Capture, original: Edited, *, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        event = capture.judgement.event or capture.request.path
        title = self.tr("Edit and resend #%1 · %2").replace("%1", words.counted(capture.id))
        self.setWindowTitle(plain.line(title.replace("%2", event), 120))
        self._capture, self._original = capture, original
        self._secret = secret_headers(capture.judgement)
        self.line = RequestLine()
        self.remark = Banner()
        self._remark_row = QWidget()
        self._remark_row.hide()
        self.headers = HeadersEditor()
        self.body = BodyEditor(limit=limit, secrets=secret_keys(capture.judgement))
        self.changes = ChangesView()
        self.response = ResponseView()
        self.revert = QPushButton(self.tr("Revert to the original"))
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.compare)
        self._lay_out()
        draft = original.draft
        self.line.show_request(draft.method, draft.target)
        self.headers.set_headers(draft.headers, self._secret)
        self.body.set_content(original.body, draft.headers.get("content-type") or "")
        self._connect()
        self.compare()
        self.body.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_target(self, target: str, recent: Sequence[str]) -> None:
        """Offer the named target and those used before."""
        self.line.show_target(target, recent)

    def edited(self) -> Edited:
        """The request as it stands."""
        return Edited(
            draft=Draft(
                method=self.line.method_text(),
                target=self.line.path_bytes(),
                http_version=self._original.draft.http_version,
                headers=self.headers.headers(),
            ),
            body=self.body.content(),
        )

    def send(self) -> None:
        """Ask for it to be sent, or say what stands in the way."""
        self.headers.table.take_typed()
        if not self.line.send.isEnabled():
            return
        edited = self.edited()
        problem = self.headers.problem() or edited.draft.problem() or self._target_problem()
        if not problem and not self.body.is_readable():
            problem = self.body.problem()
        if problem:
            self.response.show_problem(problem)
            if problem == self._target_problem():
                self.line.target.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.send_wanted.emit(self.line.target_text(), edited)

    def show_busy(self, target: str) -> None:
        """Say that it is on its way to a target; empty when it has arrived."""
        self.line.show_busy(bool(target))
        if target:
            self.response.show_busy(target)

    def show_dispatch(self, dispatch: Dispatch) -> None:
        """Show what came back."""
        self.response.show_dispatch(dispatch)

    def show_problem(self, sentence: str) -> None:
        """Say why nothing was sent."""
        self.response.show_problem(sentence)

    def compare(self) -> None:
        """Say what was changed and what that does to the signature."""
        edited = self.edited()
        found = changes(self._original, edited, self._secret)
        self.changes.show_changes(found)
        self.revert.setEnabled(bool(found))
        said = signature_remark(self._capture, self._original, edited)
        if said:
            self.remark.say("warn", said, self.tr("The target will find the signature invalid."))
        self._remark_row.setVisible(bool(said))
        self.body.set_content_type(edited.draft.headers.get("content-type") or "")

    def revert_all(self) -> None:
        """Everything as it came; for text and fields that can be undone."""
        draft = self._original.draft
        self.line.show_request(draft.method, draft.target)
        self.headers.revert(draft.headers)
        self.body.revert(self._original.body)
        self.compare()

    def reject(self) -> None:
        """Close; asks first where something was changed."""
        self.headers.table.take_typed()
        if not changes(self._original, self.edited()):
            self.done(QDialog.DialogCode.Rejected)
            return
        ask(
            self,
            text=self.tr("Discard the changes?"),
            more=self.tr("The capture stays as it came, and so do the responses that you got."),
            yes=self.tr("Discard"),
            agreed=lambda: self.done(QDialog.DialogCode.Rejected),
        )

    def _target_problem(self) -> str:
        text = self.line.target_text()
        if not text:
            return self.tr("Name a target to send to, for example localhost:3000.")
        try:
            target_url(text, "/")
        except UsageError as error:
            return str(error)
        return ""

    def _connect(self) -> None:
        for part in (self.line, self.headers, self.body):
            part.changed.connect(self._soon.start)
        self.line.send_wanted.connect(self.send)
        self.revert.clicked.connect(self.revert_all)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.send)

    def _lay_out(self) -> None:
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        for button in (self.revert, close):
            button.setAutoDefault(False)
        request = split(Qt.Orientation.Vertical, (self.headers, 40), (self.body, 60))
        result = split(Qt.Orientation.Vertical, (self.changes, 36), (self.response, 64))
        both = split(Qt.Orientation.Horizontal, (request, 58), (result, 42))
        said = QHBoxLayout(self._remark_row)
        said.setContentsMargins(theme.px(12), 0, theme.px(12), theme.px(10))
        said.addWidget(self.remark)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        buttons.addWidget(self.revert)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.line)
        column.addWidget(self._remark_row)
        column.addWidget(hairline())
        column.addWidget(both, 1)
        column.addWidget(hairline())
        column.addLayout(buttons)
        self.resize(theme.px(1080), theme.px(640))


def original_of(capture: Capture, body: bytes) -> Edited:
    """A capture as it is before anything is edited."""
    return Edited(draft=read_draft(capture.request.head)[0], body=body)


def split(orientation: Qt.Orientation, *parts: tuple[QWidget, int]) -> QSplitter:
    """Parts with a hairline between, which can be moved; each with its share."""
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    for part, share in parts:
        splitter.addWidget(part)
        splitter.setStretchFactor(splitter.indexOf(part), share)
    splitter.setSizes([10 * share for _, share in parts])
    return splitter
