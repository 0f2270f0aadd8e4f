"""The look: Fusion with a palette and one short style sheet, both made from the same colours; follows the system."""

from functools import cache
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from inspector.core.resources import resource
from inspector.gui.fonts import Fonts, choose_fonts, sized
from inspector.gui.tokens import Scheme, Tokens, read_tokens

Choice = Literal["system", "light", "dark"]


class Theme(QObject):
    """What is applied at the moment; `changed` comes after palette and style sheet are in place."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.choice: Choice = "system"
        self.tokens: Tokens = read_tokens("light")
        self._app: QApplication | None = None
        self._worn: Scheme | None = None
        self._fonts: Fonts | None = None

    @property
    def fonts(self) -> Fonts:
        """Chosen at first use, when there is a QApplication."""
        if self._fonts is None:
            self._fonts = choose_fonts()
        return self._fonts

    def apply(self, app: QApplication, choice: Choice) -> None:
        """Give the application its look; may be called again at any time."""
        self.choice = choice
        if self._app is not app:
            self._app, self._worn = app, None
            app.setStyle("fusion")
            app.setFont(self.fonts.text)
            app.styleHints().colorSchemeChanged.connect(self._follow)
        wanted = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}.get(choice)
        if wanted is None:
            app.styleHints().unsetColorScheme()
        else:
            app.styleHints().setColorScheme(wanted)
        self._put_on(app, _system_scheme(app) if choice == "system" else choice)

    def _follow(self) -> None:
        if self._app is not None and self.choice == "system":
            self._put_on(self._app, _system_scheme(self._app))

    def _put_on(self, app: QApplication, scheme: Scheme) -> None:
        if scheme == self._worn:
            return
        self._worn = scheme
        self.tokens = read_tokens(scheme)
        app.setPalette(_palette(self.tokens))
        app.setStyleSheet(style_sheet(self.tokens, self.fonts.scale))
        self.changed.emit()


THEME = Theme()
"""The one look of this process; a widget that paints by itself connects to `THEME.changed`."""


def apply(app: QApplication, choice: Choice) -> None:
    """Give the application its look: the system's scheme, or always light or dark."""
    THEME.apply(app, choice)


def tokens() -> Tokens:
    """The colours in force. Ask when painting; do not keep them."""
    return THEME.tokens


@cache
def _sized(kind: Literal["text", "mono"], factor: float, bold: bool) -> QFont:
    return sized(THEME.fonts.text if kind == "text" else THEME.fonts.mono, factor, bold=bold)


def text_font(factor: float = 1.0, *, bold: bool = False) -> QFont:
    """The font for words; numbers in it have one width."""
    return QFont(_sized("text", factor, bold))


def mono_font(factor: float = 1.0, *, bold: bool = False) -> QFont:
    """The font for bytes; it has no ligatures."""
    return QFont(_sized("mono", factor, bold))


def px(pixels: float) -> int:
    """A length that was drawn for text of 13 pixels, in proportion to the text of this system."""
    return round(pixels * THEME.fonts.scale)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet (`muted`, `primary`, `invalid` …) while it is shown."""
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def style_sheet(colours: Tokens, scale: float) -> str:
    """The style sheet: `$name` is a colour of the tokens, `${n}px` … `${px_6}` a length in proportion to the text."""
    lengths = {f"px_{number}": f"{round(number * scale)}px" for number in range(1, 49)}
    template = Template(resource("style", "window.qss").read_text("utf-8"))
    return template.substitute(colours.hexes(), **lengths)


def _system_scheme(app: QApplication) -> Scheme:
    return "dark" if app.styleHints().colorScheme() == Qt.ColorScheme.Dark else "light"


def _palette(colours: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, colour in (
        ((role.Window, role.Base), colours.bg),
        ((role.AlternateBase, role.Midlight), colours.surface),
        ((role.Button, role.ToolTipBase, role.Light), colours.raised),
        ((role.Mid, role.Dark), colours.border),
        ((role.Shadow,), colours.input),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.HighlightedText), colours.text),
        ((role.BrightText,), colours.invalid),
        ((role.PlaceholderText,), colours.muted),
        ((role.Highlight,), colours.selection),
        ((role.Link, role.LinkVisited, role.Accent), colours.accent),
    ):
        for one in roles:
            palette.setColor(one, colour)
    for one in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, _between(colours.muted, colours.bg, 0.6))
    return palette


def _between(first: QColor, second: QColor, share: float) -> QColor:
    parts = zip(first.getRgb()[:3], second.getRgb()[:3], strict=True)  # type: ignore[index]
    return QColor(*(round(one * share + other * (1 - share)) for one, other in parts))
