"""Short remarks about a capture: painted as pills behind its event, and read aloud."""

from inspector.core.capture import Summary
from inspector.gui import words
from inspector.gui.models.folds import Fold


def is_failure(row: Summary) -> bool:
    """Whether a row has the red edge: its signature is not valid, or its bytes could not be read."""
    return row.signature == "invalid" or row.malformed


def pills_of(row: Summary) -> list[tuple[str, bool]]:
    """Short remarks behind the event, and whether each is a warning."""
    pills: list[tuple[str, bool]] = []
    match row.repeat:
        case "retry":
            pills.append((words.tr("retry %1").replace("%1", str(row.attempt)), False))
        case "duplicate":
            pills.append((words.tr("duplicate"), True))
        case "redelivery":
            pills.append((words.tr("redelivery"), False))
        case "same-event":
            pills.append((words.tr("same event"), False))
    if row.other_bytes and row.repeat not in (None, "same-event"):
        pills.append((words.tr("other bytes"), True))
    if row.handshake:
        pills.append((words.tr("handshake"), False))
    match row.origin:
        case "sample":
            pills.append((words.tr("sample"), False))
        case "resend":
            pills.append((words.tr("resent"), False))
        case "import":
            pills.append((words.tr("import"), False))
    if row.malformed:
        pills.append((words.tr("malformed"), True))
    elif not row.complete:
        pills.append((words.tr("cut off"), True))
    return pills


def folded_words(row: Summary, fold: Fold) -> str:
    """How a row stands where repeats are folded, and what that means for whoever acts on it; empty for most."""
    match fold:
        case "closed":
            came = words.plural("Came %Ln time.", "Came %Ln times.", row.again + 1)
            other = words.tr("Not all with the same bytes.") + " " if row.other_bytes else ""
            return (
                came
                + " "
                + other
                + words.tr("Whatever you do concerns this first arrival alone; → unfolds the others.")
            )
        case "open":
            return words.tr("Its repeats stand below; ← folds them.")
        case "under":
            return words.tr("A repeat of #%1; ← folds it.").replace("%1", words.counted(row.duplicate_of or 0))
        case "":
            return ""


def aloud(row: Summary, fold: Fold = "") -> str:
    """Everything that a row shows without words: unread, pinned, failed, and its remarks."""
    parts = [
        words.tr("unread") if row.unread else "",
        words.tr("pinned") if row.pinned else "",
        words.tr("failed") if is_failure(row) else "",
        *(text for text, _ in pills_of(row)),
        folded_words(row, fold),
    ]
    return ", ".join(part for part in parts if part)
