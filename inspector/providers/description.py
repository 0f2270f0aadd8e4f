"""A provider in words: what `providers NAME` shows."""

from dataclasses import dataclass

from inspector.providers.explanation import recipe
from inspector.providers.handshakes.registry import kinds_of
from inspector.providers.provider import Category, Evidence, Provider
from inspector.providers.wording import duration


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is known of a provider: how each of its signatures is verified, on what evidence, and what is in doubt."""

    id: str
    name: str
    category: Category
    verified: tuple[str, ...]
    """One line for each way in which the provider signs, the first that decides first."""
    delivered: str
    handshakes: tuple[str, ...]
    evidence: Evidence
    doubts: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """All but the evidence, a line each."""
        tests = (f"Tests an endpoint by: {', '.join(self.handshakes)}",) if self.handshakes else ()
        return (*self.verified, self.delivered, *tests)

    def as_json(self) -> dict[str, object]:
        """The object of `providers --json`."""
        return {
            "id": self.id,
            "name": self.name,
            "category": self.category,
            "verified": list(self.verified),
            "delivered": self.delivered,
            "handshakes": list(self.handshakes),
            "evidence": self.evidence,
            "doubts": list(self.doubts),
        }


def describe(provider: Provider) -> Description:
    """Put an entry of the registry into words."""
    return Description(
        id=provider.id,
        name=provider.name,
        category=provider.category,
        verified=how_verified(provider),
        delivered=how_delivered(provider),
        handshakes=kinds_of(provider.id),
        evidence=provider.evidence,
        doubts=provider.doubts,
    )


def how_verified(provider: Provider) -> tuple[str, ...]:
    """`Stripe-Signature: v1=hex(HMAC-SHA256(secret, "{t}.{body}")); at most 5 min old`, a line for each scheme."""
    lines: list[str] = []
    for scheme in provider.schemes:
        line = recipe(scheme)
        if scheme.timestamp is not None and scheme.timestamp.tolerance_s is not None:
            ahead = "old or ahead" if scheme.timestamp.future else "old"
            line += f"; at most {duration(scheme.timestamp.tolerance_s)} {ahead}"
        if not scheme.covers_body:
            line += "; does not protect the body"
        lines.append(line)
    return tuple(lines)


def how_delivered(provider: Provider) -> str:
    """What the provider expects of a response, as far as it is known."""
    deadline = f"Waits {duration(provider.deadline_s)}" if provider.deadline_s else "Waits an unknown time"
    retries = "tries again" if provider.retries else "does not try again"
    policy = f": {provider.retry_policy}" if provider.retry_policy else ""
    return f"{deadline}; {retries}{policy}"
