"""What was used last comes first."""

from collections.abc import Iterable


def recent(first: str, before: Iterable[str], most: int) -> tuple[str, ...]:
    """The one that was just used, then those of before without it, so many in all."""
    return (first, *(old for old in before if old != first))[:most]
