"""The fonts of the window."""

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from inspector.core.resources import resource
from inspector.gui.fonts import _SHIPPED, choose_fonts, sized


def test_shipped_fonts_are_there_with_their_licence() -> None:
    """Every font file ships, and beside it the licence of its family."""
    assert all(resource("fonts", name).stat().st_size > 50_000 for name in _SHIPPED)
    assert "SIL Open Font License" in resource("fonts", "Inter-OFL.txt").read_text("utf-8")
    assert "SIL Open Font License" in resource("fonts", "JetBrainsMono-OFL.txt").read_text("utf-8")


def test_numbers_have_one_width(qapp: QApplication) -> None:
    """Digits of the text font stand below each other."""
    metrics = QFontMetricsF(choose_fonts().text)

    assert 1 == len({metrics.horizontalAdvance(digit * 10) for digit in "0123456789"})


def test_bytes_have_no_ligatures(qapp: QApplication) -> None:
    """In the font for bytes every character has the same width, also where ligatures would join them."""
    fonts = choose_fonts()
    metrics = QFontMetricsF(fonts.mono)

    assert 1 == len({metrics.horizontalAdvance(chr(code) * 10) for code in range(0x20, 0x7F)})
    assert metrics.horizontalAdvance("!==") == metrics.horizontalAdvance("abc")
    assert 0 == fonts.mono.featureValue(next(tag for tag in fonts.mono.featureTags() if tag.toString() == "calt"))


def test_sizes_are_in_proportion(qapp: QApplication) -> None:
    """Half as large again is that, and half bold is half bold."""
    font = choose_fonts().text

    assert font.pointSizeF() * 1.5 == sized(font, 1.5).pointSizeF()
    assert sized(font, 1, bold=True).weight() > font.weight()
