"""How a provider looks and is spoken of: its label, our neutral monogram, and what its signing secret is called."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.gui import plain, theme, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One provider for the eye. `secret_where` is a sentence that says where its secret is shown."""

    id: str | None = None
    label: str
    monogram: str
    secret_words: str = "the signing secret"
    secret_hint: str = ""
    secret_where: str = ""


Faces: TypeAlias = Callable[[str | None], Face]
"""Gives the face of a provider's id; of None, and of ids that nobody knows, one all the same."""

UNKNOWN_FACE = Face(label="Unknown", monogram="·")

KNOWN: Mapping[str, Face] = {
    face.id: face
    for face in (
        Face(
            id="github",
            label="GitHub",
            monogram="GH",
            secret_words="the webhook’s secret",
            secret_where="GitHub shows it only when it is set: repository › Settings › Webhooks › Edit › Secret.",
        ),
        Face(
            id="gitlab",
            label="GitLab",
            monogram="GL",
            secret_words="the webhook’s secret token",
            secret_where="GitLab shows it only when it is set: project › Settings › Webhooks › Secret token.",
        ),
        Face(
            id="stripe",
            label="Stripe",
            monogram="ST",
            secret_words="the endpoint’s signing secret",
            secret_hint="whsec_…",
            secret_where="Stripe shows it under Developers › Webhooks › your endpoint › Signing secret; "
            "“stripe listen” prints one of its own.",
        ),
        Face(
            id="slack",
            label="Slack",
            monogram="SL",
            secret_words="the app’s signing secret",
            secret_where="Slack shows it under api.slack.com/apps › your app › Basic Information › App Credentials.",
        ),
        Face(
            id="shopify",
            label="Shopify",
            monogram="SH",
            secret_words="the app’s client secret",
            secret_hint="shpss_…",
            secret_where="Shopify shows it under Settings › Apps › Develop apps › API credentials.",
        ),
        Face(
            id="openai",
            label="OpenAI",
            monogram="OA",
            secret_hint="whsec_…",
            secret_where="OpenAI shows it once, when the webhook is made: Settings › Project › Webhooks.",
        ),
        Face(
            id="svix",
            label="Svix",
            monogram="SX",
            secret_hint="whsec_…",
            secret_where="The sender shows it on the page of the endpoint, as Signing Secret.",
        ),
        Face(
            id="standard-webhooks",
            label="Standard Webhooks",
            monogram="SW",
            secret_hint="whsec_…",
            secret_where="The sender shows it where the endpoint was set up.",
        ),
    )
    if face.id is not None
}


def faces_of(names: Iterable[tuple[str, str]]) -> Faces:
    """Faces for providers given as (id, name); those without a face of their own get one made of their name."""
    known_faces = {id_: _translated(face) for id_, face in KNOWN.items()}
    every = {id_: known_faces.get(id_) or Face(id=id_, label=name, monogram=_initials(name)) for id_, name in names}

    def face(provider: str | None) -> Face:
        if provider is None:
            return UNKNOWN_FACE
        known = every.get(provider) or known_faces.get(provider)
        name = plain.line(provider.removeprefix("custom:"), 40)
        return known or Face(id=provider, label=name, monogram=_initials(name))

    return face


def _translated(face: Face) -> Face:
    """The face with its sentences in the language of the user."""
    where = words.tr(face.secret_where) if face.secret_where else ""
    return replace(face, secret_words=words.tr(face.secret_words), secret_where=where)


def _initials(name: str) -> str:
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
