"""Which bytes are signed, written as documentation writes it: `v0:{X-Slack-Request-Timestamp}:{body}`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inspector.providers.place import Place, place

_BRACES = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Part:
    """One part: literal bytes, the body, a named value of the signature's header, or the value at a place."""

    name: str
    literal: bytes = b""
    is_body: bool = False
    place: Place | None = None
    """Where the value stands; None of a literal, the body and a field of the signature's header."""


@dataclass(frozen=True, slots=True)
class Message:
    """The bytes that are signed: at most once the body, with parts before and after it."""

    template: str
    parts: tuple[Part, ...]
    values: tuple[Part, ...]
    """The parts that a request has to show."""
    covers_body: bool

    def compose(self, values: Mapping[str, bytes]) -> tuple[bytes, bytes]:
        """The bytes before and after the body; all of them before, where the body is not signed."""
        if not self.values:
            return b"", b""
        sides = [b"", b""]
        side = 0
        for part in self.parts:
            if part.is_body:
                side = 1
            else:
                sides[side] += part.literal or values[part.name]
        return sides[0], sides[1]


def message(template: str, *, fields: Iterable[str] = ()) -> Message:
    """Read a template: `{body}`, a name of `fields` (values in the signature's header), a header's name, a place."""
    names = set(fields)
    parts: list[Part] = []
    for index, text in enumerate(_BRACES.split(template)):
        if index % 2 == 0:
            if text:
                parts.append(Part(text, literal=text.encode()))
        elif text == "body":
            parts.append(Part(text, is_body=True))
        elif text in names:
            parts.append(Part(text))
        else:
            parts.append(Part(text, place=place(text if ":" in text else f"header:{text}")))
    return Message(
        template,
        tuple(parts),
        values=tuple(part for part in parts if not part.literal and not part.is_body),
        covers_body=any(part.is_body for part in parts),
    )


BODY = message("{body}")
