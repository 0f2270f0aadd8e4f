"""Valid here, fails in the app: a line for its handler, a field for what it printed, and what the app did."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from inspector.core.app_messages import AppAnswer
from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.choice_box import ChoiceBox
from inspector.gui.views.detail.banner import Banner, Tone
from inspector.gui.views.detail.code_box import CodeBox
from inspector.providers.frameworks import FRAMEWORKS, Framework

PAUSE = 250
"""Milliseconds without a key after which what was typed is read."""

LONGEST = 8 * 1024 * 1024
"""Characters of a pasted text; larger bodies come as a file."""

TONES: dict[str, Tone] = {
    "same": "valid",
    "found": "invalid",
    "different": "invalid",
    "hint": "warn",
    "unknown": "warn",
}


class AppCheckDialog(QDialog):
    """Stands beside the window. `asked` carries framework, pasted text and path of a file, of which one is empty."""

    asked = Signal(str, str, str)
    framework_chosen = Signal(str)
    copied = Signal(str)

    def __init__(self, what: str, framework: str, parent: QWidget | None = None) -> None:
        """About a capture that `what` names in a few words."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Valid here, fails in your app?"))
        self._file = ""
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self.framework = ChoiceBox(self)
        self.framework.setAccessibleName(self.tr("Framework"))
        for one in FRAMEWORKS:
            self.framework.addItem(one.name, one.id)
        self.framework.setCurrentIndex(max(0, self.framework.findData(framework)))
        self.framework.currentIndexChanged.connect(self._choose)
        self.line = CodeBox(self.tr("the line for your handler"), self)
        self.line.copied.connect(self.copied)
        self.raw = CodeBox(self.tr("how to get the raw body"), self)
        self.raw.copied.connect(self.copied)
        self._place = PlainLabel(role="muted", parent=self)
        self._place.setWordWrap(True)
        self.field = QPlainTextEdit(self)
        self.field.setProperty("field", True)
        self.field.setFont(theme.mono_font())
        self.field.setTabChangesFocus(True)
        self.field.setAccessibleName(self.tr("What your app saw"))
        self.field.setPlaceholderText("webhook-inspector 7398 8d2e…")
        self.field.setFixedHeight(theme.px(84))
        self.field.textChanged.connect(self._type)
        self.choose_file = QPushButton(self.tr("Body from a file…"), self)
        self.choose_file.clicked.connect(self._open_files)
        self._given = PlainLabel(role="muted", parent=self)
        self.answer = Banner(self)
        self.answer.hide()
        self._details = PlainLabel(role="muted", parent=self, selectable=True)
        self._details.setWordWrap(True)
        self._lay_out(what)
        self._show_framework()
        self.field.setFocus()

    @property
    def chosen(self) -> Framework:
        """The framework that is chosen."""
        return FRAMEWORKS[max(0, self.framework.currentIndex())]

    def show_answer(self, answer: AppAnswer) -> None:
        """Say what the app did."""
        marks = {"valid": "✓ ", "invalid": "✗ ", "warn": "", "neutral": ""}
        tone = TONES[answer.status]
        self.answer.say(tone, marks[tone] + answer.title, answer.advice)
        self.answer.show()
        self._details.show_text(answer.difference)
        self._details.setVisible(bool(answer.difference))
        # The answer says it already where the raw body is the mend.
        self._place.setVisible(self._place.text() not in answer.advice)

    def show_problem(self, sentence: str) -> None:
        """Say why there is no answer."""
        self.answer.say("warn", sentence)
        self.answer.show()
        self._details.hide()

    def use_file(self, path: str) -> None:
        """Take the body from a file."""
        self._file = path
        self._given.show_text(plain.line(path, 80))
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._ask()

    def _choose(self) -> None:
        self._show_framework()
        self.framework_chosen.emit(self.chosen.id)
        self._ask()

    def _show_framework(self) -> None:
        chosen = self.chosen
        self.line.show_text(chosen.line)
        self.raw.show_text(chosen.raw)
        self._place.show_text(words.tr(chosen.place))
        self._place.show()

    def _type(self) -> None:
        self._file = ""
        self._given.show_text("")
        self._timer.start()

    def _ask(self) -> None:
        self._timer.stop()
        text = self.field.toPlainText()
        if len(text) > LONGEST:
            self.show_problem(self.tr("That is more than a text field takes; give the body as a file."))
        elif self._file or text:
            self.asked.emit(self.chosen.id, "" if self._file else text, self._file)
        else:
            self.answer.hide()
            self._details.hide()

    def _open_files(self) -> None:
        dialog = QFileDialog(self, self.tr("The body as your app saw it"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use_file)
        dialog.open()

    def _lay_out(self, what: str) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(8))
        top = QHBoxLayout()
        about = PlainLabel(self.tr("%1 is valid over the bytes that came.").replace("%1", plain.line(what, 80)))
        top.addWidget(wrapped(about), 1)
        top.addWidget(PlainLabel(self.tr("Your app runs on"), role="muted"))
        top.addWidget(self.framework)
        column.addLayout(top)
        first = self.tr("1. Put this before the check in your handler; “payload” is what the check gets:")
        second = self.tr(
            "2. Send the capture to your app, and paste what it prints. A digest or the body will do as well:"
        )
        column.addWidget(wrapped(PlainLabel(first)))
        column.addWidget(self.line)
        column.addWidget(wrapped(PlainLabel(second)))
        column.addWidget(self.field)
        row = QHBoxLayout()
        row.addWidget(self.choose_file)
        row.addWidget(self._given, 1)
        row.addWidget(PlainLabel(self.tr("It stays on this machine."), role="muted"))
        column.addLayout(row)
        column.addWidget(self.answer)
        column.addWidget(self._details)
        column.addWidget(wrapped(PlainLabel(self.tr("The raw body, as it has to be checked:"))))
        column.addWidget(self.raw)
        column.addWidget(self._place)
        column.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(12))
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll, 1)
        whole.addWidget(buttons)
        self._details.hide()
        self.resize(theme.px(680), theme.px(560))


def wrapped(label: PlainLabel) -> PlainLabel:
    """A label whose text may take several lines."""
    label.setWordWrap(True)
    return label
