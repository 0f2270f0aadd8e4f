"""Samples as they are offered: ours, and those that the user made of captures."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from inspector.core.own_samples import OwnSample
from inspector.gui import words


class Offered(Protocol):
    """What a form needs to know of a sample."""

    @property
    def provider(self) -> str:
        """An id of the providers' registry."""

    @property
    def event(self) -> str:
        """What names it: the provider's event, or the title of one of the user's own."""

    @property
    def title(self) -> str:
        """For people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOffer:
    """One that the user made of a capture."""

    provider: str
    event: str
    """Its title, by which it is sent."""
    title: str
    """The same with the event of the capture."""
    target: str = "/"
    """Path and query that it came to, and goes to."""


def own_offers(samples: Iterable[OwnSample]) -> tuple[OwnOffer, ...]:
    """The user's own samples as they are offered."""
    yours = words.tr("yours")
    return tuple(
        OwnOffer(
            provider=one.provider,
            event=one.title,
            title=f"{yours}: {one.event}" if one.event else yours,
            target=one.target,
        )
        for one in samples
    )
