"""Keeps the port of the listener in the store, so that `trigger` in another process finds it."""

import logging
from pathlib import Path
from urllib.parse import urlsplit

from inspector.core.errors import InspectorError
from inspector.core.messages import Fact, Health
from inspector.store import listening_port

log = logging.getLogger(__name__)


class Whereabouts:
    """Follows the facts of an engine."""

    def __init__(self, store: Path) -> None:
        self._store = store
        self._port: int | None = None

    def hear(self, fact: Fact) -> None:
        """Take the port of a listener that began, moved or stopped."""
        if isinstance(fact, Health):
            self._be_at(urlsplit(fact.listening[0]).port if fact.listening else None)

    def leave(self) -> None:
        """The listener is closed."""
        self._be_at(None)

    def _be_at(self, port: int | None) -> None:
        if port == self._port:
            return
        try:
            if self._port is not None:
                listening_port.forget(self._store, self._port)
                self._port = None
            if port is not None:
                listening_port.note(self._store, port)
                self._port = port
        except InspectorError as error:
            # The next fact tries again.
            log.info("The port was not noted: %s", error)
