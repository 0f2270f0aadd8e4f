"""Every handshake, in the order in which they are tried: what tells its sender stands before what does not."""

from inspector.providers.handshakes.acknowledged import ACKNOWLEDGED
from inspector.providers.handshakes.computed import COMPUTED
from inspector.providers.handshakes.echoes import ECHOES
from inspector.providers.handshakes.handshake import Handshake
from inspector.providers.handshakes.subscriptions import SUBSCRIPTIONS

HANDSHAKES: tuple[Handshake, ...] = (*COMPUTED, *ECHOES, *SUBSCRIPTIONS, *ACKNOWLEDGED)

NAMES: dict[str, str] = {handshake.provider: handshake.name for handshake in HANDSHAKES if handshake.provider}
"""What a provider that asks is called, by its id."""


def kinds_of(provider_id: str) -> tuple[str, ...]:
    """The kinds by which a provider tests an endpoint."""
    return tuple(dict.fromkeys(one.kind for one in HANDSHAKES if one.provider == provider_id))
