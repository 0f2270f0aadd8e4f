"""Edits a body: as text where it is text, as hex where it is not, as a file where it is too large for both."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from inspector.bodies.shown import Language
from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.private_file import warning, write_private
from inspector.gui.tasks import off, spawn
from inspector.gui.views.detail.labels import hairline, heading
from inspector.gui.views.editing.code_editor import CodeEditor
from inspector.gui.views.editing.hex_editor import HexEditor
from inspector.gui.views.editing.hex_text import hex_bytes, hex_problem
from inspector.gui.views.editing.json_check import json_problem, says_json, set_out
from inspector.gui.views.editing.problem_line import ProblemLine
from inspector.gui.views.editing.stand_ins import from_stand_ins
from inspector.gui.views.editing.written_text import Writing, read_written
from inspector.gui.views.question import ask

MOST_TEXT = 256 * 1024
"""Most bytes that are edited as text: more would hold up the window."""

MOST_SET_OUT = 128 * 1024
"""Most bytes of JSON that are set out."""

LONGEST_LINE = 100_000
"""Most characters of a line that is edited: each key lays out its line anew."""

MOST_HEX = 64 * 1024
"""Most bytes that are edited as hex."""

PAUSE = 250
"""Milliseconds without a key after which the text is checked."""


class BodyEditor(QWidget):
    """Bytes in, bytes out: what nobody touched goes out as it came in."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None, *, limit: int, secrets: Sequence[str] = ()) -> None:
        """`limit` is how many bytes a body may have; `secrets` names what of a sender's secrets is in it."""
        super().__init__(parent)
        self.limit, self._secrets = limit, secrets
        self._given = b""
        self._content_type = ""
        self._writing = Writing()
        self._filling = False
        self.text = CodeEditor(self.tr("Body"))
        self.hex = HexEditor(self.tr("Body in hex"))
        self._too_large = PlainLabel(role="muted")
        self._too_large.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._too_large.setWordWrap(True)
        self._pages = QStackedWidget()
        for page in (self.text, self.hex, self._too_large):
            self._pages.addWidget(page)
        self._kind = PlainLabel(role="muted")
        self.format = QPushButton(self.tr("Format"))
        self.format.setToolTip(plain.tooltip(self.tr("A line for each value. Numbers, escapes and order stay.")))
        self.save = QPushButton(self.tr("Save to a file…"))
        self.load = QPushButton(self.tr("Load a file…"))
        self._problem = ProblemLine()
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._soon.timeout.connect(self._check)
        self.format.clicked.connect(self.set_out)
        self.load.clicked.connect(self.ask_file)
        self.save.clicked.connect(self.ask_place)
        for editor in (self.text, self.hex):
            editor.textChanged.connect(self._typed)
        self.set_content(b"", "")

    def set_content(self, content: bytes, content_type: str) -> None:
        """Edit other bytes; `content_type` is the value of the field."""
        self._soon.stop()
        self._given, self._content_type = content, content_type
        self._filling = True
        self._show(content)
        self._filling = False
        self._check()

    def revert(self, content: bytes) -> None:
        """Put these bytes in their place; as one step that can be undone where text becomes text."""
        if content == self.content():
            return
        text = read_written(content) if len(content) <= MOST_TEXT else None
        if text is not None and text[1] == self._writing and self._pages.currentWidget() is self.text:
            self.text.replace_text(text[0])
        else:
            self.set_content(content, self._content_type)
            self.changed.emit()

    def set_content_type(self, content_type: str) -> None:
        """The field that says what the body is was edited."""
        if content_type != self._content_type:
            self._content_type = content_type
            self._check()

    def content(self) -> bytes:
        """The bytes as they stand. Where hex cannot be read they are those of before; `problem` says so."""
        page = self._pages.currentWidget()
        if page is self.text and self.text.document().isModified():
            return self._writing.bytes_of(self.text.text())
        if page is self.hex and self.hex.document().isModified():
            read = hex_bytes(self.hex.text())
            return self._given if read is None else read
        return self._given

    def problem(self) -> str:
        """What is wrong with the body as it stands, with line and column; empty where nothing is."""
        page = self._pages.currentWidget()
        if page is self.hex:
            return hex_problem(self.hex.text())
        if page is self.text and says_json(self._content_type) and (text := self.text.text()):
            return json_problem(from_stand_ins(text))
        return ""

    def is_readable(self) -> bool:
        """Whether `content` gives what is seen: hex that cannot be read is no body."""
        return self._pages.currentWidget() is not self.hex or hex_bytes(self.hex.text()) is not None

    def set_out(self) -> None:
        """Give each value of JSON a line of its own."""
        is_text = self._pages.currentWidget() is self.text
        written = (self.text.text(), self._writing) if is_text else read_written(self._given)
        text = set_out(written[0]) if written is not None else None
        if written is None or text is None or text == written[0]:
            return
        content = written[1].bytes_of(text)
        if len(content) > MOST_TEXT:
            said = self.tr("Set out it has %1, which are too much to edit here.")
            self._problem.say(said.replace("%1", words.size(len(content))))
        elif is_text:
            self.text.replace_text(text)
        else:
            self.set_content(content, self._content_type)
            self.changed.emit()

    def ask_file(self) -> None:
        """Ask for a file whose bytes become the body."""
        dialog = QFileDialog(self, self.tr("Load a file as the body"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda name: self.load_file(Path(name)))
        dialog.open()

    def ask_place(self) -> None:
        """Ask where to save the body, to edit it elsewhere."""
        dialog = QFileDialog(self, self.tr("Save the body"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.fileSelected.connect(lambda name: self.save_file(Path(name)))
        dialog.open()

    def load_file(self, path: Path) -> None:
        """Make the bytes of a file the body; what cannot be read is said below."""
        spawn(self._load(path), name="loading a body")

    def save_file(self, path: Path) -> None:
        """Write the body to a file; what of it is a sender's secret is named before."""

        def save() -> None:
            spawn(self._save(path), name="saving a body")

        if self._secrets:
            more = self.tr("Only you will be able to read the file.")
            ask(self, text=warning(self._secrets), more=more, yes=self.tr("Save all the same"), agreed=save)
        else:
            save()

    async def _load(self, path: Path) -> None:
        content = b""
        try:
            size = (await off(path.stat)).st_size
            if size > self.limit:
                said = too_large(path, size, self.limit)
            else:
                content, said = await off(path.read_bytes), ""
        except OSError as error:
            said = cannot(error, path)
        if not isValid(self):
            return  # The dialog was closed while the file was read.
        if said:
            self._problem.say(said)
        else:
            self.set_content(content, self._content_type)
            self.changed.emit()

    async def _save(self, path: Path) -> None:
        try:
            await off(write_private, path, (self.content(),))
        except OSError as error:
            if isValid(self):
                self._problem.say(cannot(error, path))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard is for the text."""
        page = self._pages.currentWidget()
        (self.load if page is self._too_large or page is None else page).setFocus(event.reason())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(heading(self.tr("Body")))
        row.addWidget(self._kind, 1)
        for button in (self.format, self.save, self.load):
            button.setAutoDefault(False)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())
        column.addWidget(self._pages, 1)
        column.addWidget(self._problem)
        inside = (self.format, self.save, self.load, self.text, self.hex)
        for before, after in pairwise(inside):
            self.setTabOrder(before, after)

    def _show(self, content: bytes) -> None:
        size = len(content)
        written = read_written(content) if size <= MOST_TEXT else None
        page: QWidget = self._too_large
        if written is not None and max(map(len, written[0].split("\n"))) <= LONGEST_LINE:
            text, self._writing = written
            self.text.show_text(text, self._language(content))
            page = self.text
        elif written is not None:
            said = self.tr("A line in these %1 is too long to edit here. Save the body to a file, or format it.")
            self._too_large.show_text(said.replace("%1", words.size(size)))
        elif size <= MOST_HEX:
            self.hex.show_bytes(content)
            page = self.hex
        else:
            said = self.tr("%1 are too much to edit here. Save the body to a file, edit it there, and load it again.")
            self._too_large.show_text(said.replace("%1", words.size(size)))
        self._pages.setCurrentWidget(page)

    def _language(self, content: bytes) -> Language:
        return "json" if says_json(self._content_type) or content.lstrip()[:1] in (b"{", b"[") else "text"

    def _typed(self) -> None:
        if self._filling:
            return
        self._soon.start()
        self.changed.emit()

    def _check(self) -> None:
        self._problem.say(self.problem())
        page = self._pages.currentWidget()
        content = self.content()
        kind = self._writing.described() if page is self.text else self.tr("Hex") if page is self.hex else ""
        self._kind.show_text(" · ".join(filter(None, (kind, words.size(len(content))))))
        self.format.setVisible(
            page is not self.hex and len(content) <= MOST_SET_OUT and self._language(content[:64]) == "json"
        )
        self.save.setVisible(page is self._too_large)


def cannot(error: OSError, path: Path) -> str:
    """A sentence for a file that cannot be read or written."""
    said = QCoreApplication.translate("BodyEditor", "%1: %2.").replace("%2", error.strerror or str(error))
    return said.replace("%1", path.name)


def too_large(path: Path, size: int, limit: int) -> str:
    """A sentence for a file that is no body; both sizes in bytes."""
    said = QCoreApplication.translate("BodyEditor", "%1 has %2; a body may have %3.").replace("%2", words.size(size))
    return said.replace("%3", words.size(limit)).replace("%1", path.name)
