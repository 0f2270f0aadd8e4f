"""The columns of the list, each declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from inspector.core.capture import Summary
from inspector.core.request import split_target
from inspector.core.secret_query import hide_query
from inspector.gui import words

Paint = Literal["text", "bytes", "number", "count", "clock", "verdict", "provider", "event", "status"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """`text` gives what stands in a cell, painted, copied or read aloud; `paint` says how it is drawn."""

    name: str
    """Stable: what is remembered of widths and order goes by it."""
    title: str
    width: int
    """Pixels at text of 13."""
    paint: Paint
    text: Callable[[Summary], str]
    hidden: bool = False
    """Not shown until it is asked for in the header's menu."""
    term: str = ""
    """The filter's term for this value, where there is one."""
    value: Callable[[Summary], str | None] = lambda row: None
    """What that term is compared with."""
    whole: Callable[[Summary], str] | None = None
    """What the tool tip says, where it is more than the text."""
    falls_first: bool = False
    """Whether the first click on its header puts the largest on top."""

    @property
    def right(self) -> bool:
        """Whether the column's text stands at its right edge, as numbers do."""
        return self.paint in ("number", "count", "status")


def event_text(summary: Summary) -> str:
    """Event and gist in one line."""
    return " ".join(part for part in (summary.event, summary.gist) if part)


def verdict_text(summary: Summary) -> str:
    """The verdict with its mark, as it is copied and read aloud."""
    word = words.verdict_word(summary.signature, summary.cause)
    match summary.signature:
        case "valid":
            return "✓"
        case "invalid":
            return f"✗ {word}"
        case "no-secret" | "unsigned" | "unknown":
            return word


def took_text(summary: Summary) -> str:
    """How long the response took."""
    return "" if summary.duration_ms is None else words.duration(summary.duration_ms)


def bytes_text(summary: Summary) -> str:
    """The size to the byte."""
    return words.plural("1 byte", "%Ln bytes", summary.size)


COLUMNS: tuple[Column, ...] = (
    Column(name="id", title="#", width=66, paint="count", text=lambda row: words.counted(row.id)),
    Column(
        name="received",
        title="Received",
        width=112,
        paint="clock",
        text=lambda row: words.clock(row.received_at),
        whole=lambda row: words.moment(row.received_at),
    ),
    Column(
        name="signature",
        title="Signature",
        width=94,
        paint="verdict",
        text=verdict_text,
        term="signature",
        value=lambda row: row.signature,
    ),
    Column(
        name="provider",
        title="Provider",
        width=152,
        paint="provider",
        text=lambda row: row.provider or "",
        term="provider",
        value=lambda row: row.provider,
    ),
    Column(
        name="event",
        title="Event",
        width=460,
        paint="event",
        text=event_text,
        term="event",
        value=lambda row: row.event,
    ),
    Column(
        name="path",
        title="Path",
        width=170,
        paint="bytes",
        text=lambda row: hide_query(row.target),
        term="path",
        value=lambda row: split_target(row.target)[1],
    ),
    Column(
        name="size",
        title="Size",
        width=78,
        paint="number",
        text=lambda row: words.size(row.size),
        whole=bytes_text,
        falls_first=True,
    ),
    Column(
        name="status",
        title="Status",
        width=66,
        paint="status",
        text=lambda row: "" if row.status is None else str(row.status),
        term="status",
        value=lambda row: None if row.status is None else str(row.status),
        falls_first=True,
    ),
    Column(name="took", title="Took", width=78, paint="number", text=took_text, hidden=True, falls_first=True),
    Column(
        name="endpoint",
        title="Endpoint",
        width=110,
        paint="text",
        text=lambda row: row.endpoint,
        hidden=True,
    ),
    Column(
        name="attempt",
        title="Attempt",
        width=72,
        paint="number",
        text=lambda row: str(row.attempt),
        hidden=True,
        falls_first=True,
    ),
    Column(
        name="method",
        title="Method",
        width=72,
        paint="text",
        text=lambda row: row.method,
        hidden=True,
        term="method",
        value=lambda row: row.method,
    ),
    Column(
        name="host",
        title="Host",
        width=150,
        paint="bytes",
        text=lambda row: row.host,
        hidden=True,
        term="host",
        value=lambda row: row.host,
    ),
    Column(name="type", title="Content type", width=150, paint="text", text=lambda row: row.content_type, hidden=True),
    Column(name="note", title="Note", width=180, paint="text", text=lambda row: row.note, hidden=True),
)
