"""The providers that have samples, with their monograms, and a field that narrows them down."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from inspector.gui import plain, theme
from inspector.gui.faces import Face, Faces, paint_monogram
from inspector.gui.views.samples.offered import Offered

ID_ROLE = Qt.ItemDataRole.UserRole
DENSITY = 3
"""Pixels of a picture for one of the screen, so that it is sharp at any scale."""


class ProviderList(QWidget):
    """Finds providers by their own name and by those of their events."""

    chosen = Signal(str)

    def __init__(self, faces: Faces, samples: Sequence[Offered], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self._samples = tuple(samples)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search providers and events"))
        self.search.setAccessibleName(self.tr("Search providers and events"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Providers"))
        self.list.setIconSize(QSize(theme.px(24), theme.px(17)))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._fill()
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._moved)
        theme.THEME.changed.connect(self._draw)
        self._draw()

    @property
    def provider(self) -> str:
        """The one that is chosen; empty where none is."""
        item = self.list.item(self.list.currentRow()) if self.list.currentRow() >= 0 else None
        return str(item.data(ID_ROLE)) if item is not None and not item.isHidden() else ""

    def choose(self, provider: str) -> None:
        """Choose one, or the first where it has no samples."""
        items = self._items()
        self.list.setCurrentItem(next((item for item in items if item.data(ID_ROLE) == provider), items[0]))

    def show_samples(self, samples: Sequence[Offered]) -> None:
        """Others are offered by now; what is chosen stays."""
        chosen = self.provider
        self._samples = tuple(samples)
        self.list.blockSignals(True)
        self.list.clear()
        self._fill()
        self._draw()
        self.list.blockSignals(False)
        self.choose(chosen)
        self._narrow()

    def matches(self, sample: Offered) -> bool:
        """Whether what is searched for stands in a sample's names."""
        wanted = self.search.text().strip().lower()
        return wanted in f"{self._faces(sample.provider).label} {sample.event} {sample.title}".lower()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field move through the list."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() not in steps:
            return super().eventFilter(watched, event)
        shown = [item for item in self._items() if not item.isHidden()]
        current = self.list.currentItem()
        if shown:
            at = (shown.index(current) if current in shown else -1) + steps[Qt.Key(event.key())]
            self.list.setCurrentItem(shown[min(max(at, 0), len(shown) - 1)])
        return True

    def _fill(self) -> None:
        providers = {sample.provider for sample in self._samples}
        for provider in sorted(providers, key=lambda one: self._faces(one).label.casefold()):
            item = QListWidgetItem(plain.line(self._faces(provider).label))
            item.setData(ID_ROLE, provider)
            self.list.addItem(item)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]

    def _narrow(self) -> None:
        there = {sample.provider for sample in self._samples if self.matches(sample)}
        for item in self._items():
            item.setHidden(item.data(ID_ROLE) not in there)
        if there and not self.provider:
            self.list.setCurrentItem(next(item for item in self._items() if not item.isHidden()))
        elif self.provider:
            self.chosen.emit(self.provider)

    def _moved(self) -> None:
        if self.provider:
            self.chosen.emit(self.provider)

    def _draw(self) -> None:
        for item in self._items():
            item.setIcon(monogram_icon(self._faces(str(item.data(ID_ROLE)))))


def monogram_icon(face: Face) -> QIcon:
    """The chip with a provider's monogram, in the colours of now."""
    picture = QPixmap(theme.px(24) * DENSITY, theme.px(17) * DENSITY)
    picture.setDevicePixelRatio(DENSITY)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_monogram(painter, QRectF(0, 0, theme.px(24), theme.px(17)), face)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon
