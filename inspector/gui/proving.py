"""Ties the Signature page's proof to the rest of the window: parts that are marked, code, the check of an app."""

from functools import partial

from PySide6.QtGui import QAction

from inspector.core.proof import SignedPart
from inspector.core.settings import Settings
from inspector.gui.commands.desk import Desk
from inspector.gui.views.detail.pane import DetailPane


def connect_proof(desk: Desk, actions: dict[str, QAction]) -> None:
    """Connect the page; `actions` are the commands by name."""
    page = desk.window.detail.pages.signature
    page.app_check_wanted.connect(actions["app-check"].trigger)
    page.find_scheme_wanted.connect(actions["find-scheme"].trigger)
    page.fetch_wanted.connect(actions["fetch-key"].trigger)
    page.proof.part_wanted.connect(partial(show_part, desk.window.detail))
    page.proof.snippet.show_language(desk.habits.settings.snippet_language)
    page.proof.snippet.chosen.connect(lambda language: desk.habits.change({"snippet_language": language}))
    desk.habits.settled.connect(lambda settings: _follow(desk, settings))


def show_part(detail: DetailPane, part: SignedPart) -> None:
    """Mark a signed part where it stands on the request: a field in Headers, bytes in the body."""
    kind, _, name = part.place.partition(":")
    if kind == "header":
        detail.turn_to("headers")
        detail.pages.headers.mark(name)
        detail.pages.headers.setFocus()
    elif part.place:
        detail.focus_body()
        detail.body.mark(part.span)


def _follow(desk: Desk, settings: Settings) -> None:
    snippet = desk.window.detail.pages.signature.proof.snippet
    if snippet.language != settings.snippet_language:
        snippet.show_language(settings.snippet_language)
