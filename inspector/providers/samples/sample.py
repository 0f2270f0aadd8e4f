"""What one sample event is, as data."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from inspector.providers.samples.fresh import Fresh

Values: TypeAlias = Mapping[str, str | int]
"""What is new at each sending, by the name under which body and header fields refer to it."""

Written = Literal["compact", "spaced", "indented", "form", "multipart", "text"]
"""How the provider writes its bodies: JSON without blanks, with a blank behind `,` and `:`, indented; a form, a form in
parts (its boundary stands in the sample's Content-Type), where a list repeats its field; or a text as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One event of one provider. Its body is `resources/samples/PROVIDER/FILE.json`, with `${name}` for what is new."""

    provider: str
    """An id of the providers' registry."""
    event: str
    """What names it: the event as the provider calls it, with `:KIND` behind it where that name is taken."""
    title: str
    """For people: "Payment succeeded"."""
    file: str
    headers: tuple[tuple[str, str], ...]
    """All but Host, Content-Length and the signature, in the provider's order, with `${name}` too."""
    values: Callable[[Fresh], Values]
    written: Written = "compact"
    end: str = ""
    """What the provider writes behind a JSON document: the end of a line."""
    recognised: str = ""
    """The event that it is recognised as, where `event` says more than that."""
    has_id: bool = True
    """False where the provider sends no id with this event, though it does with others."""

    @property
    def recognised_event(self) -> str:
        """What the provider calls the event."""
        return self.recognised or self.event


def file_and_event(name: str) -> tuple[str, str]:
    """Of a sample named `EVENT:KIND` its file, which is the kind, and the event that it is recognised as.

    Of one that is named by its event alone that is its file, and no other event is told.
    """
    event, colon, kind = name.partition(":")
    return (kind, event) if colon else (name, "")
