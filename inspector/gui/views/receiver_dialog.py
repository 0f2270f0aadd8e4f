"""Checks a receiver: good events and bad ones to one address, and a card that says what it did."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from inspector.core.errors import UsageError
from inspector.core.messages import Health
from inspector.core.sending_wishes import ReceiverChecked
from inspector.dispatch.targets import target_url
from inspector.gui import plain, theme, words
from inspector.gui.faces import Faces
from inspector.gui.plain import PlainLabel
from inspector.gui.views.choice_box import ChoiceBox
from inspector.gui.views.detail.labels import hairline
from inspector.gui.views.editing.offer_field import OfferField
from inspector.gui.views.receiver_card import ReceiverCard, summary
from inspector.gui.views.samples.offered import Offered
from inspector.providers.registry import find
from inspector.providers.samples.secret import NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureBase:
    """The capture that is checked with."""

    id: int
    provider: str
    event: str
    secret: str = ""
    """The name of the one that verified it; empty where none did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverDraft:
    """One check: with the capture `of`, else with a provider's sample; `secret` is empty for the usual one."""

    target: str
    of: int | None = None
    provider: str = ""
    event: str = ""
    secret: str = ""


class ReceiverDialog(QDialog):
    """`check_wanted` carries a ReceiverDraft; the dialog stays open for more."""

    check_wanted = Signal(object)

    def __init__(
        self,
        faces: Faces,
        samples: Sequence[Offered],
        capture: CaptureBase | None,
        *,
        health: Health,
        target: str = "",
        recent: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._capture = capture
        self._health = health
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Test my receiver"))
        self.resize(theme.px(700), theme.px(420))
        self.events = ChoiceBox(self)
        self.events.setAccessibleName(self.tr("Event"))
        if capture is not None:
            said = self.tr("Capture #%1").replace("%1", words.counted(capture.id))
            self.events.addItem(plain.line(f"{said}  ·  {capture.event}".rstrip(" ·")), (capture.provider, ""))
        for one in sorted(samples, key=lambda one: faces(one.provider).label.casefold()):
            text = f"{faces(one.provider).label}  ·  {one.event}"
            self.events.addItem(plain.line(text), (one.provider, one.event))
        self.target = OfferField(self.tr("Target"), self)
        for address in dict.fromkeys(filter(None, (target, *recent))):
            self.target.addItem(plain.line(address))
        self.target.setCurrentIndex(0 if self.target.count() else -1)
        if line := self.target.lineEdit():
            line.setPlaceholderText("localhost:3000")
        self.secret = ChoiceBox(self)
        self.secret.setAccessibleName(self.tr("Secret"))
        self.remark = PlainLabel("", self, role="muted")
        self.card = ReceiverCard(self)
        self.outcome = PlainLabel("", self, role="muted")
        self.outcome.setAccessibleName(self.tr("What came of it"))
        self.outcome.setWordWrap(True)
        for box in (self.events, self.target, self.secret):
            # Names and events of any length are cut, rather than that the dialog outgrows the window.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(30)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.check = self._buttons.addButton(self.tr("Check"), QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self.events.currentIndexChanged.connect(self._show_event)
        self.target.editTextChanged.connect(self._check_target)
        self.check.clicked.connect(self._start)
        self._buttons.rejected.connect(self.reject)
        self._show_event()

    def show_busy(self) -> None:
        """It is on its way."""
        self.card.clear(find(self._chosen[0]))
        self._say(self.tr("Sending…"), "muted")
        self.check.setEnabled(False)

    def show_checked(self, checked: ReceiverChecked) -> None:
        """Show what came of it."""
        self.card.show_checked(checked)
        self._say(summary(checked), "valid" if checked.passed else "invalid")
        self.check.setEnabled(True)

    def show_problem(self, sentence: str) -> None:
        """Say why it could not be checked."""
        self._say(sentence, "invalid")
        self.check.setEnabled(True)

    def show_nothing_sent(self) -> None:
        """The user decided otherwise."""
        self._say("", "muted")
        self.check.setEnabled(True)

    @property
    def _chosen(self) -> tuple[str, str]:
        """Provider and event; no event is the capture."""
        provider, event = self.events.currentData() or ("", "")
        return str(provider), str(event)

    def _show_event(self) -> None:
        provider, event = self._chosen
        stored = [one.name for one in self._health.secrets if one.provider == provider]
        verified = self._capture.secret if self._capture is not None and not event else ""
        self.secret.clear()
        if verified:
            self.secret.addItem(plain.line(self.tr("The one that verified it: “%1”").replace("%1", verified)), "")
        elif event or not stored:
            self.secret.addItem(self.tr("The sample secret"), "" if event else NAME)
        for name in stored:
            if name != verified:
                self.secret.addItem(plain.line(f"“{name}”"), name)
        self.card.clear(find(provider))
        self._say("", "muted")
        self._check_target()

    def _check_target(self) -> bool:
        text, said, problem = self.target.currentText().strip(), "", ""
        try:
            provider, event = self._chosen
            path = f"/hooks/{provider}" if event else "/…"
            said = self.tr("Goes to %1").replace("%1", target_url(text, path)) if text else ""
        except UsageError as error:
            problem = str(error)
        self.remark.show_text(
            problem or said or self.tr("Where the app under test listens, for example localhost:3000.")
        )
        theme.set_role(self.remark, "invalid" if problem else "muted")
        return bool(text) and not problem

    def _start(self) -> None:
        if not self.check.isEnabled() or not self._check_target():
            return
        provider, event = self._chosen
        of = self._capture.id if self._capture is not None and not event else None
        draft = ReceiverDraft(
            target=self.target.currentText().strip(), of=of, provider=provider, event=event,
            secret=str(self.secret.currentData() or ""),
        )  # fmt: skip
        self.show_busy()
        self.check_wanted.emit(draft)

    def _say(self, text: str, role: str) -> None:
        self.outcome.show_text(text)
        theme.set_role(self.outcome, role)

    def _lay_out(self) -> None:
        theme.set_role(self.check, "primary")
        self.check.setDefault(True)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(14))
        form.setVerticalSpacing(theme.px(6))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, field in (
            (self.tr("Event"), self.events), (self.tr("Send to"), self.target), ("", self.remark),
            (self.tr("Signed with"), self.secret),
        ):  # fmt: skip
            form.addRow(PlainLabel(title, role="muted"), field)
        bottom = QHBoxLayout()
        bottom.setSpacing(theme.px(10))
        bottom.addWidget(self.outcome, 1)
        bottom.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addLayout(form)
        column.addWidget(hairline())
        column.addWidget(self.card)
        column.addStretch(1)
        column.addWidget(hairline())
        column.addLayout(bottom)
