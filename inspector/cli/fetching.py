"""`--fetch-keys`: public keys from where their providers publish them, for a command that judges by itself."""

import asyncio
from dataclasses import replace

import click

from inspector import settings_file
from inspector.cli.options import Common
from inspector.core.errors import InspectorError
from inspector.core.paths import Paths
from inspector.core.request import Request
from inspector.engine import key_cache
from inspector.engine.key_fetching import fetch_key
from inspector.providers.basis import Basis
from inspector.providers.judging import judge

fetch_keys = click.option(
    "--fetch-keys",
    is_flag=True,
    help="Fetch a public key that is missing from where its provider publishes it. [default: as the preferences say]",
)


def with_key(basis: Basis, request: Request, common: Common, paths: Paths, *, wanted: bool) -> Basis:
    """What to judge a request by once its public key was fetched, where one is missing and that is allowed.

    Where it cannot be had a notice says why, and the basis is the one of before.
    """
    judgement = judge(request, basis)
    if judgement.verdict.cause != "key-unavailable" or not (wanted or settings_file.read(paths.settings).fetch_keys):
        return basis
    try:
        key = asyncio.run(fetch_key(paths.fetched_keys, request, judgement))
    except InspectorError as error:
        common.notice(str(error))
        return basis
    common.notice(f"{key.provider}: the key was fetched from {key.address}.")
    return known_keys(basis, paths)


def known_keys(basis: Basis, paths: Paths) -> Basis:
    """The basis with the keys that were fetched some time, behind what the user gave."""
    secrets = {id: tuple(one for one in own if not one.source) for id, own in basis.secrets.items()}
    for provider, keys in key_cache.as_secrets(key_cache.read(paths.fetched_keys)).items():
        secrets[provider] = (*secrets.get(provider, ()), *keys)
    return replace(basis, secrets=secrets)
