"""The preferences: groups on the left, their settings on the right; what is changed counts at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from inspector.core.recipe import OWN
from inspector.core.settings import Settings
from inspector.gui import theme, words
from inspector.gui.faces import Faces
from inspector.gui.plain import PlainLabel
from inspector.gui.views.detail.labels import hairline
from inspector.gui.views.preferences.custom_page import CustomPage
from inspector.gui.views.preferences.fields import ChoiceField, KeysField, TextField
from inspector.gui.views.preferences.row import Row
from inspector.gui.views.preferences.secrets_page import SecretsPage
from inspector.gui.views.preferences.table import GROUPS, PREFERENCES, Group


class PreferencesDialog(QDialog):
    """`wanted` carries a setting's name and the value that it is to have; `show_settings` shows what is in force."""

    wanted = Signal(str, object)
    keys_wanted = Signal()

    def __init__(self, faces: Faces, providers: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Preferences"))
        self.rows: dict[str, Row] = {}
        self.secrets = SecretsPage(faces, providers)
        self.custom = CustomPage()
        self.groups = QListWidget(self)
        self.groups.setAccessibleName(self.tr("Groups of settings"))
        self.groups.setFixedWidth(theme.px(150))
        self.groups.setProperty("flat", True)
        self._pages = QStackedWidget(self)
        for group in GROUPS:
            self.groups.addItem(words.tr(group))
            self._pages.addWidget(self._page(group))
        expected = self.rows["expected_provider"].field
        if isinstance(expected, ChoiceField):
            expected.offer(provider for provider in providers if provider.startswith(OWN))
        self.groups.currentRowChanged.connect(self._pages.setCurrentIndex)
        self.groups.setCurrentRow(0)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        self.remark = PlainLabel(self.tr("Every change counts at once and is kept."), self, role="muted")
        foot = QHBoxLayout()
        foot.addWidget(self.remark, 1)
        foot.addWidget(buttons)
        body = QHBoxLayout()
        body.setSpacing(theme.px(16))
        body.addWidget(self.groups)
        body.addWidget(self._pages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(12))
        column.addLayout(body, 1)
        column.addLayout(foot)
        self.resize(theme.px(800), theme.px(560))

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force now."""
        for name, row in self.rows.items():
            row.show_value(getattr(settings, name))

    def turn_to(self, setting: str) -> None:
        """Open the page with a setting, ready to be typed over."""
        group = next(one.group for one in PREFERENCES if one.setting == setting)
        self.groups.setCurrentRow(GROUPS.index(group))
        self.rows[setting].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, setting: str, sentence: str) -> None:
        """Say beside a field why its value could not be taken."""
        self.rows[setting].show_refused(sentence)

    def done(self, result: int) -> None:
        """What stands typed in a field counts as well when the dialog is closed; a value that cannot be does not."""
        focus = QApplication.focusWidget()
        for row in self.rows.values():
            if isinstance(row.field, TextField) and row.field.line is focus:
                row.field.give()
        super().done(result)

    def _page(self, group: Group) -> QWidget:
        if group == "Secrets":
            return self.secrets
        if group == "Providers":
            return self.custom
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, theme.px(12), 0)
        column.setSpacing(0)
        for preference in PREFERENCES:
            if preference.group == group:
                if column.count():
                    column.addWidget(hairline())
                row = Row(preference, page)
                row.wanted.connect(self.wanted)
                if isinstance(row.field, KeysField):
                    row.field.editor_wanted.connect(self.keys_wanted)
                self.rows[preference.setting] = row
                column.addWidget(row)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area
