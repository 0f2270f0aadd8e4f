"""All providers, in the order in which they are listed."""

from collections.abc import Iterable

from inspector.providers.ai import OPENAI
from inspector.providers.commerce import SHOPIFY
from inspector.providers.comms import SLACK
from inspector.providers.dev import GITHUB, GITLAB
from inspector.providers.generic import STANDARD_WEBHOOKS, SVIX
from inspector.providers.payments import STRIPE
from inspector.providers.provider import Provider
from inspector.providers.scheme import Scheme

PROVIDERS: tuple[Provider, ...] = (
    GITHUB,
    GITLAB,
    STRIPE,
    SLACK,
    SHOPIFY,
    OPENAI,
    SVIX,
    STANDARD_WEBHOOKS,
)

BY_ID: dict[str, Provider] = {provider.id: provider for provider in PROVIDERS}

SCHEMES: dict[str, Scheme] = {scheme.id: scheme for provider in PROVIDERS for scheme in provider.schemes}


def find(provider_id: str, custom: Iterable[Provider] = ()) -> Provider | None:
    """The provider with an id, among ours and those that the user described, or None."""
    return BY_ID.get(provider_id) or next((provider for provider in custom if provider.id == provider_id), None)
