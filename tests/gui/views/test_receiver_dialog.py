"""The dialog that checks a receiver."""

from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.core.secret import SecretName
from inspector.core.sending_wishes import CheckLine, ReceiverChecked
from inspector.gui.views.receiver_dialog import CaptureBase, ReceiverDialog, ReceiverDraft
from inspector.providers.samples.registry import SAMPLES
from tests.gui.stage import FACES

HEALTH = Health(secrets=(SecretName(provider="stripe", name="staging"), SecretName(provider="github", name="other")))
BASE = CaptureBase(id=17, provider="stripe", event="invoice.paid")


def opened(
    qtbot: QtBot, base: CaptureBase | None = BASE, target: str = "3000"
) -> tuple[ReceiverDialog, list[ReceiverDraft]]:
    """The dialog and what it asks for."""
    dialog = ReceiverDialog(FACES, SAMPLES, base, health=HEALTH, target=target)
    qtbot.addWidget(dialog)
    drafts: list[ReceiverDraft] = []
    dialog.check_wanted.connect(drafts.append)
    dialog.open()
    return dialog, drafts


def test_it_begins_with_the_capture(qtbot: QtBot) -> None:
    """Its provider's secrets are offered; one of them is chosen."""
    dialog, drafts = opened(qtbot)
    dialog.check.click()

    assert dialog.events.currentText() == "Capture #17  ·  invoice.paid"
    assert [dialog.secret.itemText(index) for index in range(dialog.secret.count())] == ["“staging”"]
    assert drafts == [ReceiverDraft(target="3000", of=17, provider="stripe", secret="staging")]
    assert not dialog.check.isEnabled()


def test_the_secret_that_is_offered_first_is_there(qtbot: QtBot) -> None:
    """The one that verified the capture; where its provider has none at all, the sample secret."""
    verified, drafts = opened(qtbot, CaptureBase(id=17, provider="stripe", event="invoice.paid", secret="staging"))
    verified.check.click()
    none, others = opened(qtbot, CaptureBase(id=18, provider="slack", event=""))
    none.check.click()

    assert verified.secret.currentText() == "The one that verified it: “staging”"
    assert verified.secret.count() == 1
    assert none.secret.currentText() == "The sample secret"
    assert [draft.secret for draft in (*drafts, *others)] == ["", "sample"]


def test_any_sample_can_be_sent(qtbot: QtBot) -> None:
    """Also where nothing was captured yet."""
    dialog, drafts = opened(qtbot, None)
    dialog.events.setCurrentIndex(dialog.events.findText("GitHub  ·  push"))
    dialog.check.click()

    assert drafts == [ReceiverDraft(target="3000", provider="github", event="push")]


def test_without_a_target_nothing_is_sent(qtbot: QtBot) -> None:
    """One that cannot be read is said at once."""
    dialog, drafts = opened(qtbot, target="")
    dialog.check.click()
    dialog.target.setEditText("ftp://x")
    dialog.check.click()

    assert "no http" in dialog.remark.text()
    assert drafts == []


def test_what_came_of_it(qtbot: QtBot) -> None:
    """A good one is green, one that accepts what it should refuse is red; then it can be checked again."""
    dialog, _ = opened(qtbot)
    dialog.show_busy()
    lines = (CheckLine(step="good", accepts=True, status=200), CheckLine(step="stale", accepts=False, status=200))
    dialog.show_checked(
        ReceiverChecked(provider="stripe", event="x", target="http://localhost:3000/", secret="s", lines=lines)
    )

    assert dialog.card.marks["good"].property("role") == "valid"
    assert dialog.card.marks["stale"].property("role") == "invalid"
    assert "accepts what it should refuse" in dialog.outcome.text()
    assert dialog.check.isEnabled()
    dialog.show_problem("Nothing answers.")
    assert dialog.outcome.text() == "Nothing answers."
    dialog.show_nothing_sent()
    assert dialog.outcome.text() == ""
