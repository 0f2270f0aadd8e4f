"""Which bytes are signed, written as documentation writes it: `v0:{X-Slack-Request-Timestamp}:{body}`."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inspector.providers.place import Place, place
from inspector.providers.subject import COMPUTED, OF_BODY, Compute

_BRACES = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Part:
    """One part: literal bytes, the body, a value in the signature's header, what stands at a place or is computed."""

    name: str
    literal: bytes = b""
    is_body: bool = False
    place: Place | None = None
    """Where the value stands; None of a literal, the body, a computed part and a field of the signature's header."""
    compute: Compute | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """The bytes that are signed: at most once the body, with parts before and after it."""

    template: str
    """As people read it: line ends are written `\\n`."""
    parts: tuple[Part, ...]
    values: tuple[Part, ...]
    """The parts that a request has to show, computed ones included."""
    covers_body: bool
    signs_url: bool = False
    takes_body: bool = True
    """Whether the body itself is a part."""
    is_body_alone: bool = False
    limit: str = ""
    """Which part of the body a match says nothing about, as a sentence, where it says something about the others."""

    def compose(self, values: Mapping[str, bytes]) -> tuple[bytes, bytes]:
        """The bytes before and after the body; all of them before, where the body is not signed."""
        if self.is_body_alone:
            return b"", b""
        sides = [b"", b""]
        side = 0
        for part in self.parts:
            if part.is_body:
                side = 1
            else:
                sides[side] += part.literal or values[part.name]
        return sides[0], sides[1]


def message(
    template: str,
    *,
    fields: Iterable[str] = (),
    computed: Mapping[str, Compute] | None = None,
    covers_body: bool | None = None,
    signs_url: bool | None = None,
    limit: str = "",
) -> Message:
    """Read a template.

    In braces stand `body`, a name of `fields` (values in the signature's header), of `computed` or `COMPUTED`
    (`method`, `url`, `sha256(body)` …), the name of a header field, or a place. `covers_body` and `signs_url` are told
    where a part of `computed` hides them.
    """
    names = set(fields)
    computing = {**COMPUTED, **(computed or {})}
    parts: list[Part] = []
    for index, text in enumerate(_BRACES.split(template)):
        if index % 2 == 0:
            if text:
                parts.append(Part(text, literal=text.encode()))
        elif text == "body":
            parts.append(Part(text, is_body=True))
        elif text in names:
            parts.append(Part(text))
        elif text in computing:
            parts.append(Part(text, compute=computing[text]))
        else:
            parts.append(Part(text, place=place(text if ":" in text else f"header:{text}")))
    values = tuple(part for part in parts if not part.literal and not part.is_body)
    if covers_body is None:
        covers_body = any(part.is_body or part.name in OF_BODY for part in parts)
    if signs_url is None:
        signs_url = any(part.name == "url" and part.compute is not None for part in parts)
    return Message(
        template.replace("\n", "\\n"),
        tuple(parts),
        values=values,
        covers_body=covers_body,
        signs_url=signs_url,
        takes_body=any(part.is_body for part in parts),
        is_body_alone=len(parts) == 1 and parts[0].is_body,
        limit=limit,
    )


BODY = message("{body}")
