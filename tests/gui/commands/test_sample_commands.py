"""The commands about samples and the public URL."""

from dataclasses import replace

from inspector.core.own_samples import OwnSample, keep, remove
from inspector.core.sending_wishes import KeepSample, RemoveSample, SampleSent, SendSample, ShowPublicKey
from inspector.gui.commands.sample_commands import show_public_key
from inspector.gui.views.public_key_dialog import PublicKeyDialog
from inspector.gui.views.question import Question
from inspector.gui.views.samples.keep_dialog import KeepSampleDialog
from inspector.gui.views.samples.sample_dialog import SampleDialog
from inspector.providers.samples.registry import SAMPLES
from tests.gui.commands.conftest import Stage


def test_the_dialog_begins_with_the_provider_that_is_looked_at(stage: Stage) -> None:
    """Its body is there to be edited; Send leads to a wish, and what came back is shown. There is one such dialog."""
    stage.engine.answers[SendSample] = SampleSent(url="u", status=200, duration_ms=1.0)
    stage.select(8)
    stage.desk.habits.settings = replace(stage.desk.habits.settings, max_body=1000)
    stage.press("sample")
    stage.press("sample")
    [dialog] = stage.window.findChildren(SampleDialog)
    assert dialog.providers.provider == "stripe"
    assert dialog.form.body.content().startswith(b"{\n")
    assert dialog.form.edited_body is None
    assert dialog.form.body.limit == 1000

    stage.do(dialog.send.click)
    stage.loop.until(lambda: "200 OK" in dialog.outcome.text())
    [asked] = [wish for wish in stage.engine.asked if isinstance(wish, SendSample)]
    assert replace(asked, seed=None) == SendSample(provider="stripe", event="payment_intent.succeeded")
    stage.do(dialog.reject)


def test_every_sample_can_be_shown(stage: Stage) -> None:
    """Each event has a body that can be edited and passes its own check."""
    stage.press("sample")
    [dialog] = stage.window.findChildren(SampleDialog)
    for sample in SAMPLES:
        dialog.choose(sample.provider)
        dialog.form.events.setCurrentIndex(dialog.form.events.findData(sample.event))
        assert dialog.form.chosen_event == sample.event
        assert dialog.form.body.content()
        assert dialog.form.body.problem() == ""
    stage.do(dialog.reject)


def test_the_public_url_is_taken_back_by_a_command(stage: Stage) -> None:
    """It can be done only while there is one."""
    action = stage.desktop.actions.by_name["public-url-back"]
    stage.desktop.actions.refresh()
    assert not action.isEnabled()

    stage.do(lambda: stage.desk.public_url.use("https://abc.example.com"))
    stage.desktop.actions.refresh()
    assert action.isEnabled()
    stage.press("public-url-back")
    assert stage.desk.habits.settings.public_url == ""


def test_a_capture_becomes_a_sample(stage: Stage) -> None:
    """The engine is asked to keep it under the name that was given, and a notice says where it is found."""
    stage.select(5)
    stage.run("make-sample")
    dialog = stage.window.findChild(KeepSampleDialog)
    assert dialog is not None
    stage.do(lambda: dialog.title.setText("Mine"))
    stage.do(dialog.keep.click)
    stage.loop.until(lambda: any("“Mine”" in notice.text for notice in stage.window.notices.notices()))

    assert KeepSample(of=5, title="Mine", event="invoice.paid") in stage.engine.asked


def test_own_samples_are_offered_and_forgotten(stage: Stage) -> None:
    """With their own body; one that is forgotten is offered no more."""
    folder = stage.desk.paths.own_samples
    keep(folder, OwnSample(provider="stripe", event="invoice.paid", title="Mine", body=b'{"mine":1}'))
    stage.select(5)
    stage.run("sample")
    dialog = stage.window.findChild(SampleDialog)
    assert dialog is not None
    stage.do(lambda: dialog.form.events.setCurrentIndex(dialog.form.events.findData("Mine")))
    assert dialog.form.body.content() == b'{"mine":1}'
    assert not dialog.form.remove.isHidden()

    remove(folder, "stripe", "Mine")
    stage.do(dialog.form.remove.click)
    question = dialog.findChild(Question)
    assert question is not None
    stage.do(next(one for one in question.buttons() if "Forget" in one.text()).click)
    stage.loop.until(lambda: dialog.form.events.findData("Mine") < 0)
    assert RemoveSample(provider="stripe", title="Mine") in stage.engine.asked


def test_the_public_key_is_shown(stage: Stage) -> None:
    """Over the dialog that asked for it."""
    stage.engine.answers[ShowPublicKey] = "-----BEGIN PUBLIC KEY-----"
    stage.do(lambda: show_public_key(stage.desk, "stripe"))
    stage.loop.until(lambda: stage.window.findChild(PublicKeyDialog) is not None)
    dialog = stage.window.findChild(PublicKeyDialog)

    assert dialog is not None
    assert dialog.text.toPlainText() == "-----BEGIN PUBLIC KEY-----"
