"""The person's settings as the window uses them; a change counts here at once and is written by the engine."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, Signal

from inspector import settings_file
from inspector.core.errors import InspectorError
from inspector.core.messages import ChangeSettings
from inspector.core.settings import Settings
from inspector.gui.controllers.asking import Asking
from inspector.gui.recent import recent
from inspector.gui.tasks import off
from inspector.gui.views.notice_bar import Notice

MOST_RECENT = 6
"""Targets that are offered again."""

Theme = Literal["system", "light", "dark"]
Value: TypeAlias = str | int | float | bool | tuple[str, ...]
Refused = Callable[[str], None]


class Habits(QObject):
    """Settings in force."""

    changed = Signal()
    settled = Signal(object)
    """The same, with the Settings that count now."""
    agreed = Signal(object)
    """The engine took a change: the names of the settings."""

    def __init__(self, settings: Settings, asking: Asking) -> None:
        super().__init__()
        self.settings = settings
        self._asking = asking
        self._writing = 0
        self._seen: int | None = None
        self._unread: Path | None = None
        """The file that changed while something was being written."""
        self.changed.connect(lambda: self.settled.emit(self.settings))

    def choose_theme(self, theme: Theme) -> None:
        """Follow the system, or always light or dark."""
        self.change({"theme": theme})

    def allow_single_keys(self, allowed: bool) -> None:
        """Whether single letters act."""
        self.change({"single_keys": allowed})

    def choose_keys(self, keys: tuple[str, ...]) -> None:
        """Other keys for commands, as `settings.toml` writes them; empty: those that the program is delivered with."""
        self.change({"keys": keys})

    def name_target(self, target: str) -> None:
        """Make this the target of the next resends, and remember it."""
        targets = recent(target, self.settings.recent_targets, MOST_RECENT)
        if (target, targets) == (self.settings.target, self.settings.recent_targets):
            return
        self.change({"target": target, "recent_targets": targets})

    def confirm_target(self, place: str) -> None:
        """The user agreed to send captures to this place outside the machine."""
        if place not in self.settings.confirmed_targets:
            self.change({"confirmed_targets": (*self.settings.confirmed_targets, place)})

    def change(self, values: dict[str, Value], refused: Refused | None = None) -> None:
        """Count on other values from now on, and have them written.

        Where the engine cannot take them those of before count again, except where another was chosen since, and
        `refused` gets its sentence; without it that becomes a notice.
        """
        before = {name: getattr(self.settings, name) for name in values}
        self.settings = replace(self.settings, **values)  # type: ignore[arg-type]
        self._writing += 1
        self._asking.start(self._write(values, before, refused), name="changing settings")
        self.changed.emit()

    def follow(self, file: Path, settings_seq: int) -> None:
        """Read the settings again when the engine says that somebody changed them."""
        if self._seen is not None and settings_seq != self._seen:
            self._asking.start(self._read(file), name="reading the settings")
        self._seen = settings_seq

    async def _write(self, values: dict[str, Value], before: dict[str, Value], refused: Refused | None) -> None:
        try:
            await self._asking.engine.ask(ChangeSettings(values=tuple(values.items())))
        except InspectorError as error:
            # A newer change of the same setting has its own answer.
            back = {name: old for name, old in before.items() if getattr(self.settings, name) == values[name]}
            self.settings = replace(self.settings, **back)  # type: ignore[arg-type]
            self.changed.emit()
            if refused is None:
                self._asking.post(Notice(text=str(error), kind="failed"))
            else:
                refused(str(error))
        else:
            self.agreed.emit(frozenset(values))
        finally:
            self._writing -= 1
            if not self._writing and self._unread is not None:
                self._asking.start(self._read(self._unread), name="reading the settings")

    async def _read(self, file: Path) -> None:
        settings = await off(settings_file.read, file)
        # What is being written counts already, though the file does not hold it yet: it is read again behind that.
        self._unread = file if self._writing else None
        if not self._writing and settings != self.settings:
            self.settings = settings
            self.changed.emit()
