"""What one provider is, as data: how to recognise it, how it signs, where event and ids stand, what it expects."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from inspector.providers.lossless import Json
from inspector.providers.payload import Payload
from inspector.providers.place import Place
from inspector.providers.scheme import Scheme

Category = Literal[
    "accounting",
    "ai",
    "auth",
    "cloud",
    "cms",
    "comms",
    "commerce",
    "crm",
    "database",
    "design",
    "dev",
    "documents",
    "email",
    "fintech",
    "fitness",
    "forms",
    "generic",
    "identity",
    "logistics",
    "marketing",
    "media",
    "notifications",
    "ops",
    "payments",
    "productivity",
    "realtime",
    "scheduling",
    "social",
    "storage",
    "video",
    "web3",
]
Level = Literal["primary", "secondary", "unverified"]
"""Where the facts come from: the provider's own library or documentation, independent implementations, hearsay."""
Evidence = Literal["published vector", "official library", "self-checked only"]
"""What our checking was compared with: a vector that the provider published, its library, or nothing of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One way to recognise a provider: all of its conditions hold. Of several that fit the lowest precedence wins."""

    headers: tuple[str, ...] = ()
    """Header fields that are there."""
    agent: str = ""
    """How the User-Agent begins; only looked at when `headers` is empty."""
    shows: tuple[tuple[Place, str], ...] = ()
    """Values that places hold, with wildcards: `evt_*`. A mark without header fields and agent is found by the first of
    them: a name on the top level of the JSON document, a field of a form, or the body as text."""
    unless: tuple[str, ...] = ()
    """Header fields that are not there."""
    precedence: int = 20


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Provider:
    """One provider; everything that recognising, judging and explaining needs to know of it."""

    id: str
    name: str
    category: Category
    marks: tuple[Mark, ...]
    schemes: tuple[Scheme, ...]
    decides: Literal["first", "any"] = "first"
    """Of a request that is signed in several ways: the first of `schemes` decides alone, or any that matches."""
    event: tuple[Place, ...] = ()
    event_parts: tuple[Place, ...] = ()
    """Where no single place names the event: those whose texts, joined by dots, do. Without all of them `event`
    counts."""
    event_named: Callable[[Payload], str | None] | None = None
    """Names the event where no places do. It gets whatever anybody sends, and never raises."""
    unpack: Callable[[Payload], Json] | None = None
    """Finds the document in a body that is neither JSON nor a form with JSON in it; None where there is none. It gets
    whatever anybody sends, and never raises."""
    delivery_id: tuple[Place, ...] = ()
    delivery_parts: tuple[Place, ...] = ()
    """What else belongs to the delivery id, behind a blank; a request without all of it has none."""
    shares_id: bool = False
    """Whether the delivery id names what an event is about, so that several deliveries have it. They are told apart by
    the event key."""
    event_key: tuple[Place, ...] = ()
    """What stays the same when the same event comes under another delivery id; the event's name belongs to it."""
    event_state: tuple[Place, ...] = ()
    """What tells apart two events of one name about the same thing; all of these belong to the key, too."""
    retry_counter: tuple[Place, ...] = ()
    counts_from: Literal[0, 1] = 0
    """What the counter shows at the first try."""
    gists: tuple[tuple[str, str], ...] = ()
    """Wildcards for events, each with the template of its gist; the first that fits counts."""
    sensitive: tuple[Place, ...] = ()
    """Places that hold a secret which the provider sends along."""
    deadline_s: float | None = None
    """How long it waits for a response."""
    retries: bool = True
    """Whether it tries again by itself."""
    retry_policy: str = ""
    """When it does, in words."""
    secret_forms: tuple[str, ...] = ()
    """How a good secret begins, where that can be told; other forms are remarked on."""
    wrong_secrets: tuple[tuple[str, str], ...] = ()
    """How values begin that are often taken for the secret, each with what it really is."""
    evidence: Evidence = "self-checked only"
    level: Level = "primary"
    sources: tuple[str, ...] = ()
    """Where the facts come from: documentation, libraries, with version."""
    doubts: tuple[str, ...] = ()
    """What the provider is said to do, but nobody proved: "not confirmed by the provider's documentation"."""
    key_sources: tuple[str, ...] = ()
    """Addresses at which the provider publishes its keys, with wildcards for those that a request names: in the host
    one for a region of a cloud, in the path for some of a step: `https://sns.*.amazonaws.com/*.pem`. Nothing else is
    ever fetched."""
    key_place: tuple[Place, ...] = ()
    """Where a request names the address or the id of the key; only an address that fits `key_sources` counts."""
    key_names: tuple[str, ...] = ()
    """Hosts that its certificate is for, with wildcards for some of a label; empty where its keys are bare."""
    key_chain: bool = False
    """Whether what is fetched holds the certificates that lead to an authority which machines trust."""
    monogram: str = ""
    """One or two letters by which it is told apart in lists; made of the name where empty."""
    secret_words: str = ""
    """What its secret is called, with the article: "the webhook’s secret"; empty: the signing secret."""
    secret_where: str = ""
    """A sentence that says where the provider shows its secret."""
    secret_hint: str = ""
    """How a secret looks: "whsec_…"."""
    has_public_keys: bool = field(init=False)
    """Whether one of its schemes is checked with a public key."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "has_public_keys", any(scheme.is_asymmetric for scheme in self.schemes))
