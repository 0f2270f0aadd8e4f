"""What a sample is to be sent as."""

from dataclasses import dataclass, field

from inspector.core.sending_wishes import Break, Seed


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleDraft:
    """One sending: `target` is empty for the own address, `secret` for the sample secret, `body` None as it is made.

    With `broken` its signature is made bad in that way.
    """

    provider: str
    event: str
    target: str = ""
    secret: str = ""
    body: bytes | None = field(default=None, repr=False)
    broken: Break | None = None
    seed: Seed | None = None
    """Of what the body that is shown was made."""
