"""Puts together what sends captures again, with the dialogs that it asks by."""

from collections.abc import Callable, Sequence
from pathlib import Path

from inspector.gui import words
from inspector.gui.controllers.asking import Asking
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.listing import Listing
from inspector.gui.controllers.receiver_checks import ReceiverChecks
from inspector.gui.controllers.resending import Resending
from inspector.gui.controllers.sampling import Sampling
from inspector.gui.controllers.selection import Selection
from inspector.gui.controllers.sending_many import SendingMany
from inspector.gui.controllers.signing import Signing
from inspector.gui.front import open_sample_question
from inspector.gui.reader import CaptureReader
from inspector.gui.sending import How
from inspector.gui.views.main_window import MainWindow
from inspector.gui.views.notice_bar import Notice
from inspector.gui.views.question import ask
from inspector.gui.views.results_dialog import Results
from inspector.gui.views.secret_choice_dialog import SecretChoiceDialog
from inspector.gui.views.target_dialog import TargetDialog


def make_resending(window: MainWindow, asking: Asking, habits: Habits, reader: CaptureReader) -> Resending:
    """Sending again, one and many."""
    results = Results(window, choose=lambda id: show_capture(window, id))
    resending = Resending(
        asking=asking,
        habits=habits,
        reader=reader,
        detail=window.detail,
        many=SendingMany(asking=asking, reader=reader, progress=window.progress, show=results.show),
        ask_target=lambda target, recent, how, given: open_target_dialog(window, target, recent, how, given),
        confirm=lambda place, count, agreed: open_question(window, place, count, agreed),
    )
    results.again_wanted.connect(resending.resend)
    return resending


def show_capture(window: MainWindow, id: int) -> None:
    """Select a capture, where the list holds it."""
    if not window.table.select_id(id):
        text = words.tr("Capture %1 is not in the list that the filter leaves.").replace("%1", words.counted(id))
        window.notices.post(Notice(text=text, key="hidden", seconds=5))


def make_signing(window: MainWindow, asking: Asking, resending: Resending) -> Signing:
    """Sending again with another signature."""
    return Signing(
        resending=resending,
        secrets=lambda: asking.engine.health.secrets,
        ask=lambda provider, names, chosen, given: open_secret_choice(window, provider, names, chosen, given),
    )


def make_sampling(
    window: MainWindow,
    asking: Asking,
    habits: Habits,
    reader: CaptureReader,
    selection: Selection,
    listing: Listing,
    resending: Resending,
    drafts: Path,
) -> Sampling:
    """Sending samples."""
    return Sampling(
        asking=asking,
        habits=habits,
        reader=reader,
        selection=selection,
        listing=listing,
        resending=resending,
        drafts=drafts,
        confirm=lambda place, agreed, refused: open_sample_question(window, place, agreed, refused),
    )


def make_checks(window: MainWindow, asking: Asking, resending: Resending) -> ReceiverChecks:
    """Checking a receiver."""
    return ReceiverChecks(
        asking=asking,
        resending=resending,
        confirm=lambda place, agreed, refused: open_sample_question(window, place, agreed, refused),
    )


def open_secret_choice(
    window: MainWindow,
    provider: str,
    names: Sequence[tuple[str, str]],
    chosen: str,
    given: Callable[[str], None],
) -> None:
    """Ask which secret signs."""
    dialog = SecretChoiceDialog(window.faces(provider).label, names, chosen, window)
    dialog.given.connect(given)
    dialog.open()


def open_target_dialog(
    window: MainWindow, target: str, recent: Sequence[str], how: How, given: Callable[[str], None]
) -> None:
    """Ask for a target."""
    dialog = TargetDialog(target, recent, window, how=how)
    dialog.given.connect(given)
    dialog.open()


def open_question(window: MainWindow, place: str, count: int, agreed: Callable[[], None]) -> None:
    """Ask once whether captures may leave this machine for a place."""
    text = words.plural("Send 1 capture to %1?", "Send %Ln captures to %1?", count).replace("%1", place)
    more = words.tr(
        "This is not on your machine. The capture goes there exactly as it came, with its headers and the secrets they "
        "hold. You will not be asked again for this place."
    )
    ask(window, text=text, more=more, yes=words.tr("Send"), agreed=agreed)
