"""What the window remembers of last time: geometry, splitters, columns, sort, filter, selection, in one small file."""

import json
import logging
import os
from base64 import b64decode, b64encode
from binascii import Error
from pathlib import Path

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication

from inspector.core.paths import shape_of
from inspector.gui.models.sorting import Sort, read_sort
from inspector.gui.views.main_window import MainWindow

log = logging.getLogger(__name__)

COLUMNS_VERSION = "columns-2"
"""Raised when the columns change, so that an old order is not put over new ones."""


class Memory:
    """One file in the settings' folder, which only its owner can read."""

    def __init__(self, folder: Path) -> None:
        self._file = shape_of(folder)
        self._values: dict[str, str] = {}

    def load(self) -> None:
        """Read the file; one that cannot be read is as good as none."""
        try:
            values = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return
        if isinstance(values, dict):
            self._values = {str(name): value for name, value in values.items() if isinstance(value, str)}

    @property
    def filter(self) -> str:
        """The filter that was in force."""
        return self._values.get("filter", "")

    @property
    def sort(self) -> Sort | None:
        """What the list was sorted by."""
        return read_sort(self._values.get("sort", ""))

    @property
    def selected(self) -> int | None:
        """The capture that was selected."""
        text = self._values.get("selected", "")
        return int(text) if text.isdigit() else None

    @property
    def copied_as(self) -> str:
        """The name of the format that was copied last; it may be one that no version knows any more."""
        return self._values.get("copied_as", "")

    def restore(self, window: MainWindow) -> None:
        """Give the window the shape that it had; one that is off every screen is centred."""
        if geometry := self._bytes("geometry"):
            window.restoreGeometry(geometry)
        areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if areas and not any(area.intersects(window.geometry()) for area in areas):
            frame = window.frameGeometry()
            frame.moveCenter(areas[0].center())
            window.move(frame.topLeft())
        if sidebar := self._bytes("sidebar"):
            window.sidebar_and_rest.restoreState(sidebar)
        if detail := self._bytes("detail"):
            window.rows_and_detail.restoreState(detail)
        if pages := self._bytes("pages"):
            window.detail.restore_state(pages)
        window.empty.prefer_shell(self._values.get("shell", ""))
        if columns := self._bytes(COLUMNS_VERSION):
            window.table.header.restore(columns)

    def keep(self, window: MainWindow, *, filter: str, selected: int | None, copied_as: str = "") -> None:
        """Note the window's shape and write it; a folder that cannot be written is logged and no more."""
        shapes = {
            "geometry": window.saveGeometry(),
            "sidebar": window.sidebar_and_rest.saveState(),
            "detail": window.rows_and_detail.saveState(),
            "pages": window.detail.save_state(),
            COLUMNS_VERSION: window.table.horizontalHeader().saveState(),
        }
        self._values = {name: b64encode(shape.data()).decode() for name, shape in shapes.items()}
        self._values |= {"filter": filter, "selected": "" if selected is None else str(selected)}
        self._values["copied_as"] = copied_as
        self._values["sort"] = str(window.model.sorted_by or "")
        self._values["shell"] = window.empty.shell
        part = self._file.with_suffix(".part")
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
                json.dump(self._values, file, indent=1)
            part.replace(self._file)
        except OSError as error:
            log.warning("The shape of the window cannot be remembered in %s: %s", self._file, error)

    def _bytes(self, name: str) -> QByteArray | None:
        try:
            content = b64decode(self._values.get(name, ""), validate=True)
        except Error:
            return None
        return QByteArray(content) if content else None
