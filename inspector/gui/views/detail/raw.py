"""Raw: the bytes of a request as they came, as text or hex."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inspector.bodies.hex_dump import HexSource
from inspector.bodies.lines import Lines
from inspector.bodies.text import TextSource, looks_binary
from inspector.core.capture import Capture
from inspector.gui import theme
from inspector.gui.plain import PlainLabel
from inspector.gui.secret_places import names_of, query_names
from inspector.gui.views.detail.body_switch import BodySwitch
from inspector.gui.views.detail.masking import hide_head, secret_headers, secret_keys
from inspector.gui.views.detail.note_bar import NoteBar
from inspector.gui.views.detail.text_view import TextView

MOST = 1024 * 1024
"""Bytes that are shown; the rest is in the body beside it."""


class RawPage(QWidget):
    """Head and body without chunk framing; secrets are hidden until they are shown on purpose."""

    copied = Signal(str)
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = TextView()
        self.text.setAccessibleName(self.tr("Raw request"))
        self.text.copied.connect(self.copied)
        self.switch = BodySwitch()
        self.switch.chosen.connect(self._choose)
        self._note = NoteBar()
        self._note.show_wanted.connect(self._reveal)
        self._note.save_wanted.connect(self.save_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(theme.px(14), theme.px(5), 0, theme.px(3))
        top.addWidget(PlainLabel(self.tr("As it came, without chunk framing"), role="muted"), 1)
        top.addWidget(self.switch)
        column.addLayout(top)
        column.addWidget(self._note)
        column.addWidget(self.text, 1)
        self._capture: Capture | None = None
        self._shows_secrets = False
        self._kind = "text"

    def show_capture(self, capture: Capture) -> None:
        """Show another request."""
        self._capture = capture
        self._shows_secrets = False
        self._kind = "text"
        self._fill()

    def _choose(self, kind: str) -> None:
        self._kind = kind
        self._fill()

    def _reveal(self) -> None:
        self._shows_secrets = True
        self._fill()

    def _fill(self) -> None:
        if self._capture is None:
            return
        request, judgement = self._capture.request, self._capture.judgement
        hides = bool(judgement.sensitive) and not self._shows_secrets
        kinds = ("text",) if hides else ("text", "hex")
        self.switch.show_kinds(kinds, "")
        self._kind = self._kind if self._kind in kinds else "text"
        self.switch.show_chosen(self._kind)
        notes = []
        try:
            body = request.body.read(MOST)
        except OSError:
            body = b""
            notes.append(self.tr("The file that holds this body is gone."))
        cut = request.body.size > MOST
        if cut:
            notes.append(self.tr("The first megabyte of the body."))
        if hides:
            notes.append(self.tr("Holds %1, hidden here.").replace("%1", ", ".join(names_of(judgement))))
        if self._kind == "hex":
            self.text.show_lines(Lines(HexSource(request.head + body)), "hex")
        else:
            head = request.head
            if hides:
                masked = hide_head(head, secret_headers(judgement), query_names(judgement))
                head = masked.encode("utf-8", "replace")
            binary = looks_binary(body[: 64 * 1024])
            if binary:
                notes.append(self.tr("The body is binary; Hex shows its bytes."))
            content = head + (b"" if binary else body)
            self.text.show_lines(Lines(TextSource(content)), "text", masked=secret_keys(judgement) if hides else ())
        self._note.say(*notes, hides=hides, cut=cut)
