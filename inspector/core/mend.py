"""What would mend a failure that was explained; every mend is done only when the user asks for it."""

from dataclasses import dataclass
from typing import Literal

MendKind = Literal["secret", "public-url", "enter-url", "sign-again", "headers", "bytes"]
"""Keep another secret, set the public URL, have the user enter it, send it again signed now; or look: at the header
fields, at the bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """One mend, by name: it holds no secret."""

    kind: MendKind
    words: str = ""
    """Of a secret: how the one that is kept then differs from the one that is kept now."""
    provider: str = ""
    secret: str = ""
    """The name under which it is kept then."""
    replaces: bool = False
    """Whether there is one of that name, which goes."""
    url: str = ""
    """The public URL, without the path of the request."""
