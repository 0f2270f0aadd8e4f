"""What cannot be read is found by its pixels."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel

from tests.gui.whole.pixels import Picture, contrast
from tests.gui.whole.readable import READABLE, edge


def test_what_cannot_be_read_is_found() -> None:
    """A word in a grey that is too light is seen as one, and beside it one that is dark enough is not."""
    label = QLabel("illegible")
    label.setStyleSheet("color: #a0a0a0; background: #ffffff")
    dark = QLabel("legible")
    dark.setStyleSheet("color: #202020; background: #ffffff")

    assert [word.contrast < READABLE for word in Picture(label.grab().toImage()).words(label.rect())] == [True]
    assert [word.contrast < READABLE for word in Picture(dark.grab().toImage()).words(dark.rect())] == [False]
    assert contrast(0xFFFFFF, 0x000000) == pytest.approx(21)
    assert contrast(0xFFFFFF, 0x767676) == pytest.approx(4.54, abs=0.01)


def test_an_edge_is_measured_against_what_is_around_it() -> None:
    """White on white is no edge."""
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))

    assert edge(Picture(image), QRect(10, 10, 20, 20)) == pytest.approx(1)
