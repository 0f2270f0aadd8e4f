"""What came of checking a receiver, a line a step: what it should have done, and did."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from inspector.core.response import reason
from inspector.core.sending_wishes import CheckLine, ReceiverChecked, Step
from inspector.gui import theme, words
from inspector.gui.plain import PlainLabel
from inspector.providers.provider import Provider

STEPS: tuple[tuple[Step, str], ...] = (
    ("good", "A good event"),
    ("stale", "One that is too old"),
    ("future", "One that is too early"),
    ("tampered", "One that was changed on its way"),
    ("wrong-secret", "One signed with another secret"),
    ("unsigned", "One without a signature"),
    ("repeat", "The good event again"),
)


class ReceiverCard(QWidget):
    """Seven lines; before a check they say what is going to be sent."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(7))
        grid.setColumnStretch(3, 1)
        self.marks: dict[Step, PlainLabel] = {}
        self.told: dict[Step, PlainLabel] = {}
        for row, (step, text) in enumerate(STEPS):
            accepts = step in ("good", "repeat")
            should = self.tr("should be accepted") if accepts else self.tr("should be refused")
            self.marks[step] = PlainLabel("·", self, role="muted")
            self.marks[step].setFixedWidth(theme.px(14))
            self.told[step] = PlainLabel("", self, role="muted", selectable=True)
            self.told[step].setWordWrap(True)
            self.told[step].setAccessibleName(words.tr(text))
            cells = (self.marks[step], PlainLabel(words.tr(text), self), PlainLabel(should, self, role="muted"))
            for column, label in enumerate((*cells, self.told[step])):
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)

    def clear(self, provider: Provider | None) -> None:
        """Nothing was sent yet; what means nothing for the provider is said already."""
        timeless = provider is not None and all(scheme.timestamp is None for scheme in provider.schemes)
        for step, _ in STEPS:
            out = provider is not None and timeless and step in ("stale", "future")
            told = self.tr("Left out: %1 signs no time").replace("%1", provider.name) if provider and out else ""
            self._say(step, "–" if out else "·", told, "muted")

    def show_checked(self, checked: ReceiverChecked) -> None:
        """Show what came of each step."""
        for line in checked.lines:
            if line.left_out is not None:
                self._say(line.step, "–", self.tr("Left out: %1").replace("%1", line.left_out), "muted")
            elif line.passed:
                self._say(line.step, "✓", did(line), "valid")
            else:
                self._say(line.step, "✗", did(line), "invalid")

    def _say(self, step: Step, mark: str, text: str, role: str) -> None:
        self.marks[step].show_text(mark)
        self.told[step].show_text(text)
        theme.set_role(self.marks[step], role)
        theme.set_role(self.told[step], role)


def did(line: CheckLine) -> str:
    """What the receiver did, in words."""
    if line.status is None:
        return line.error or words.tr("No response came.")
    took = "" if line.duration_ms is None else f" · {words.duration(line.duration_ms)}"
    text = words.tr("accepted: %1") if line.took else words.tr("refused: %1")
    return text.replace("%1", f"{line.status} {reason(line.status)}".strip()) + took


def summary(checked: ReceiverChecked) -> str:
    """One sentence on all of it."""
    if checked.passed:
        return words.tr("It does what it should.")
    failed = [line for line in checked.lines if not line.passed]
    if failed[0].step == "good":
        text = words.tr(
            "It refuses a good event. Does it check with the secret “%1”? What it refuses proves nothing yet."
        )
        return text.replace("%1", checked.secret)
    if any(not line.accepts for line in failed):
        return words.tr("It accepts what it should refuse: anybody could send it such events.")
    return words.tr("It refuses an event that comes a second time; senders then try again and again.")
