"""The person's settings as the window uses them; a change counts here at once and is written by the engine."""

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QObject, Signal

from inspector.core.messages import ChangeSettings
from inspector.core.settings import Settings
from inspector.gui.controllers.asking import Asking

MOST_RECENT = 6
"""Targets that are offered again."""

Theme = Literal["system", "light", "dark"]


class Habits(QObject):
    """Settings in force."""

    changed = Signal()

    def __init__(self, settings: Settings, asking: Asking) -> None:
        super().__init__()
        self.settings = settings
        self._asking = asking

    def choose_theme(self, theme: Theme) -> None:
        """Follow the system, or always light or dark."""
        self.settings = replace(self.settings, theme=theme)
        self._keep("theme", theme)

    def allow_single_keys(self, allowed: bool) -> None:
        """Whether single letters act."""
        self.settings = replace(self.settings, single_keys=allowed)
        self._keep("single_keys", allowed)

    def name_target(self, target: str) -> None:
        """Make this the target of the next resends, and remember it."""
        recent = (target, *(old for old in self.settings.recent_targets if old != target))[:MOST_RECENT]
        if (target, recent) == (self.settings.target, self.settings.recent_targets):
            return
        self.settings = replace(self.settings, target=target, recent_targets=recent)
        values: tuple[tuple[str, str | tuple[str, ...]], ...] = (("target", target), ("recent_targets", recent))
        self._asking.send(ChangeSettings(values=values))
        self.changed.emit()

    def confirm_target(self, place: str) -> None:
        """The user agreed to send captures to this place outside the machine."""
        if place not in self.settings.confirmed_targets:
            confirmed = (*self.settings.confirmed_targets, place)
            self.settings = replace(self.settings, confirmed_targets=confirmed)
            self._keep("confirmed_targets", confirmed)

    def _keep(self, name: str, value: str | bool | tuple[str, ...]) -> None:
        self._asking.send(ChangeSettings(values=((name, value),)))
        self.changed.emit()
