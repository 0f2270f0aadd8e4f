"""Signature: the verdict and its proof, or the field for the secret that is missing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from inspector.core.capture import Capture
from inspector.core.messages import Explanation, Health
from inspector.gui import plain, words
from inspector.gui.faces import UNKNOWN_FACE, Face
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.banner import Banner
from inspector.gui.views.detail.mend_button import MendButton
from inspector.gui.views.detail.proof_view import ProofView
from inspector.gui.views.detail.scrolling import ScrollingPage
from inspector.gui.views.detail.secret_field import SecretField
from inspector.gui.views.detail.verdict_words import VerdictWords, verdict_words


class SignaturePage(ScrollingPage):
    """Banner, proof, field. `secret_given` carries provider, name (empty: choose one) and value."""

    secret_given = Signal(str, str, str)
    copied = Signal(str)
    app_check_wanted = Signal()
    """It is valid here, but an app refuses it."""
    find_scheme_wanted = Signal()
    """Nobody knows how the sender signs."""
    fetch_wanted = Signal()
    """The public key is to be fetched from its provider."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._capture: Capture | None = None
        self._face: Face = UNKNOWN_FACE
        self._words: VerdictWords | None = None
        self._explanation: Explanation | None = None
        self._given = ""
        self._keeps = ""
        self._earlier = -1
        self.banner = Banner(self._inner)
        self.secret = SecretField(self.banner)
        self.secret.given.connect(self._give)
        self.mend = MendButton()
        self.another = QPushButton(self.tr("Check with another secret"))
        self.another.clicked.connect(self._ask)
        self.fetch = QPushButton(self.tr("Fetch the key…"))
        self.fetch.clicked.connect(self.fetch_wanted)
        self.app_check = QPushButton(self.tr("Valid here, fails in your app?"))
        self.app_check.clicked.connect(self.app_check_wanted)
        self.find_scheme = QPushButton(self.tr("Find the scheme…"))
        self.find_scheme.clicked.connect(self.find_scheme_wanted)
        self.copy_button = QPushButton(self.tr("Copy explanation"))
        self.copy_button.clicked.connect(self._copy)
        self._buttons = QWidget(self.banner)
        # The mend has a row of its own, as its text may be long.
        rows = QVBoxLayout(self._buttons)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.mend)
        buttons = QHBoxLayout()
        rows.addLayout(buttons)
        for button in (self.fetch, self.another, self.app_check, self.find_scheme, self.copy_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.banner.add(self.secret)
        self.banner.add(self._buttons)
        self._remark = PlainLabel(role="invalid", selectable=True)
        self._where = PlainLabel(role="muted", selectable=True)
        self.proof = ProofView(self._inner)
        self.proof.copied.connect(self.copied)
        for part in (self.banner, self._remark, self._where, self.proof):
            self.add(part)
        for label in (self._remark, self._where):
            label.setWordWrap(True)

    def show_capture(self, capture: Capture, explanation: Explanation | None, face: Face) -> None:
        """Fill the page. The same capture again leaves alone what is being typed."""
        same = self._capture is not None and self._capture.id == capture.id
        judged = same and self._capture is not None and self._capture.judgement == capture.judgement
        if not same or face != self._face:
            self.secret.show_face(face)
            self._earlier = -1
        if not judged:
            self.show_remark("")
            self.show_busy(False)
        self._capture, self._face, self._explanation = capture, face, explanation
        self._words = verdict_words(capture.judgement, face, capture.request.received_at)
        self.banner.say(self._words.tone, self._words.title, self._words.sentence)
        verdict = capture.judgement.verdict
        asks = verdict.status == "no-secret" and verdict.cause != "key-unavailable"
        self._arrange(invalid=verdict.status == "invalid", asks=asks if not judged else not self.secret.isHidden())
        self.mend.show_mend(None if explanation is None else explanation.mend, face)
        self.proof.show_explanation(explanation)
        if not same:
            self.to_top()

    def forget_secret(self, capture_id: int) -> None:
        """Empty the field where it was filled for another capture."""
        if self._capture is not None and self._capture.id != capture_id:
            self.secret.field.clear()

    def show_health(self, health: Health) -> None:
        """Know where secrets are kept."""
        self._keeps = health.keyring
        self._tell_where()

    def show_earlier(self, count: int) -> None:
        """Know how many other captures the secret will check; -1 where that is not known."""
        self._earlier = count
        self._tell_where()

    def show_busy(self, busy: bool) -> None:
        """A secret is being checked."""
        self.secret.show_busy(busy)

    def show_checked(self) -> None:
        """The secret was checked, though the verdict may be the one of before."""
        self.show_busy(False)
        if self._capture is not None and self._capture.judgement.verdict.status == "invalid":
            self._arrange(invalid=True, asks=False)

    def show_remark(self, text: str) -> None:
        """Say what is wrong with the value that was given."""
        self._remark.show_text(text)
        self._remark.setVisible(bool(text))
        self.secret.field.setProperty("invalid", bool(text))
        self.secret.field.style().unpolish(self.secret.field)
        self.secret.field.style().polish(self.secret.field)

    def focus_secret(self) -> bool:
        """Put the cursor into the field where there is one."""
        if self.secret.isHidden():
            return False
        self.secret.field.setFocus()
        return True

    def _ask(self) -> None:
        self._arrange(invalid=True, asks=True)
        self.secret.field.setFocus()

    def _arrange(self, *, invalid: bool, asks: bool) -> None:
        """Show the field or the buttons. What has the keyboard and goes hands it on inside the page."""
        typing = self.secret.field.text() not in ("", self._given)
        valid = self._capture is not None and self._capture.judgement.verdict.status == "valid"
        keyless = self._capture is not None and self._capture.judgement.verdict.cause == "key-unavailable"
        open_ = self._capture is not None and self._capture.judgement.verdict.status in ("unknown", "unsigned")
        asks = asks or ((invalid or keyless) and typing)
        self.another.setText(self.tr("Enter it by hand") if keyless else self.tr("Check with another secret"))
        parts = {
            self.secret: asks,
            self.fetch: keyless and self._offer_key(),
            self.another: (invalid or keyless) and not asks,
            self.app_check: valid,
            self.find_scheme: open_,
            self._buttons: invalid or valid or keyless or open_,
        }
        heir = self.secret.field if asks else self.another if invalid or keyless else self
        for part in (part for part, shown in parts.items() if shown):
            part.show()
        focus = self.window().focusWidget()
        for part in (part for part, shown in parts.items() if not shown):
            if part is focus or part.isAncestorOf(focus):
                heir.setFocus(Qt.FocusReason.OtherFocusReason)
            part.hide()
        if not asks:
            self.secret.field.clear()
        self._tell_where()

    def _offer_key(self) -> bool:
        """Name the place where the key can be fetched; False where it cannot."""
        address = "" if self._explanation is None else self._explanation.key_address
        self.fetch.setToolTip(plain.tooltip(address))
        return bool(address)

    def _give(self, value: str) -> None:
        self._given = value
        if self._face.id is not None:
            self.secret_given.emit(self._face.id, "", value)

    def _tell_where(self) -> None:
        parts = [self._face.secret_where]
        if self._keeps:
            parts.append(self._keeps)
        if self._earlier > 0:
            one = "1 other capture from %2 will be checked with it."
            many = "%Ln other captures from %2 will be checked with it."
            parts.append(words.plural(one, many, self._earlier).replace("%2", self._face.label))
        self._where.show_text(" ".join(part for part in parts if part))
        self._where.setVisible(not self.secret.isHidden())

    def _copy(self) -> None:
        if self._words is None:
            return
        text = "\n".join([f"{self._words.title} {self._words.sentence}".strip(), *self.proof.lines()])
        QGuiApplication.clipboard().setText(text)
        self.copied.emit(text)
