"""Does what mends a failure when its button is pressed; the captures are judged again and the banner changes."""

from PySide6.QtGui import QAction

from inspector.core.capture import Capture
from inspector.core.mend import Mend
from inspector.core.messages import Explain, Explanation
from inspector.core.secret_wishes import MendSecret, SecretAdded
from inspector.gui import plain, words
from inspector.gui.commands.desk import Desk
from inspector.gui.commands.settings_commands import show_preferences
from inspector.gui.controllers.secret_giving import checked_words, kept_words
from inspector.gui.views.notice_bar import Notice


def connect_mending(desk: Desk, actions: dict[str, QAction]) -> None:
    """Connect the buttons on Overview and Signature; `actions` are the commands by name."""
    desk.window.detail.pages.mend_wanted.connect(lambda _: actions["mend"].trigger())


def mend_shown(desk: Desk) -> None:
    """Mend the failure of the capture in the detail, where something does."""
    shown = desk.selection.shown
    if shown is not None:
        desk.asking.start(_mend(desk, shown, desk.window.detail.mend), name="mending")


async def _mend(desk: Desk, shown: Capture, mend: Mend | None) -> None:
    if mend is None and can_mend(desk):
        # No page that tells it was looked at yet.
        told = await desk.asking.answer(Explain(id=shown.id), Explanation)
        mend = None if told is None else told.mend
    if mend is None:
        desk.asking.post(Notice(text=words.tr("Nothing in this program mends this one."), key="mend", seconds=6))
        return
    match mend.kind:
        case "secret":
            await _keep(desk, shown.id, mend)
        case "public-url":
            desk.public_url.use(mend.url)
        case "enter-url":
            show_preferences(desk, "public_url")
        case "sign-again":
            desk.signing.resend((shown.id,), shown)
        case "headers":
            desk.window.detail.turn_to("headers")
        case "bytes":
            desk.window.detail.turn_to("raw")


async def _keep(desk: Desk, id: int, mend: Mend) -> None:
    added = await desk.asking.answer(MendSecret(id=id), SecretAdded)
    if added is None:
        return
    kept = words.tr("The secret is kept as “%1”, %2.").replace("%2", kept_words(added.kept))
    said = (checked_words(added), kept.replace("%1", plain.line(mend.secret)))
    desk.asking.post(Notice(text=" ".join(filter(None, said)), kind="done", key="secret", seconds=8))


def can_mend(desk: Desk) -> bool:
    """Whether the capture in the detail is a failure."""
    shown = desk.selection.shown
    return shown is not None and shown.judgement.verdict.status == "invalid"
