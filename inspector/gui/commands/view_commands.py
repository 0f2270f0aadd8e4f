"""Commands about what is looked at: moving, following, pages, theme."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from inspector.gui import theme
from inspector.gui.commands.command import Command
from inspector.gui.commands.desk import Desk
from inspector.gui.controllers.habits import Theme

PAGES = ("Overview", "Headers", "Signature", "Response", "Sent to", "Raw")
THEMES: tuple[tuple[Theme, str], ...] = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"))
GO_TO = "Go to"
"""The submenu that moves through the list; all of it in the menu itself would be taller than a small screen."""
BODY_TEXT = "Body text"
"""The submenu with the size of the body's text."""


def find(desk: Desk) -> None:
    """In the detail: find in the body; elsewhere the filter."""
    if desk.window.in_detail:
        desk.window.detail.find_in_body()
    else:
        desk.window.focus_filter()


def toggle_full_screen(desk: Desk) -> None:
    """The whole screen, or a window again."""
    if desk.window.isFullScreen():
        desk.window.showNormal()
    else:
        desk.window.showFullScreen()


def theme_command(choice: Theme, text: str) -> Command:
    """One choice of the theme."""

    def run(desk: Desk) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, choice)
        desk.habits.choose_theme(choice)

    return Command(
        name=f"theme-{choice}", text=text, menu="view", within="Theme", run=run,
        checked=lambda desk: desk.habits.settings.theme == choice,
    )  # fmt: skip


def page_command(number: int, text: str) -> Command:
    """One page of the detail."""
    return Command(
        name=f"page-{number}", text=text, menu="view", within="Page",
        run=lambda desk: desk.window.detail.turn_to(number),
        keys=(f"Ctrl+{number}",), needs="selection",
    )  # fmt: skip


def step(by: int) -> Callable[[Desk], None]:
    """Moves so many rows down."""
    return lambda desk: desk.moving.step(by)


def toggle_letters(desk: Desk) -> None:
    """Whether single letters act."""
    desk.habits.allow_single_keys(not desk.habits.settings.single_keys)


VIEW_COMMANDS: tuple[Command, ...] = (
    Command(
        name="palette", text="All commands…", menu="view", run=lambda desk: desk.window.palette_wanted.emit(),
        keys=("Ctrl+K",),
    ),
    Command(
        name="filter", text="Filter, or find in the body", menu="view", run=find, keys=("Ctrl+F",), begins=True,
    ),
    Command(
        name="to-filter", text="Go to the filter", menu="view", run=lambda desk: desk.window.focus_filter(),
        letters=("/",),
    ),
    Command(
        name="find-next", text="Find next", menu="view",
        run=lambda desk: desk.window.detail.find_next(), keys=("F3",),
    ),
    Command(
        name="find-previous", text="Find previous", menu="view",
        run=lambda desk: desk.window.detail.find_previous(), keys=("Shift+F3",),
    ),
    Command(
        name="next", text="Next capture", menu="view", within=GO_TO, run=step(1), letters=("J",), needs="captures",
        begins=True,
    ),
    Command(
        name="previous", text="Previous capture", menu="view", within=GO_TO, run=step(-1), letters=("K",),
        needs="captures",
    ),
    Command(
        name="next-unread", text="Next unread", menu="view", within=GO_TO,
        run=lambda desk: desk.moving.to_unread(older=True), letters=("]",), needs="captures",
    ),
    Command(
        name="previous-unread", text="Previous unread", menu="view", within=GO_TO,
        run=lambda desk: desk.moving.to_unread(older=False), letters=("[",), needs="captures",
    ),
    Command(
        name="follow", text="Follow the newest", menu="view", run=lambda desk: desk.following.resume(), letters=("F",),
        begins=True,
    ),
    Command(
        name="freeze", text="Freeze the list", menu="view", run=lambda desk: desk.following.toggle_freeze(),
        letters=("Space",), checked=lambda desk: desk.following.frozen,
    ),
    Command(
        name="next-pane", text="Next pane", menu="view", run=lambda desk: desk.window.focus_next_pane(), keys=("F6",),
        begins=True,
    ),
    *(page_command(number, text) for number, text in enumerate(PAGES, 1)),
    Command(
        name="zoom-in", text="Larger", menu="view", within=BODY_TEXT,
        run=lambda desk: desk.window.detail.zoom(1), keys=("Ctrl++", "Ctrl+="), begins=True,
    ),
    Command(
        name="zoom-out", text="Smaller", menu="view", within=BODY_TEXT,
        run=lambda desk: desk.window.detail.zoom(-1), keys=("Ctrl+-",),
    ),
    Command(
        name="zoom-reset", text="As usual", menu="view", within=BODY_TEXT,
        run=lambda desk: desk.window.detail.zoom(0), keys=("Ctrl+0",),
    ),
    *(theme_command(choice, text) for choice, text in THEMES),
    Command(
        name="full-screen", text="Full screen", menu="view", run=toggle_full_screen, keys=("F11",),
        checked=lambda desk: desk.window.isFullScreen(),
    ),
    Command(
        name="letters", text="Single letters act", menu="view", run=toggle_letters,
        checked=lambda desk: desk.habits.settings.single_keys, begins=True,
    ),
)  # fmt: skip
