"""The commands that the palette offers, as they fit what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from inspector.gui.matching import best_first

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
OFFER_ROLE = Qt.ItemDataRole.UserRole
"""The Offer itself, for the delegate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A command as it is offered: what it does, its menu, its keys, and whether it can be done now."""

    name: str
    title: str
    path: str = ""
    keys: str = ""
    enabled: bool = True


class PaletteModel(QAbstractListModel):
    """What can be done stands above what cannot."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Offer, ...] = ()
        self._shown: list[Offer] = []

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Offer these, in this order, while nothing is typed."""
        self._offers = tuple(offers)
        self.fit("")

    def fit(self, typed: str) -> None:
        """Show what fits, the best first."""
        names = [(offer.title, offer.path) for offer in self._offers]
        fitting = best_first(typed, self._offers, names)
        self.beginResetModel()
        self._shown = sorted(fitting, key=lambda offer: not offer.enabled)
        self.endResetModel()

    def offer_at(self, row: int) -> Offer:
        """The command in a row."""
        return self._shown[row]

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        offer = self._shown[index.row()]
        if role == OFFER_ROLE:
            return offer
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (offer.title, offer.path, offer.keys) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if not self._shown[index.row()].enabled:
            return Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
