"""Short remarks about a capture: painted as pills behind its event, and read aloud."""

from inspector.core.capture import Summary
from inspector.gui import words


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
    if row.other_bytes:
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


def aloud(row: Summary) -> str:
    """Everything that a row shows without words: unread, pinned, failed, and its remarks."""
    parts = [
        words.tr("unread") if row.unread else "",
        words.tr("pinned") if row.pinned else "",
        words.tr("failed") if is_failure(row) else "",
        *(text for text, _ in pills_of(row)),
    ]
    return ", ".join(part for part in parts if part)
