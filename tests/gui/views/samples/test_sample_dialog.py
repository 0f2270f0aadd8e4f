"""The dialog that sends samples."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.core.secret import SecretName
from inspector.core.sending_wishes import SampleSent
from inspector.gui.views.samples.draft import SampleDraft
from inspector.gui.views.samples.sample_dialog import SampleDialog
from inspector.providers.samples.registry import SAMPLES
from tests.gui.stage import FACES, is_front

RUNS = Health(
    listening=("http://127.0.0.1:8765",), keyring="session", secrets=(SecretName(provider="stripe", name="production"),)
)


@pytest.fixture
def dialog(qtbot: QtBot) -> SampleDialog:
    """Open at Stripe."""
    dialog = SampleDialog(
        FACES,
        SAMPLES,
        lambda provider, event, seed: (f'{{"of": "{event}", "id": {seed.number}}}'.encode(), "application/json"),
        health=RUNS,
        limit=1000,
    )
    dialog.choose("stripe")
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_ctrl_enter_sends_what_the_form_says(qtbot: QtBot, dialog: SampleDialog) -> None:
    """The body goes along only where it was edited; a second sending waits for the answer to the first."""
    sent: list[SampleDraft] = []
    dialog.send_wanted.connect(lambda draft: sent.append(replace(draft, seed=None)))
    qtbot.waitUntil(lambda: is_front(dialog))
    dialog.send.click()
    dialog.send.click()
    assert sent == [SampleDraft(provider="stripe", event="payment_intent.succeeded")]
    assert dialog.outcome.text() == "Sending…"

    dialog.show_sent(SampleSent(url="http://127.0.0.1:8765/hooks/stripe", status=200, duration_ms=3.2, body=b"ok"))
    dialog.form.body.text.replace_text("{}")
    dialog.form.secret.setCurrentIndex(1)
    dialog.form.target.setEditText("3000")
    qtbot.keyClick(dialog.providers.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent[1:] == [
        SampleDraft(provider="stripe", event="payment_intent.succeeded", target="3000", secret="production", body=b"{}")
    ]
    dialog.reject()


def test_what_is_shown_is_sent(dialog: SampleDialog) -> None:
    """Its seed goes along; after that the next one is shown, but for a body that was edited."""
    sent: list[SampleDraft] = []
    dialog.send_wanted.connect(sent.append)
    shown = dialog.form.body.content()
    dialog.send.click()
    assert sent[0].seed is not None
    assert f'"id": {sent[0].seed.number}'.encode() in shown

    dialog.show_sent(SampleSent(url="u", status=200, duration_ms=1.0))
    assert dialog.form.body.content() != shown
    dialog.form.body.text.replace_text("{}")
    dialog.send.click()
    dialog.show_sent(SampleSent(url="u", status=200, duration_ms=1.0))
    assert dialog.form.body.content() == b"{}"
    dialog.reject()


@pytest.mark.parametrize(
    ("answer", "says", "role"),
    [
        (SampleSent(url="u", status=200, duration_ms=3.2, body=b"ok"), ": 200 OK · 3.2 ms", "valid"),
        (SampleSent(url="u", status=301, duration_ms=None), ": 301 Moved Permanently", "warn"),
        (SampleSent(url="u", status=503, duration_ms=1.0), ": 503 Service Unavailable · 1.0 ms", "invalid"),
        (
            SampleSent(url="u", status=None, duration_ms=None, error="Connection refused."),
            "Connection refused.",
            "invalid",
        ),
    ],
)
def test_what_came_back_is_shown_in_place(dialog: SampleDialog, answer: SampleSent, says: str, role: str) -> None:
    """Status, time and the beginning of the body; the dialog stays for more."""
    dialog.send.click()
    dialog.show_sent(answer)

    assert dialog.outcome.text().endswith(says)
    assert dialog.outcome.property("role") == role
    assert dialog.response.text() == ("“ok”" if answer.body else "")
    assert dialog.isVisible()
    assert dialog.send.isEnabled()
    dialog.reject()


def test_a_hostile_answer_is_plain(dialog: SampleDialog) -> None:
    """What a target says is no markup, and bounded."""
    dialog.show_sent(SampleSent(url="u", status=200, duration_ms=1.0, body=b"<b>valid</b>\x1b[2J" + b"x" * 60_000))

    assert "<b>valid</b>◊[2J" in dialog.response.text()
    assert len(dialog.response.text()) < 600
    dialog.reject()


def test_a_target_that_cannot_be_read_is_not_sent_to(dialog: SampleDialog) -> None:
    """The sentence stands under the field."""
    sent: list[SampleDraft] = []
    dialog.send_wanted.connect(sent.append)
    dialog.form.target.setEditText("ftp://x")
    dialog.send.click()
    assert sent == []
    assert "no http or https address" in dialog.form.target_words.text()

    dialog.show_busy()
    dialog.show_nothing_sent()
    assert (dialog.outcome.text(), dialog.send.isEnabled()) == ("", True)
    dialog.reject()


def test_secrets_that_are_added_meanwhile_are_offered(dialog: SampleDialog) -> None:
    """The engine's health names them."""
    dialog.show_health(Health(secrets=(SecretName(provider="stripe", name="staging"),)))
    assert [dialog.form.secret.itemData(place) for place in range(dialog.form.secret.count())] == ["", "staging"]
    dialog.reject()


def test_a_listener_that_opens_meanwhile_is_the_target(dialog: SampleDialog) -> None:
    """A dialog that was open before it names it then; a target that the user named stays."""
    dialog.show_health(Health())
    assert not dialog.form.check_target()
    dialog.show_health(Health(listening=("http://127.0.0.1:8999",)))
    assert dialog.form.target.currentText() == "http://127.0.0.1:8999"
    assert dialog.form.check_target()
    assert dialog.form.chosen_target == ""

    dialog.form.target.setEditText("localhost:3000")
    dialog.show_health(Health(listening=("http://127.0.0.1:9000",)))
    assert dialog.form.chosen_target == "localhost:3000"
    dialog.reject()


def test_escape_closes_and_every_button_has_words(qtbot: QtBot, dialog: SampleDialog) -> None:
    """Those who hear the window know what each does; one of them is the primary one."""
    buttons = [button for button in dialog.findChildren(QAbstractButton) if button.isVisible()]
    assert [button for button in buttons if not (button.text() or button.accessibleName())] == []
    assert [button.text() for button in buttons if button.property("role") == "primary"] == ["Send"]

    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
