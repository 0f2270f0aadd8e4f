"""The colours can be read on each other."""

import pytest
from PySide6.QtGui import QColor

from inspector.gui.tokens import Scheme, read_tokens


def luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_can_be_read(scheme: Scheme) -> None:
    """Text has 4.5 : 1 on the grounds on which it stands, edges of inputs 3 : 1."""
    colours = read_tokens(scheme)
    for name in ("text", "muted", "valid", "invalid", "warn", "accent", "key", "string", "number", "const", "punct"):
        assert contrast(getattr(colours, name), colours.bg) >= 4.5, name
    for name in ("valid", "invalid", "warn"):
        assert contrast(getattr(colours, name), getattr(colours, name + "bg")) >= 4.5, name
    assert contrast(colours.onaccent, colours.accent) >= 4.5
    assert contrast(colours.input, colours.bg) >= 3
    assert contrast(colours.text, colours.hit) >= 4.5


def test_both_schemes_have_all_colours() -> None:
    """Neither scheme lacks a colour of the other."""
    assert read_tokens("light").hexes().keys() == read_tokens("dark").hexes().keys()
