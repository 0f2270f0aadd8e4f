"""The commands about samples and the public URL."""

from dataclasses import replace

from inspector.core.sending_wishes import SampleSent, SendSample
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
    assert SendSample(provider="stripe", event="payment_intent.succeeded") in stage.engine.asked
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
