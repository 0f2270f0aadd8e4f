"""What a view is, and what it gives: text or a table, with a note where something is not as it seems."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Language = Literal["json", "xml", "form", "text", "hex"]

WHOLE = 8 * 1024 * 1024
"""Most bytes of a body that a view turns into one text; larger ones are read by rows (`lines.Lines`)."""


class Unreadable(Exception):
    """A view cannot show these bytes; the text is a sentence that says why."""


class Table(NamedTuple):
    """Rows as text, each as long as `columns`."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A body made readable; either `text` or `table` is there."""

    kind: str
    text: str | None = None
    table: Table | None = None
    note: str | None = None
    """A sentence: why this view and not another, what was left out."""
    language: Language = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One way to read a body. `show` raises Unreadable; neither function depends on anything but its arguments."""

    name: str
    label: str
    suits: Callable[[bytes, str], bool]
    """Whether to try this view unasked, from the first bytes and the Content-Type field."""
    show: Callable[[bytes, str], Shown]
