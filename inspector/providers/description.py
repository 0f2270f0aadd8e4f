"""A provider in words: what `providers NAME` shows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from inspector.providers.ages import duration
from inspector.providers.explanation import recipe
from inspector.providers.handshakes.registry import kinds_of
from inspector.providers.provider import Category, Evidence, Provider
from inspector.providers.wording import where_setting_is


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
    public_key: str = ""
    """How its public key can be had; empty where it signs with shared secrets alone."""

    @property
    def lines(self) -> tuple[str, ...]:
        """All but the evidence, a line each."""
        tests = (f"Tests an endpoint by: {', '.join(self.handshakes)}",) if self.handshakes else ()
        key = (f"Public key: {self.public_key}",) if self.public_key else ()
        return (*self.verified, *key, self.delivered, *tests)

    def as_json(self) -> dict[str, object]:
        """The object of `providers --json`."""
        return {
            "id": self.id,
            "name": self.name,
            "category": self.category,
            "verified": list(self.verified),
            "delivered": self.delivered,
            "public_key": self.public_key or None,
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
        public_key=how_keyed(provider),
    )


def evidence_of(providers: Sequence[Provider]) -> str:
    """A sentence that counts what their checking was compared with; the README has the same."""
    counted = Counter(provider.evidence for provider in providers)
    published, library, own = (counted[kind] for kind in ("published vector", "official library", "self-checked only"))
    return (
        f"Of {len(providers)} providers, {published} are checked against vectors that they published, "
        f"{library} against their official libraries; {own} are self-checked only."
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


def how_keyed(provider: Provider) -> str:
    """Whether its public key can be fetched, and from where; empty where no signature takes one."""
    if not provider.has_public_keys:
        return ""
    if provider.key_sources:
        also = "".join(where_setting_is(provider, scheme) for scheme in provider.schemes)
        way = f"fetched, once you allow it, from {' or '.join(provider.key_sources)}; or entered as a secret"
        return f"{way}.{also}".rstrip(".")
    where = f". {provider.secret_where}" if provider.secret_where else ""
    return f"entered as a secret; no address is known to fetch it from{where}".rstrip(".")


def how_delivered(provider: Provider) -> str:
    """What the provider expects of a response, as far as it is known."""
    deadline = f"Waits {duration(provider.deadline_s)}" if provider.deadline_s else "Waits an unknown time"
    retries = "tries again" if provider.retries else "does not try again"
    policy = f": {provider.retry_policy}" if provider.retry_policy else ""
    return f"{deadline}; {retries}{policy}"
