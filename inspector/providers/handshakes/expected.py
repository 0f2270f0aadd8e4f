"""Whom an endpoint may be for: every provider that is known by its signatures or by its handshakes."""

from collections.abc import Iterable

from inspector.providers.handshakes.registry import NAMES
from inspector.providers.provider import Provider
from inspector.providers.registry import PROVIDERS


def names_of_all() -> dict[str, str]:
    """What each is called, by its id."""
    return NAMES | {provider.id: provider.name for provider in PROVIDERS}


def check_expected(provider_id: str, custom: Iterable[Provider] = ()) -> str:
    """Why there is no such provider, with those that there are; empty where there is.

    `custom` are those that the user described.
    """
    own = {provider.id for provider in custom}
    known = names_of_all().keys() | own
    if not provider_id or provider_id in known:
        return ""
    return f"There is no provider “{provider_id}”; known are {', '.join((*sorted(own), *sorted(known - own)))}."
