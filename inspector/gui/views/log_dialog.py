"""The log: the newest records, by level and by words, followed as they are written."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from inspector.gui import theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.tasks import off, spawn
from inspector.gui.views.check_box import CheckBox
from inspector.gui.views.choice_box import ChoiceBox
from inspector.gui.views.plain_text import PlainText
from inspector.log_file import NAME, read_tail, records

LOOK_EVERY = 700
"""Milliseconds between two looks at the file."""
BYTES = 300_000
"""Of the end of the log, which is all that is shown."""
SERIOUS = {"WARNING", "ERROR", "CRITICAL"}
LEVELS: tuple[tuple[str, frozenset[str]], ...] = (
    ("Everything", frozenset()),
    ("Warnings and errors", frozenset(SERIOUS)),
    ("Errors", frozenset(SERIOUS - {"WARNING"})),
)


class LogDialog(QDialog):
    """Reads on another thread; stays where the user reads, unless that is the end."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Log"))
        self._folder = folder
        self._records: list[tuple[str, str]] = []
        self._mark: tuple[int, int] | None = None
        self.text = PlainText(self.tr("Records of the log"), self)
        self.level = ChoiceBox(self)
        self.level.setAccessibleName(self.tr("Which records"))
        for name, levels in LEVELS:
            self.level.addItem(words.tr(name), levels)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Only records with these words"))
        self.search.setAccessibleName(self.tr("Words to find in the log"))
        self.search.setClearButtonEnabled(True)
        self.follow = CheckBox(self.tr("Follow"), self)
        self.follow.setChecked(True)
        self.count = PlainLabel("", self, role="muted")
        self._lay_out()
        self.level.currentIndexChanged.connect(self._fill)
        self.search.textChanged.connect(self._fill)
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        self.look()
        self.resize(theme.px(860), theme.px(520))

    def look(self) -> None:
        """Read the log where it was written to since the last look."""
        try:
            status = (self._folder / NAME).stat()
            mark = (status.st_mtime_ns, status.st_size)
        except OSError:
            mark = (0, 0)
        if mark != self._mark and (self.follow.isChecked() or self._mark is None):
            self._mark = mark
            spawn(self._read(), name="reading the log")

    def shown(self) -> list[str]:
        """The records that level and words leave, oldest first."""
        levels, wanted = self.level.currentData(), self.search.text().casefold().split()
        return [
            text
            for level, text in self._records
            if (not levels or level in levels) and all(word in text.casefold() for word in wanted)
        ]

    async def _read(self) -> None:
        text = await off(read_tail, self._folder, BYTES)
        if isValid(self):
            self._records = records(text)
            self._fill()

    def _fill(self) -> None:
        shown = self.shown()
        at_end, place = self.text.at_end, self.text.verticalScrollBar().value()
        self.text.show_text("\n".join(shown))
        if at_end and self.follow.isChecked():
            self.text.to_end()
        else:
            self.text.verticalScrollBar().setValue(place)
        total = len(self._records)
        if len(shown) == total:
            nothing = self.tr("Nothing was logged.")
            self.count.show_text(words.plural("1 record", "%Ln records", total) if total else nothing)
        else:
            text = self.tr("%1 of %2 records")
            self.count.show_text(text.replace("%1", words.counted(len(shown))).replace("%2", words.counted(total)))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self.shown()))
        self.count.show_text(self.tr("Copied."))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.px(10))
        top.addWidget(self.level)
        top.addWidget(self.search, 1)
        top.addWidget(self.follow)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        copy, folder = QPushButton(self.tr("Copy"), self), QPushButton(self.tr("Open folder"), self)
        copy.clicked.connect(self._copy)
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder))))
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        for button in (folder, copy):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.addWidget(buttons)
        text = self.tr("What went wrong inside. It holds no secret and no body of a capture.")
        says = PlainLabel(text, self, role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(says)
        column.addLayout(top)
        column.addWidget(self.text, 1)
        column.addLayout(foot)
        for one, two in pairwise((self.level, self.search, self.follow, self.text, folder, copy, buttons)):
            self.setTabOrder(one, two)
