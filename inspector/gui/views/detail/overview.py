"""Overview: what a capture is, in a few lines, and what to do next."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QWidget

from inspector.core.again import Wording, other_bytes, told
from inspector.core.capture import Capture
from inspector.core.filter.writing import write_term
from inspector.core.mend import Mend
from inspector.core.response import reason
from inspector.core.secret_query import hide_query
from inspector.gui import plain, words
from inspector.gui.faces import Face
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.banner import Banner
from inspector.gui.views.detail.fields import Fields
from inspector.gui.views.detail.mend_button import MendButton
from inspector.gui.views.detail.scrolling import ScrollingPage
from inspector.gui.views.detail.verdict_words import verdict_words


def tr(text: str) -> str:
    """A text in the language of the user."""
    return QCoreApplication.translate("Overview", text)


WORDING = Wording(text=tr, number=words.counted, duration=words.duration)

BY = {
    "default": "the default response",
    "rule": "a rule",
    "target": "the target",
    "handshake": "the handshake",
    "limit": "a limit",
}


class OverviewPage(ScrollingPage):
    """The verdict, then event, delivery, response, sender, and the next step."""

    copied = Signal(str)
    filter_wanted = Signal(str)
    secret_given = Signal(str, str, str)
    """Provider, name and value of a secret that came with a handshake."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._banner = Banner()
        self.mend = MendButton()
        self._banner.add(self.mend)
        self._banner.content.addStretch(1)
        self._fields = Fields()
        self._fields.copied.connect(self.copied)
        self._next = PlainLabel(role="muted", selectable=True)
        self._next.setWordWrap(True)
        for part in (self._banner, self._fields, self._next):
            self.add(part)

    def show_capture(self, capture: Capture, face: Face, mend: Mend | None = None) -> None:
        """Fill the page; `mend` is what mends a failure."""
        verdict = verdict_words(capture.judgement, face, capture.request.received_at)
        asks = capture.judgement.verdict.status == "no-secret"
        sentence = capture.judgement.verdict.explanation if asks else verdict.sentence
        self._banner.say(verdict.tone, verdict.title, sentence)
        self.mend.show_mend(mend, face)
        fields = self._fields
        fields.clear()
        judgement, request = capture.judgement, capture.request
        if request.malformed is not None:
            fields.add(tr("Not HTTP"), request.malformed, role="invalid")
        if not request.complete:
            fields.add(tr("Cut off"), tr("The sender broke off, or a limit cut the body."), role="invalid")
        event = " · ".join(part for part in (judgement.event, judgement.gist) if part)
        if event or judgement.handshake is None:
            fields.add(tr("Event"), event or tr("none"))
        if judgement.handshake is not None:
            self._tell_handshake(capture, judgement.handshake, face)
        if judgement.delivery_id is not None:
            fields.add(tr("Delivery"), judgement.delivery_id, mono=True, copy=True)
        fields.add(tr("Arrived"), arrived(capture))
        repeat = repeated(capture)
        if repeat:
            fields.add(tr("Again"), repeat, role="" if capture.repeat is None else "warn")
        other = other_bytes(capture, WORDING)
        if other:
            fields.add(tr("Other bytes"), other, role="invalid")
        if judgement.delivery_id is not None and (capture.attempt > 1 or capture.history.again):
            self._offer_all(judgement.delivery_id)
        fields.add(tr("Response"), responded(capture), role=_response_role(capture))
        fields.add(tr("Sender"), _sender(capture))
        if capture.dispatches:
            fields.add(tr("Sent to"), _sent(capture))
        if capture.note:
            fields.add(tr("Note"), capture.note)
        self._next.show_text(next_step(capture, face))
        self.to_top()

    def _tell_handshake(self, capture: Capture, kind: str, face: Face) -> None:
        response = capture.response
        if response is None or not response.why:
            self._fields.add(tr("Handshake"), kind)
        else:
            told = response.why if kind == capture.judgement.event else f"{kind} · {response.why}"
            self._fields.add(tr("Handshake"), told, role="" if response.by == "handshake" else "warn")
        provider, secret = capture.judgement.provider, secret_of(capture)
        if provider is None or secret is None:
            return
        button = QPushButton(tr("Store as %1’s secret").replace("%1", plain.line(face.label, 40)))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # Its own name, so that the same capture's secret replaces itself.
        button.clicked.connect(lambda: self.secret_given.emit(provider, f"capture-{capture.id}", secret))
        self._fields.add_widget(tr("Secret"), button)
        button.setAccessibleName(button.text())

    def _offer_all(self, delivery: str) -> None:
        button = QToolButton()
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        button.setProperty("role", "link")
        button.setText(tr("Show all attempts"))
        button.clicked.connect(lambda: self.filter_wanted.emit(write_term("delivery", delivery)))
        self._fields.add_widget("", button)


def secret_of(capture: Capture) -> str | None:
    """The secret that came with a handshake, if one did."""
    if capture.judgement.handshake is None:
        return None
    # The registry of handshakes is not worth its milliseconds at every start.
    from inspector.providers.handshakes.handed_over import handed_over  # noqa: PLC0415

    return handed_over(capture.request, capture.judgement)


def arrived(capture: Capture) -> str:
    """When it came, and for which attempt."""
    text = words.moment(capture.request.received_at)
    if capture.attempt > 1:
        text += " · " + tr("attempt %1").replace("%1", words.counted(capture.attempt))
    return text


def repeated(capture: Capture) -> str:
    """Why it came again, or empty."""
    return told(capture, WORDING)


def responded(capture: Capture) -> str:
    """What the sender was told, by what, and how long it took against the sender's limit."""
    response = capture.response
    if response is None:
        return tr("Response not recorded: the program ended before it was sent.")
    by = tr(BY[response.by]) if response.rule is None else tr("the rule “%1”").replace("%1", response.rule)
    text = f"{response.status} {reason(response.status)}".strip() + " · " + by
    if response.duration_ms is not None:
        text += " · " + tr("after %1").replace("%1", words.duration(response.duration_ms))
    deadline = capture.judgement.deadline_s
    if deadline is not None:
        text += " · " + tr("the sender waits %1").replace("%1", words.duration(deadline * 1000))
    return text


def _response_role(capture: Capture) -> str:
    response, deadline = capture.response, capture.judgement.deadline_s
    if response is None or response.status >= 400:
        return "warn"
    late = deadline is not None and response.duration_ms is not None and response.duration_ms > deadline * 1000
    return "warn" if late else ""


def _sender(capture: Capture) -> str:
    request = capture.request
    version = f"HTTP/{request.http_version}" if request.http_version else ""
    origin = {
        "received": "",
        "sample": tr("a sample"),
        "resend": tr("resent from #%1").replace("%1", str(capture.origin.of or "?")),
        "import": tr("imported from %1").replace("%1", capture.origin.file or "?"),
    }[capture.origin.kind]
    agent = request.headers.get("user-agent") or ""
    return " · ".join(part for part in (request.remote, version, request.tls or "", agent, origin) if part)


def _sent(capture: Capture) -> str:
    last = capture.dispatches[-1]
    came = last.error if last.status is None else f"{last.status} {reason(last.status)}".strip()
    times = words.plural("1 time", "%Ln times", len(capture.dispatches))
    return f"{times} · {hide_query(last.target)} · {came}"


def next_step(capture: Capture, face: Face) -> str:
    """One sentence: what to do about it; empty where there is nothing."""
    verdict, response = capture.judgement.verdict, capture.response
    if capture.request.malformed is not None:
        return tr("Next: compare Raw with what the sender meant to send.")
    if verdict.status == "no-secret":
        return tr("Next: paste %1 on the Signature page.").replace("%1", face.secret_words)
    if verdict.status == "invalid":
        return tr("Next: the Signature page shows what was received and what was expected.")
    if response is not None and response.status >= 400:
        return tr("Next: respond with a 2xx, else the sender may try again.")
    if secret_of(capture) is not None:
        return tr("Next: store the secret that came with it; later events are signed with that.")
    if capture.judgement.handshake is not None:
        return ""
    if verdict.status == "unsigned" and face.signs:
        return tr("Next: set a secret at %1, so that nobody else can send this.").replace("%1", face.label)
    return tr("Next: resend it to your own server.") if not capture.dispatches else ""
