"""Commands about samples and about the URL that senders are given."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from inspector.core import own_samples
from inspector.core.sending_wishes import KeepSample, RemoveSample, Seed, ShowPublicKey
from inspector.gui import plain, words
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.secret_places import names_of
from inspector.gui.views.notice_bar import Notice
from inspector.gui.views.public_key_dialog import PublicKeyDialog
from inspector.gui.views.question import ask
from inspector.gui.views.samples.keep_dialog import KeepSampleDialog
from inspector.gui.views.samples.offered import Offered, own_offers
from inspector.gui.views.samples.sample_dialog import SampleDialog
from inspector.providers.samples.own import signature_fields
from inspector.providers.samples.registry import SAMPLES, sample_body, sample_headers


def show_samples(desk: Desk) -> None:
    """The dialog that sends samples; one that is open comes to the front."""
    open_already = desk.window.findChild(SampleDialog)
    if open_already is not None:
        open_already.raise_()
        open_already.activateWindow()
        return
    folder = desk.paths.own_samples
    dialog = SampleDialog(
        desk.window.faces,
        offered(folder),
        partial(body_of, folder),
        health=desk.asking.engine.health,
        limit=desk.habits.settings.max_body,
        recent=desk.habits.settings.recent_targets,
        parent=desk.window,
    )
    desk.window.health_shown.connect(dialog.show_health)
    dialog.send_wanted.connect(lambda draft: desk.sampling.send(draft, dialog))
    dialog.remove_wanted.connect(lambda provider, title: remove_sample(desk, dialog, provider, title))
    dialog.key_wanted.connect(lambda provider: show_public_key(desk, provider))
    shown = desk.selection.shown
    dialog.choose((shown.judgement.provider if shown is not None else None) or SAMPLES[0].provider)
    dialog.open()


def offered(folder: Path) -> tuple[Offered, ...]:
    """Our samples, then the user's own."""
    return (*SAMPLES, *own_offers(own_samples.read_all(folder)))


def body_of(folder: Path, provider: str, event: str, seed: Seed) -> tuple[bytes, str]:
    """The body that a sample of this seed has, and its content type."""
    own = own_samples.find(folder, provider, event)
    if own is not None:
        return own.body, own.headers.get("content-type") or ""
    return sample_body(provider, event, seed), sample_headers(provider, event).get("content-type") or ""


def remove_sample(desk: Desk, dialog: SampleDialog, provider: str, title: str) -> None:
    """Forget a sample of the user's own, once that was agreed to."""

    async def remove() -> None:
        if await desk.asking.done(RemoveSample(provider=provider, title=title)) and isValid(dialog):
            dialog.show_samples(offered(desk.paths.own_samples))

    ask(
        dialog,
        text=words.tr("Forget the sample “%1”?").replace("%1", title),
        more=words.tr("Its file is removed. The capture that it was made of stays."),
        yes=words.tr("Forget"),
        agreed=lambda: desk.asking.start(remove(), name="forgetting a sample"),
    )


def show_public_key(desk: Desk, provider: str) -> None:
    """The public half of the key pair that a provider's samples are signed with."""

    async def show() -> None:
        text = await desk.asking.answer(ShowPublicKey(provider=provider), str)
        if text is not None:
            parent = QApplication.activeModalWidget() or desk.window
            PublicKeyDialog(desk.window.faces(provider).label, text, parent).open()

    desk.asking.start(show(), name="public key")


def make_sample(desk: Desk) -> None:
    """Ask how the capture in the detail is called as a sample, and keep it."""
    shown = desk.selection.shown
    if shown is None:
        return
    provider, event = shown.judgement.provider or "", shown.judgement.event or ""
    taken = [one.event for one in offered(desk.paths.own_samples) if one.provider == provider]
    left_out = signature_fields(provider)
    secrets = [name for name in names_of(shown.judgement) if name.lower().encode() not in left_out]
    dialog = KeepSampleDialog(
        desk.window.faces(provider).label, event, taken, secrets, number=shown.id, parent=desk.window
    )
    dialog.given.connect(
        lambda title, event: desk.asking.start(keep_sample(desk, shown.id, title, event), name="keeping a sample")
    )
    dialog.open()


async def keep_sample(desk: Desk, id: int, title: str, event: str) -> None:
    """Keep it, and say where it is found."""
    if await desk.asking.done(KeepSample(of=id, title=title, event=event)):
        text = words.tr("Kept as a sample: “%1”. Send a sample… offers it.").replace("%1", plain.line(title, 60))
        desk.asking.post(Notice(text=text, kind="done", key="sample", seconds=6))


def is_of_a_provider(desk: Desk) -> bool:
    """Whether one capture is selected whose sender is known."""
    shown = desk.selection.shown
    return shown is not None and desk.selection.ids() == (shown.id,) and shown.judgement.provider is not None


SAMPLE_COMMANDS: tuple[Command, ...] = (
    Command(
        name="sample", text="Send a sample…", menu="listener", run=show_samples, keys=("Ctrl+Shift+T",), needs="engine",
        begins=True,
    ),
    Command(
        name="make-sample", text="Make a sample of this…", menu="capture", run=make_sample, needs="selection",
        possible=is_of_a_provider,
    ),
    Command(
        name="public-url-back", text="Take the public URL back", menu="listener",
        run=lambda desk: desk.public_url.take_back(), needs="engine",
        possible=lambda desk: bool(desk.habits.settings.public_url),
    ),
)  # fmt: skip
