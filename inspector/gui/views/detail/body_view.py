"""The body of a capture, in whichever of its kinds the reader likes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from inspector.bodies import registry
from inspector.bodies.hex_dump import HexSource
from inspector.bodies.json_text import JsonSource, in_utf8
from inspector.bodies.lines import Lines, Source
from inspector.bodies.shown import Language, Shown
from inspector.bodies.text import TextSource, charset_of
from inspector.core.body import NO_BODY, Body
from inspector.core.headers import Headers
from inspector.gui import words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.body_switch import BodySwitch
from inspector.gui.views.detail.finder import FindBar
from inspector.gui.views.detail.marking import place_of
from inspector.gui.views.detail.note_bar import NoteBar
from inspector.gui.views.detail.opened_body import BodyOpener, OpenedBody
from inspector.gui.views.detail.selection import Selection
from inspector.gui.views.detail.table_view import BodyTable
from inspector.gui.views.detail.text_view import TextView
from inspector.gui.views.detail.tree_view import JsonTreeView


class BodyView(QWidget):
    """Text, tree or table of one body, with find, zoom and a note. `switch` is laid out by whoever holds this view."""

    copied = Signal(str)
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switch = BodySwitch()
        self._pages = QStackedWidget(self)
        self.text = TextView(self._pages)
        self.tree = JsonTreeView(self._pages)
        self.table = BodyTable(self._pages)
        self._nothing = PlainLabel(self.tr("No body."), self._pages, role="muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note = NoteBar(self)
        self._finder = FindBar(self.text)
        for page in (self._nothing, self.text, self.tree, self.table):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._note, self._pages, self._finder):
            layout.addWidget(part, int(part is self._pages))
        self._opener = BodyOpener(self)
        self._body = NO_BODY
        self._open = OpenedBody(content=b"", header="")
        self._secret: tuple[str, ...] = ()
        self._shows_secrets = False
        self._liked: str | None = None
        self.kind = ""
        self._opener.opened.connect(self._show_opened)
        self.switch.chosen.connect(self.choose)
        self._note.show_wanted.connect(self._reveal)
        self._note.save_wanted.connect(self.save_wanted)
        self.text.grown.connect(self._check_whole)
        for signal in (self.text.copied, self.tree.copied, self.table.copied):
            signal.connect(self.copied)

    def show_body(self, body: Body, headers: Headers, *, secret_keys: tuple[str, ...] = ()) -> None:
        """Show another body; the values of `secret_keys` are hidden until they are shown on purpose."""
        self._body = body
        self._secret = secret_keys
        self._shows_secrets = False
        self._opener.open(body, headers)

    def show_nothing(self) -> None:
        """Show that there is no body."""
        self.show_body(NO_BODY, Headers())

    def choose(self, kind: str) -> None:
        """Show another kind, and prefer it for bodies to come."""
        self._liked = kind
        self._show_kind(kind)

    def find_in_body(self) -> None:
        """Open the find bar; a tree or table makes room for the text."""
        if self._pages.currentWidget() in (self.tree, self.table):
            self._show_kind("json" if self.kind == "tree" else "text")
        if self._pages.currentWidget() is self.text:
            self._finder.open()

    def find_next(self, *, backwards: bool = False) -> None:
        """Go to the next place of what was looked for last."""
        self._finder.find_next(backwards=backwards)

    def mark(self, span: tuple[int, int] | None) -> bool:
        """Select these bytes of the body as it is read, or all of it; False where they cannot be shown as text."""
        kinds = self._open.kinds() if self._open.content else ()
        # Not as JSON, which is indented for reading: these are the bytes as they came.
        self._show_kind("text" if "text" in kinds else "hex")
        lines = self.text.lines
        if not kinds or lines is None or self._pages.currentWidget() is not self.text:
            return False
        if span is None:
            self.text.select_all()
            return True
        first, last = (place_of(lines, self._open.content, offset) for offset in span)
        if self.kind != "text" or first is None or last is None:
            return False
        self.text.selection = Selection(first, last)
        self.text.keep_in_sight(first, centre=True)
        return True

    def zoom(self, steps: int) -> None:
        """Make the text larger or smaller; 0 sets it back."""
        self.text.zoom(steps)

    def focus_body(self) -> None:
        """Take the keyboard."""
        page = self._pages.currentWidget() or self
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find and zoom."""
        key = QKeySequence.StandardKey
        if event.matches(key.Find):
            self.find_in_body()
        elif event.key() == Qt.Key.Key_F3:
            self.find_next(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.matches(key.ZoomIn) or (event.key() == Qt.Key.Key_Equal and _with_control(event)):
            self.zoom(1)
        elif event.matches(key.ZoomOut):
            self.zoom(-1)
        elif event.key() == Qt.Key.Key_0 and _with_control(event):
            self.zoom(0)
        else:
            super().keyPressEvent(event)

    def _show_opened(self, opened: OpenedBody) -> None:
        self._open = opened
        size = words.size(self._body.size)
        if not opened.content:
            self.switch.show_kinds((), size if self._body.size else "")
            self.text.clear()
            self.tree.clear()
            self._nothing.show_text(self.tr("No body."))
            self._pages.setCurrentWidget(self._nothing)
            self._say()
            return
        kinds = opened.kinds()
        self.switch.show_kinds(kinds, size)
        self._show_kind(self._liked if self._liked in kinds else kinds[0])

    def _show_kind(self, kind: str | None) -> None:
        self.kind = kind or "hex"
        self.switch.show_chosen(self.kind)
        content, header = self._open.content, self._open.header
        masked = () if self._shows_secrets else self._secret
        note: str | None = None
        if self.kind == "tree":
            self.tree.show_content(in_utf8(content, header), masked)
            self._pages.setCurrentWidget(self.tree)
        elif self.kind == "hex" and masked:
            self._nothing.show_text(self.tr("Hex would show what is hidden here."))
            self._pages.setCurrentWidget(self._nothing)
        elif self.kind in ("form", "multipart", "xml"):
            note = self._show_view(registry.view(content[:], header, chosen=self.kind), masked)
        else:
            source, language, note = self._source(self.kind)
            self.text.show_lines(Lines(source), language, masked=masked)
            self._pages.setCurrentWidget(self.text)
        self._say(note)

    def _show_view(self, shown: Shown, masked: tuple[str, ...]) -> str | None:
        if shown.table is not None:
            self.table.show_table(shown.table, masked)
            self._pages.setCurrentWidget(self.table)
        else:
            text = (shown.text or "").encode("utf-8", "replace")
            self.text.show_lines(Lines(TextSource(text)), shown.language, masked=masked)
            self._pages.setCurrentWidget(self.text)
        return words.tr(shown.note) if shown.note else shown.note

    def _source(self, kind: str) -> tuple[Source, Language, str | None]:
        content, header = self._open.content, self._open.header
        if kind == "json":
            return JsonSource(in_utf8(content, header)), "json", None
        found = charset_of(content, header)
        if kind == "text" and found is not None:
            return TextSource(content, found[0]), "text", found[1]
        return HexSource(content), "hex", None

    def _check_whole(self) -> None:
        """Known when all was read: a large body that says JSON may be none."""
        source = self.text.lines.source if self.text.lines is not None else None
        if self.kind == "json" and isinstance(source, JsonSource) and not source.whole_json:
            self._say(self.tr("Not whole JSON: brackets or quotes do not fit. Text shows it as it came."))

    def _say(self, note: str | None = None) -> None:
        hides = bool(self._secret) and not self._shows_secrets
        holds = self.tr("Holds %1, hidden here.").replace("%1", ", ".join(self._secret)) if hides else ""
        cut = ""
        if self._open.cut:
            cut = self.tr("Too large to show: %1, SHA-256 %2. These are its first %3.")
            cut = cut.replace("%1", words.size(self._body.size)).replace("%2", self._body.sha256)
            cut = cut.replace("%3", words.size(len(self._open.content)))
        self._note.say(cut, *self._open.notes, note or "", holds, hides=hides, cut=self._open.cut)

    def _reveal(self) -> None:
        self._shows_secrets = True
        self._show_kind(self.kind)


def _with_control(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
