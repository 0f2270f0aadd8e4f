"""Commands about samples and about the URL that senders are given."""

from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.views.samples.sample_dialog import SampleDialog
from inspector.providers.samples.registry import SAMPLES, sample_body, sample_headers


def show_samples(desk: Desk) -> None:
    """The dialog that sends samples; one that is open comes to the front."""
    open_already = desk.window.findChild(SampleDialog)
    if open_already is not None:
        open_already.raise_()
        open_already.activateWindow()
        return
    dialog = SampleDialog(
        desk.window.faces,
        SAMPLES,
        body_of,
        health=desk.asking.engine.health,
        limit=desk.habits.settings.max_body,
        recent=desk.habits.settings.recent_targets,
        parent=desk.window,
    )
    desk.window.health_shown.connect(dialog.show_health)
    dialog.send_wanted.connect(lambda draft: desk.sampling.send(draft, dialog))
    shown = desk.selection.shown
    dialog.choose((shown.judgement.provider if shown is not None else None) or SAMPLES[0].provider)
    dialog.open()


def body_of(provider: str, event: str) -> tuple[bytes, str]:
    """The body of a sample and its content type."""
    return sample_body(provider, event), sample_headers(provider, event).get("content-type") or ""


SAMPLE_COMMANDS: tuple[Command, ...] = (
    Command(
        name="sample", text="Send a sample…", menu="listener", run=show_samples, keys=("Ctrl+Shift+T",), needs="engine",
        begins=True,
    ),
    Command(
        name="public-url-back", text="Take the public URL back", menu="listener",
        run=lambda desk: desk.public_url.take_back(), needs="engine",
        possible=lambda desk: bool(desk.habits.settings.public_url),
    ),
)  # fmt: skip
