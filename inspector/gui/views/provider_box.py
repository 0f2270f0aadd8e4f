"""A choice of one provider among many: typed letters find it, wherever in its name they stand."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from inspector.gui import plain, theme
from inspector.gui.faces import Faces
from inspector.gui.views.choice_box import ChoiceBox

OWN = "custom:"
"""How the ids of providers begin that the user described."""
LONGEST = 200
ROWS = 14


class ProviderBox(ChoiceBox):
    """`provider` is the id of what is chosen or written out, also `custom:NAME`; empty while that names nobody."""

    provider_changed = Signal()

    def __init__(self, faces: Faces, providers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces = faces
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(ROWS)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(20)
        self.setAccessibleName(self.tr("Provider"))
        for provider in sorted(providers, key=lambda one: faces(one).label.casefold()):
            self.addItem(plain.line(faces(provider).label, LONGEST), provider)
        self.setCurrentIndex(-1)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(ROWS)
        self.setCompleter(completer)
        line = self.lineEdit()
        assert line is not None  # it is editable
        self._line = line
        line.setMaxLength(LONGEST)
        line.setAccessibleName(self.accessibleName())
        line.setFont(theme.text_font())
        line.setPlaceholderText(self.tr("name of a provider"))
        line.installEventFilter(self)
        self.editTextChanged.connect(lambda _: self.provider_changed.emit())

    @property
    def provider(self) -> str:
        """The id of the provider."""
        text = self.currentText().strip()
        index = self._row_of(text)
        if index >= 0:
            return str(self.itemData(index))
        return text if text.startswith(OWN) and len(text) > len(OWN) and text.isprintable() else ""

    @property
    def fits(self) -> bool:
        """Whether what is written stands in the name of any provider."""
        wanted = self.currentText().strip().casefold()
        return any(wanted in self.itemText(row).casefold() for row in range(self.count()))

    def choose(self, provider: str) -> None:
        """Show a provider, also one that is not in the list."""
        index = self.findData(provider)
        if index < 0:
            self.setEditText(provider)
        else:
            self.setCurrentIndex(index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever comes to the field types over what stands there."""
        if watched is self._line and event.type() is QEvent.Type.FocusIn:
            QTimer.singleShot(0, self._line, self._line.selectAll)  # a click sets the cursor behind this event
        return super().eventFilter(watched, event)

    def _row_of(self, text: str) -> int:
        """The row with this name or id, whatever the case of its letters."""
        wanted = text.casefold()
        for row in range(self.count()):
            if wanted in (self.itemText(row).casefold(), str(self.itemData(row)).casefold()):
                return row
        return -1
