"""Typed publish and subscribe inside one process and thread."""

import logging
from collections.abc import Callable
from typing import Generic, TypeVar

Fact = TypeVar("Fact")

log = logging.getLogger(__name__)


class Channel(Generic[Fact]):
    """Hands each published fact to every subscriber; one that fails is logged and the others still hear it."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[Fact], None]] = []

    def subscribe(self, subscriber: Callable[[Fact], None]) -> Callable[[], None]:
        """Add a subscriber; calling what is returned removes it again."""
        self._subscribers.append(subscriber)

        def unsubscribe() -> None:
            if subscriber in self._subscribers:
                self._subscribers.remove(subscriber)

        return unsubscribe

    def publish(self, fact: Fact) -> None:
        """Call every subscriber with the fact."""
        for subscriber in tuple(self._subscribers):
            try:
                subscriber(fact)
            except Exception:
                log.exception("A subscriber of %s failed", type(fact).__name__)
