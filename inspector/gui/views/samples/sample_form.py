"""What is sent, where to and signed with what: event, target, secret, and the body."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.core.errors import UsageError
from inspector.core.sending_wishes import BREAKS, Break
from inspector.dispatch.targets import target_url
from inspector.gui import plain, theme, words
from inspector.gui.plain import PlainLabel
from inspector.gui.views.choice_box import ChoiceBox
from inspector.gui.views.editing.body_editor import BodyEditor
from inspector.gui.views.editing.offer_field import OfferField
from inspector.gui.views.samples.offered import Offered, OwnOffer
from inspector.providers.samples.secret import pair_kinds, unsigned

BROKEN_WORDS: tuple[tuple[Break, str], ...] = (
    ("stale", "Too old"),
    ("future", "Too early"),
    ("tampered", "Changed on its way"),
    ("wrong-secret", "Signed with another secret"),
    ("unsigned", "Without a signature"),
)


class SampleForm(QWidget):
    """Fields of one sample. `event_chosen` asks for its body."""

    event_chosen = Signal(str)
    remove_wanted = Signal(str, str)
    """Provider and title of one of the user's own samples."""
    key_wanted = Signal(str)
    """The public key of a provider's samples."""

    def __init__(self, own: str, recent: Sequence[str], *, limit: int, parent: QWidget | None = None) -> None:
        """`own` is the address of this listener, empty while none is open; `recent` the targets of before.

        `limit` is how many bytes a body may have.
        """
        super().__init__(parent)
        self._address = own
        self._own: dict[str, str] = {}
        """Paths of the user's own samples."""
        self._with_keys = pair_kinds()
        self._unsigned = unsigned()
        self._given = b""
        self._provider = ""
        self.events = ChoiceBox(self)
        self.events.setAccessibleName(self.tr("Event"))
        self.target = OfferField(self.tr("Target"), self)
        for one in dict.fromkeys(filter(None, (own, *recent))):
            self.target.addItem(plain.line(one))
        self.target.setCurrentIndex(0 if self.target.count() else -1)
        line = self.target.lineEdit()
        if line is not None:
            line.setPlaceholderText("localhost:3000")
        self.secret = ChoiceBox(self)
        self.secret.setAccessibleName(self.tr("Secret"))
        self.broken = ChoiceBox(self)
        self.broken.setAccessibleName(self.tr("Break"))
        self.broken.addItem(self.tr("Nothing: a good signature"), "")
        for broken, text in BROKEN_WORDS:
            self.broken.addItem(words.tr(text), broken)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.remove.setToolTip(self.tr("Forget this sample of yours"))
        self.public_key = QPushButton(self.tr("Show public key…"), self)
        for button in (self.remove, self.public_key):
            button.setAutoDefault(False)
            button.hide()
        self.target_words = PlainLabel("", self, role="muted")
        self.secret_words = PlainLabel("", self, role="muted")
        self.body = BodyEditor(self, limit=limit)
        form = QFormLayout()
        form.setHorizontalSpacing(theme.px(14))
        form.setVerticalSpacing(theme.px(5))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(PlainLabel(self.tr("Event"), role="muted"), beside(self.events, self.remove))
        form.addRow(PlainLabel(self.tr("Send to"), role="muted"), self.target)
        form.addRow("", self.target_words)
        form.addRow(PlainLabel(self.tr("Signed with"), role="muted"), beside(self.secret, self.public_key))
        form.addRow("", self.secret_words)
        form.addRow(PlainLabel(self.tr("Break"), role="muted"), self.broken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(form)
        column.addWidget(self.body, 1)
        self.events.currentIndexChanged.connect(self._choose_event)
        self.remove.clicked.connect(lambda: self.remove_wanted.emit(self._provider, self.chosen_event))
        self.public_key.clicked.connect(lambda: self.key_wanted.emit(self._provider))
        self.target.editTextChanged.connect(self.check_target)
        self.secret.currentIndexChanged.connect(self._show_secret)

    @property
    def chosen_event(self) -> str:
        """The event as the provider calls it; empty where none is chosen."""
        return str(self.events.currentData() or "")

    @property
    def chosen_target(self) -> str:
        """Empty for the own address."""
        text = self.target.currentText().strip()
        return "" if text == self._address else text

    @property
    def chosen_secret(self) -> str:
        """The name of a stored secret; empty for the sample secret."""
        return str(self.secret.currentData() or "")

    @property
    def chosen_break(self) -> Break | None:
        """In which way the signature is to be bad, if it is."""
        return next((one for one in BREAKS if one == self.broken.currentData()), None)

    @property
    def edited_body(self) -> bytes | None:
        """The body where it was edited, else None."""
        content = self.body.content()
        return None if content == self._given else content

    def show_events(self, provider: str, samples: Sequence[Offered], secrets: Sequence[str]) -> None:
        """Offer the samples of a provider, and the secrets of it by name."""
        event, secret = self.chosen_event, self.chosen_secret
        self.events.blockSignals(True)
        self.events.clear()
        for sample in samples:
            first, second = words.tr(sample.title), sample.event
            if isinstance(sample, OwnOffer):
                first, second = second, first
            self.events.addItem(plain.line(f"{first}  ·  {second}"), sample.event)
        self.events.setCurrentIndex(max(0, self.events.findData(event) if provider == self._provider else 0))
        self.events.blockSignals(False)
        self._own = {sample.event: sample.target for sample in samples if isinstance(sample, OwnOffer)}
        self.remove.setVisible(self.chosen_event in self._own)
        self.public_key.setVisible(provider in self._with_keys)
        changed = (provider, self.chosen_event) != (self._provider, event)
        stays = provider == self._provider
        self._provider = provider
        self.show_secrets(secrets, chosen=secret if stays else "")
        if changed:
            self.event_chosen.emit(self.chosen_event)
        self.check_target()

    def show_secrets(self, names: Sequence[str], *, chosen: str) -> None:
        """Offer the sample secret, then the stored ones."""
        self.secret.blockSignals(True)
        self.secret.clear()
        with_keys, signs = self._provider in self._with_keys, self._provider not in self._unsigned
        usual = self.tr("The sample key pair") if with_keys else self.tr("The sample secret")
        self.secret.addItem(usual if signs else self.tr("Nothing"), "")
        self.secret.setEnabled(signs)
        self.broken.setEnabled(signs)
        if not signs:
            self.broken.setCurrentIndex(0)
        for name in names:
            self.secret.addItem(plain.line(f"“{name}”"), name)
        self.secret.setCurrentIndex(max(0, self.secret.findData(chosen)))
        self.secret.blockSignals(False)
        self._show_secret()

    def show_own(self, own: str) -> None:
        """This listener may have been opened or moved since; another target that is named stays."""
        before, self._address = self._address, own
        if own == before:
            return
        if own:
            self.target.insertItem(0, plain.line(own))
        if self.target.currentText().strip() == before:
            self.target.setEditText(plain.line(own))
        self.check_target()

    def show_body(self, content: bytes, content_type: str) -> None:
        """Show the body of a sample."""
        self._given = content
        self.body.set_content(content, content_type)

    def check_target(self) -> bool:
        """Say where it goes, or what is wrong with the target; whether it can be sent to."""
        path = self._own.get(self.chosen_event, f"/hooks/{self._provider}")
        target, problem, said = self.chosen_target, "", ""
        if not self.target.currentText().strip():
            problem = self.tr("Name a target: http://localhost:3000/hooks, localhost:3000 or 3000.")
        elif target:
            try:
                said = self.tr("Goes to %1").replace("%1", target_url(target, path))
            except UsageError as error:
                problem = str(error)
        else:
            said = self.tr("This listener; the path is %1").replace("%1", path)
        self.target_words.show_text(problem or said)
        theme.set_role(self.target_words, "invalid" if problem else "muted")
        return not problem

    def _choose_event(self) -> None:
        self.remove.setVisible(self.chosen_event in self._own)
        self.check_target()
        self.event_chosen.emit(self.chosen_event)

    def _show_secret(self) -> None:
        name = self.chosen_secret
        if self._provider in self._unsigned:
            said = self.tr("This provider signs nothing; it goes as it is.")
        elif name:
            said = self.tr("Signed with the stored secret “%1”.").replace("%1", name)
        elif self._provider in self._with_keys:
            said = self.tr("Signed with a key pair made for you; the app under test needs its public half.")
        else:
            said = self.tr("Signed with a secret made for you; works offline.")
        self.secret_words.show_text(said)


def beside(field: QWidget, button: QPushButton) -> QHBoxLayout:
    """A field with a button at its end."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
