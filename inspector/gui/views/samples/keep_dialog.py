"""Asks how a capture is called as a sample, and names what would be kept with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from inspector.gui import plain, theme
from inspector.gui.plain import PlainLabel


class KeepSampleDialog(QDialog):
    """Title and event; `given` carries both."""

    given = Signal(str, str)

    def __init__(
        self,
        provider: str,
        event: str,
        taken: Sequence[str],
        secrets: Sequence[str],
        *,
        number: int,
        parent: QWidget | None = None,
    ) -> None:
        """Of the capture `number`.

        `taken` are the titles that the provider's samples have already, `secrets` the places that hold one.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Make a sample"))
        self.setMinimumWidth(theme.px(440))
        self._taken = {title.strip().lower() for title in taken}
        self.title = QLineEdit(plain.line(f"{event[:60]} #{number}".strip()), self)
        self.title.setAccessibleName(self.tr("Name"))
        self.title.selectAll()
        self.event_field = QLineEdit(plain.line(event), self)
        self.event_field.setAccessibleName(self.tr("Event"))
        self.remark = PlainLabel("", self, role="muted")
        self.remark.setWordWrap(True)
        said = self.tr(
            "Kept as a sample of %1, to be sent later: body and headers, without host, length and signature, which are "
            "made anew each time."
        )
        about = PlainLabel(said.replace("%1", plain.line(provider)), self)
        about.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(14))
        form.addRow(PlainLabel(self.tr("Name"), role="muted"), self.title)
        form.addRow(PlainLabel(self.tr("Event"), role="muted"), self.event_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(10))
        column.addWidget(about)
        column.addLayout(form)
        column.addWidget(self.remark)
        if secrets:
            named = self.tr("It also holds %1, as it was sent; the file can be read by you alone.")
            warning = PlainLabel(named.replace("%1", plain.line(", ".join(secrets))), self, role="warn")
            warning.setWordWrap(True)
            column.addWidget(warning)
        buttons = QDialogButtonBox(self)
        self.keep = buttons.addButton(self.tr("Keep sample"), QDialogButtonBox.ButtonRole.AcceptRole)
        theme.set_role(self.keep, "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._give)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        self.title.textChanged.connect(self._check)
        self._check()

    def _check(self) -> None:
        title = self.title.text().strip().lower()
        taken = title in self._taken
        self.keep.setEnabled(bool(title) and not taken)
        self.remark.setVisible(taken)
        self.remark.show_text(self.tr("There is a sample of this name already.") if taken else "")

    def _give(self) -> None:
        if self.keep.isEnabled():
            self.accept()
            self.given.emit(self.title.text().strip(), self.event_field.text().strip())
