"""The fonts: the system's where it has one worth reading, else Inter and JetBrains Mono, which ship with it."""

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF

from inspector.core.resources import resource

BASE = 13
"""Pixels of ordinary text at a scale of 1; all other sizes are in proportion to it."""

_POOR = ("dejavu", "bitstream", "nimbus", "helvetica", "fixed", "courier", "liberation", "noto sans mono", "freesans")
"""Beginnings of the families that a system without any settings of its own falls back to."""

_SHIPPED = ("Inter-Regular.ttf", "Inter-SemiBold.ttf", "JetBrainsMono-Regular.ttf", "JetBrainsMono-SemiBold.ttf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The text font with numbers of one width, and the one for bytes, without ligatures."""

    text: QFont
    mono: QFont

    scale: float
    """How much larger than 13 pixels the text is."""

    @property
    def column(self) -> float:
        """Width of one character of the font for bytes, in pixels."""
        return QFontMetricsF(self.mono).horizontalAdvance("0")


def choose_fonts() -> Fonts:
    """Choose once per process, after the QApplication is made; loads the shipped fonts where the system's are poor."""
    text = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    if QFontInfo(text).family().lower().startswith(_POOR):
        for name in _SHIPPED:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        text, mono = QFont("Inter"), QFont("JetBrains Mono")
        for font in (text, mono):
            font.setPointSizeF(BASE * 0.75)
    else:
        mono.setPointSizeF(_points(text))
    text.setFeature(QFont.Tag("tnum"), 1)
    mono.setStyleHint(QFont.StyleHint.Monospace)
    mono.setPointSizeF(_points(mono) * 0.96)
    for feature in ("liga", "calt", "clig", "dlig"):
        mono.setFeature(QFont.Tag(feature), 0)
    return Fonts(text=text, mono=mono, scale=QFontInfo(text).pixelSize() / BASE)


def _points(font: QFont) -> float:
    """The size in points, also of a font that was given in pixels."""
    return font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()


def sized(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """The font in another size, and half bold where asked for."""
    copy = QFont(font)
    copy.setPointSizeF(_points(font) * factor)
    if bold:
        copy.setWeight(QFont.Weight.DemiBold)
    return copy
