"""Sends a sample event of any provider, and stays open for more."""

from collections.abc import Callable, Sequence
from random import SystemRandom

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from inspector.core import clock
from inspector.core.messages import Health
from inspector.core.response import reason
from inspector.core.sending_wishes import SampleSent, Seed
from inspector.gui import plain, theme, words
from inspector.gui.faces import Faces
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.labels import ElidedLabel, hairline
from inspector.gui.views.samples.draft import SampleDraft
from inspector.gui.views.samples.offered import Offered
from inspector.gui.views.samples.provider_list import ProviderList
from inspector.gui.views.samples.sample_form import SampleForm

BodyOf = Callable[[str, str, Seed], tuple[bytes, str]]
"""Body and content type of a provider's event, made of a seed."""


class SampleDialog(QDialog):
    """Providers on the left, the sample on the right, below it what came back. `send_wanted` carries a SampleDraft."""

    send_wanted = Signal(object)
    remove_wanted = Signal(str, str)
    """Provider and title of one of the user's own samples."""
    key_wanted = Signal(str)
    """The public key of a provider's samples."""

    def __init__(
        self,
        faces: Faces,
        samples: Sequence[Offered],
        body_of: BodyOf,
        *,
        health: Health,
        limit: int,
        recent: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._samples = tuple(samples)
        self._body_of = body_of
        self._health = health
        self._seed = fresh_seed()
        self._sent = ""
        """The event that was sent last."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Send a sample"))
        # With large fonts that would be more than some screens have.
        self.resize(QSize(theme.px(910), theme.px(580)).boundedTo(self.screen().availableSize() * 0.92))
        self.providers = ProviderList(faces, samples, self)
        self.form = SampleForm(health.listening[0] if health.listening else "", recent, limit=limit, parent=self)
        self.outcome = PlainLabel("", self, role="muted")
        self.outcome.setAccessibleName(self.tr("What came back"))
        self.response = ElidedLabel(role="muted")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.send = self._buttons.addButton(self.tr("Send"), QDialogButtonBox.ButtonRole.ActionRole)
        self._lay_out()
        self.providers.chosen.connect(self._show_provider)
        self.form.event_chosen.connect(self._show_body)
        self.form.body.changed.connect(self._enable)
        self.form.remove_wanted.connect(self.remove_wanted)
        self.form.key_wanted.connect(self.key_wanted)
        self.send.clicked.connect(self._send)
        self._buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._send)
        self.providers.search.setFocus()
        self.providers.choose("")

    def choose(self, provider: str) -> None:
        """Begin with a provider."""
        self.providers.choose(provider)

    def show_health(self, health: Health) -> None:
        """Other secrets may be stored by now."""
        self._health = health
        self.form.show_own(health.listening[0] if health.listening else "")
        self.form.show_secrets(self._secrets(self.providers.provider), chosen=self.form.chosen_secret)

    def show_samples(self, samples: Sequence[Offered]) -> None:
        """Others are offered by now."""
        self._samples = tuple(samples)
        self.providers.show_samples(samples)

    def show_busy(self) -> None:
        """It is on its way."""
        self._say(self.tr("Sending…"), "muted", "")
        self.send.setEnabled(False)

    def show_sent(self, sent: SampleSent) -> None:
        """Show what came back."""
        if sent.status is None:
            self.show_problem(sent.error or self.tr("No response came."))
            return
        took = "" if sent.duration_ms is None else f" · {words.duration(sent.duration_ms)}"
        told = f"{self._sent}: {sent.status} {reason(sent.status)}".rstrip() + took
        body = sent.body[:500].decode("utf-8", "replace").strip()
        self._say(
            told,
            "valid" if sent.status < 300 else "warn" if sent.status < 400 else "invalid",
            f"“{body}”" if body else "",
        )
        if self.form.edited_body is None:
            self._show_body(self.form.chosen_event)
        self._enable()

    def show_problem(self, sentence: str) -> None:
        """Say why it could not be sent."""
        self._say(sentence, "invalid", "")
        self._enable()

    def show_nothing_sent(self) -> None:
        """The user decided otherwise."""
        self._say("", "muted", "")
        self._enable()

    def _say(self, text: str, role: str, response: str) -> None:
        self.outcome.show_text(text)
        theme.set_role(self.outcome, role)
        # A sentence has as much room as there is, and as many lines as it needs.
        self.outcome.setWordWrap(not response)
        self._bottom.setStretchFactor(self.outcome, 0 if response else 1)
        self.response.setVisible(bool(response))
        self.response.show_text(response)

    def _show_provider(self, provider: str) -> None:
        offered = [one for one in self._samples if one.provider == provider]
        matching = [one for one in offered if self.providers.matches(one)]
        self.form.show_events(provider, matching or offered, self._secrets(provider))

    def _show_body(self, event: str) -> None:
        self._seed = fresh_seed()
        self.form.show_body(*self._body_of(self.providers.provider, event, self._seed))
        self._enable()

    def _secrets(self, provider: str) -> list[str]:
        return [one.name for one in self._health.secrets if one.provider == provider]

    def _enable(self) -> None:
        self.send.setEnabled(self.form.body.is_readable())

    def _send(self) -> None:
        if not self.send.isEnabled() or not self.form.check_target():
            return
        form = self.form
        draft = SampleDraft(
            provider=self.providers.provider, event=form.chosen_event, target=form.chosen_target,
            secret=form.chosen_secret, body=form.edited_body, broken=form.chosen_break,
            seed=self._seed,
        )  # fmt: skip
        self._sent = plain.line(form.chosen_event, 60)
        self.show_busy()
        self.send_wanted.emit(draft)

    def _lay_out(self) -> None:
        theme.set_role(self.send, "primary")
        self.send.setDefault(True)
        self.send.setToolTip(self.tr("Ctrl+Enter"))
        self.providers.setFixedWidth(theme.px(260))
        parts = QHBoxLayout()
        parts.setSpacing(theme.px(16))
        parts.addWidget(self.providers)
        parts.addWidget(self.form, 1)
        self._bottom = bottom = QHBoxLayout()
        bottom.setSpacing(theme.px(10))
        bottom.addWidget(self.outcome, 1)
        bottom.addWidget(self.response, 1)
        bottom.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addLayout(parts, 1)
        column.addWidget(hairline())
        column.addLayout(bottom)


def fresh_seed() -> Seed:
    """Of which nothing was made yet."""
    return Seed(number=SystemRandom().getrandbits(63), at=clock.now())
