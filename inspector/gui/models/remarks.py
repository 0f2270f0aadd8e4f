"""Short remarks about a capture: painted as pills behind its event, and read aloud."""

from dataclasses import replace
from datetime import datetime

from inspector.core.capture import Summary
from inspector.gui import words
from inspector.gui.models.folds import Fold


def is_failure(row: Summary) -> bool:
    """Whether a row has the red edge: its signature is not valid, or its bytes could not be read."""
    return row.signature == "invalid" or row.malformed


def as_it_stands(row: Summary, fold: Fold) -> Summary:
    """The row as it is shown: where repeats are folded under it, it is unread as long as one of them is."""
    if fold == "closed":
        return replace(row, unread=row.unread or row.again_unread)
    return row if row.again_at is None else replace(row, again_at=None)


def _last(first: datetime, last: datetime) -> str:
    one, other = first.astimezone(), last.astimezone()
    return f"{other:%H:%M:%S}" if one.date() == other.date() else words.day_and_clock(last)


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
    if row.again_at is not None:
        pills.append((words.tr("last %1").replace("%1", _last(row.received_at, row.again_at)), False))
    if row.other_bytes and row.repeat not in (None, "same-event"):
        pills.append((words.tr("other bytes"), True))
    if row.handshake:
        pills.append(_handshake(row))
    if row.origin != "received":
        came = {"sample": words.tr("sample"), "resend": words.tr("resent"), "import": words.tr("import")}
        pills.append((came[row.origin], False))
    if row.malformed:
        pills.append((words.tr("malformed"), True))
    elif not row.complete:
        pills.append((words.tr("cut off"), True))
    return pills


def _handshake(row: Summary) -> tuple[str, bool]:
    """Whether a handshake got its own answer; an imported one has none on record."""
    if row.told_by is None:
        return words.tr("handshake"), False
    if row.told_by == "handshake":
        return words.tr("handshake · answered"), False
    return words.tr("handshake · not answered"), True


def folded_words(row: Summary, fold: Fold) -> str:
    """How a row stands where repeats are folded, and what that means for whoever acts on it; empty for most."""
    match fold:
        case "closed":
            came = words.plural("Came %Ln time.", "Came %Ln times.", row.again + 1)
            last = "" if row.again_at is None else words.tr("The last at %1.").replace("%1", words.moment(row.again_at))
            other = words.tr("Not all with the same bytes.") + " " if row.other_bytes else ""
            return (
                came
                + " "
                + (last + " " if last else "")
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
    row = as_it_stands(row, fold)
    parts = [
        words.tr("unread") if row.unread else "",
        words.tr("pinned") if row.pinned else "",
        words.tr("failed") if is_failure(row) else "",
        *(text for text, _ in pills_of(row)),
        folded_words(row, fold),
    ]
    return ", ".join(part for part in parts if part)
