"""The views, in the order in which they are tried; hex takes what no other takes."""

import logging

from inspector.bodies.form import FORM
from inspector.bodies.hex_dump import HEX
from inspector.bodies.json_text import JSON
from inspector.bodies.multipart import MULTIPART
from inspector.bodies.shown import Shown, Unreadable, View
from inspector.bodies.text import SAMPLE, TEXT
from inspector.bodies.xml_text import XML

VIEWS: tuple[View, ...] = (JSON, FORM, MULTIPART, XML, TEXT, HEX)

log = logging.getLogger(__name__)


def find(name: str) -> View | None:
    """The view of a name."""
    return next((view for view in VIEWS if view.name == name), None)


def suiting(sample: bytes, content_type_header: str) -> tuple[View, ...]:
    """The views that suit a body by its first 64 KiB, best first; hex is always the last."""
    return tuple(view for view in VIEWS if view.suits(sample[:SAMPLE], content_type_header))


def view(content: bytes, content_type_header: str, *, chosen: str | None = None) -> Shown:
    """Make a decoded body readable; never raises.

    Unasked, a view that fails makes room for the next one and leaves a note. A view that was chosen shows its error.
    """
    if chosen is not None:
        wanted = find(chosen)
        shown = _try(wanted, content, content_type_header) if wanted else f"There is no view named {chosen}."
        return shown if isinstance(shown, Shown) else Shown(kind=chosen, text="", note=shown)
    problem = None
    for candidate in suiting(content, content_type_header):
        shown = _try(candidate, content, content_type_header)
        if isinstance(shown, Shown):
            return shown if problem is None else _with_note(shown, problem)
        problem = problem or shown
    raise AssertionError("hex never fails")


def _try(candidate: View, content: bytes, header: str) -> Shown | str:
    try:
        return candidate.show(content, header)
    except Unreadable as unreadable:
        return str(unreadable)
    except Exception:
        log.exception("The %s view failed", candidate.name)
        return f"The {candidate.label} view failed; see the log."


def _with_note(shown: Shown, problem: str) -> Shown:
    note = problem if shown.note is None else f"{problem} {shown.note}"
    return Shown(kind=shown.kind, text=shown.text, table=shown.table, note=note, language=shown.language)
