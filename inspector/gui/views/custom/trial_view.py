"""What a recipe says of a capture: recognised or not, the signed bytes, both digests, the verdict."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from inspector.core.custom_wishes import Trial
from inspector.core.verdict import Verdict
from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.banner import Banner, Tone
from inspector.gui.views.detail.code_box import CodeText

NONE_SHOWN = "–"
TITLES: dict[str, tuple[Tone, str]] = {
    "valid": ("valid", "✓ Valid"),
    "invalid": ("invalid", "✗ Not valid"),
    "unsigned": ("warn", "No signature at that place"),
    "no-secret": ("warn", "No secret to check it with"),
    "unknown": ("neutral", "Not recognised"),
}


class TrialView(QWidget):
    """Filled anew after every key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.banner = Banner(self)
        self.formula = self._value()
        self.signed = self._value()
        self.extent = PlainLabel(role="muted", parent=self, selectable=True)
        self.received = self._value()
        self.expected = self._value()
        self.event_place = self._value()
        self.id_place = self._value()
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Recipe"), self.formula),
            (self.tr("Signed"), self.signed),
            ("", self.extent),
            (self.tr("Received"), self.received),
            (self.tr("Expected"), self.expected),
            (self.tr("Event"), self.event_place),
            (self.tr("Delivery id"), self.id_place),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(7))
        for number, (label, value) in enumerate(rows):
            grid.addWidget(PlainLabel(label, role="muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, number, 1)
            if isinstance(value, CodeText):
                value.setAccessibleName(label)
        grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.banner)
        column.addLayout(grid)
        column.addStretch(1)
        self.show_trial(Trial())

    def show_trial(self, trial: Trial, *, tried: bool = False) -> None:
        """Show an answer; `tried` where a capture was asked about."""
        self._say(trial, tried=tried)
        for text, value in (
            (self.formula, trial.formula),
            (self.signed, trial.signed),
            (self.received, trial.received),
            (self.expected, trial.expected),
            (self.event_place, trial.event),
            (self.id_place, trial.delivery_id),
        ):
            text.setPlainText(plain.line(value) or NONE_SHOWN)
            text.updateGeometry()
        size = words.plural("1 byte", "%Ln bytes", trial.signed_size)
        self.extent.show_text(f"{size} · SHA-256 {trial.signed_sha256[:16]}…" if trial.signed_sha256 else "")
        self.extent.setVisible(bool(trial.signed_sha256))
        self.extent.setToolTip(plain.tooltip(trial.signed_sha256))

    def _say(self, trial: Trial, *, tried: bool) -> None:
        verdict = trial.verdict
        if trial.problem:
            self.banner.say("warn", self.tr("Not complete yet"), trial.problem)
        elif not tried:
            self.banner.say("neutral", self.tr("The recipe is complete"), self.tr("Choose a capture to try it on."))
        elif verdict is None:
            text = self.tr("The capture does not fulfil the conditions, so another provider would get it.")
            self.banner.say("warn", self.tr("Not recognised"), text)
        else:
            tone, title = titled(verdict)
            self.banner.say(tone, words.tr(title), verdict.explanation)

    def _value(self) -> CodeText:
        return CodeText(self)


def titled(verdict: Verdict) -> tuple[Tone, str]:
    """Tone and title of a verdict."""
    if verdict.status == "invalid" and verdict.matches:
        return "warn", "The signature matches; its age does not"
    return TITLES[verdict.status]
