"""Paints the program's icon in every size that desktops ask for, from the one drawing of it.

`icons.py` writes `resources/icons/hicolor/SIZExSIZE/apps`; run it after the drawing was changed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ID = "io.github.webhook_inspector.WebhookInspector"
THEME = Path(__file__).resolve().parent.parent / "resources" / "icons" / "hicolor"


def painted(size: int) -> QImage:
    """The drawing in so many pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(THEME / "scalable" / "apps" / f"{ID}.svg")).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def file_of(size: int) -> Path:
    """Where a desktop looks for the icon in that size."""
    return THEME / f"{size}x{size}" / "apps" / f"{ID}.png"


def main() -> int:
    """Paint them all."""
    application = QGuiApplication(["icons", "-platform", "offscreen"])
    for size in SIZES:
        file = file_of(size)
        file.parent.mkdir(parents=True, exist_ok=True)
        painted(size).save(str(file))
    application.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main())
