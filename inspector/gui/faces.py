"""How a provider looks and is spoken of: its label, our neutral monogram, and what its signing secret is called."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui import plain, theme, words

if TYPE_CHECKING:  # the window is painted without them
    from inspector.providers.provider import Provider


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One provider for the eye. `secret_where` is a sentence that says where its secret is shown."""

    id: str | None = None
    label: str
    monogram: str
    secret_words: str = "the signing secret"
    secret_hint: str = ""
    secret_where: str = ""
    signs: bool = True
    """Whether it can sign what it sends at all."""


Faces: TypeAlias = Callable[[str | None], Face]
"""Gives the face of a provider's id; of None, and of ids that nobody knows, one all the same."""

UNKNOWN_FACE = Face(label="Unknown", monogram="·")


def faces_of(named: Iterable[tuple[str, str]] = ()) -> Faces:
    """Faces of the providers of the registry, and of those given as (id, name); others get one made of their id.

    The registry is read when the face of a provider is wanted first.
    """
    names = dict(named)
    made: dict[str, Face] = {}

    def face(provider: str | None) -> Face:
        if provider is None:
            return UNKNOWN_FACE
        known = made.get(provider)
        if known is not None:
            return known
        entry = _registry().get(provider)
        if entry is None:
            name = names.get(provider) or plain.line(provider.removeprefix("custom:"), 40)
            return Face(id=provider, label=name, monogram=initials(name))
        made[provider] = _face_of(entry)
        return made[provider]

    return face


def load() -> None:
    """Read the registry now: on a thread beside the window's, before the first row is painted."""
    _registry()


@cache
def _registry() -> Mapping[str, "Provider"]:
    # Imported here: the window is painted without its entries, which take longer to make than all of its widgets.
    from inspector.providers.registry import BY_ID  # noqa: PLC0415

    return BY_ID


def _face_of(entry: "Provider") -> Face:
    """The face of an entry, with its sentences in the language of the user."""
    return Face(
        id=entry.id,
        label=entry.name,
        monogram=entry.monogram or initials(entry.name),
        secret_words=words.tr(entry.secret_words or "the signing secret"),
        secret_hint=entry.secret_hint,
        secret_where=words.tr(entry.secret_where) if entry.secret_where else "",
        signs=bool(entry.schemes),
    )


def initials(name: str) -> str:
    """One or two letters of a name."""
    parts = [word for word in name.replace("-", " ").replace("_", " ").split() if word[:1].isalnum()]
    letters = "".join(word[0] for word in parts[:2]) if len(parts) > 1 else "".join(parts)[:2]
    return letters.upper() or "·"


def paint_monogram(painter: QPainter, area: QRectF, face: Face) -> None:
    """Draw the chip with the monogram into a rectangle, about 24 by 17 at text of 13 pixels."""
    colours = theme.tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.chip)
    radius = theme.px(3)
    painter.drawRoundedRect(area, radius, radius)
    painter.setFont(theme.text_font(0.72, bold=True))
    painter.setPen(colours.muted)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, face.monogram)
    painter.restore()


class MonogramChip(QWidget):
    """The monogram as a widget; those who hear the window hear the provider's label instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = UNKNOWN_FACE
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.THEME.changed.connect(self.update)

    def show_face(self, face: Face) -> None:
        """Show another provider."""
        self._face = face
        self.setAccessibleName(face.label)
        self.update()

    def sizeHint(self) -> QSize:
        """24 by 17 in proportion."""
        return QSize(theme.px(24), theme.px(17))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the chip."""
        painter = QPainter(self)
        paint_monogram(painter, QRectF(self.rect()), self._face)
        painter.end()
