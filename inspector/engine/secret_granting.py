"""Fulfils what the window asks for about secrets, and judges again what another secret could change."""

import asyncio
from collections.abc import Iterable

from inspector.core.errors import UsageError
from inspector.core.secret import SecretName
from inspector.core.secret_wishes import (
    AddSecret,
    ChangePassphrase,
    ChangeSecret,
    RemoveSecret,
    RevealSecret,
    SecretAdded,
    SecretWish,
    UnlockSecrets,
)
from inspector.engine.engine import Engine
from inspector.engine.rejudging import Tally

JUDGING_SECONDS = 3.0
"""For which the answer to a new secret waits, so that it says what was matched."""


async def grant(engine: Engine, wish: SecretWish) -> SecretAdded | str | None:
    """Do what a wish asks for. Raises InspectorError where it cannot be done."""
    match wish:
        case AddSecret():
            return await _add(engine, wish)
        case RevealSecret():
            return await engine.secrets.reveal(wish.provider, wish.name)
        case ChangeSecret():
            if not wish.new_name:
                raise UsageError("A secret needs a name.")
            await engine.secrets.change(wish.provider, wish.name, wish.new_name, wish.keep)
            await _judge_again(engine, wish.provider)
        case RemoveSecret():
            await engine.secrets.remove(wish.provider, wish.name)
            # What failed with it alone is without a secret again.
            await _judge_again(engine, wish.provider)
        case UnlockSecrets():
            await _unlock(engine, wish)
        case ChangePassphrase():
            await engine.secrets.change_passphrase(wish.old, wish.new)
            tell(engine)
    return None


def tell(engine: Engine) -> None:
    """Publish which secrets there are and where they can be kept, also to other programs on this store."""
    engine.tell_secrets()
    engine.store.bump_settings()


async def _add(engine: Engine, wish: AddSecret) -> SecretAdded:
    if not wish.value or not wish.name:
        raise UsageError("A secret needs a name and a value.")
    value = wish.value.encode("utf-8", "surrogateescape")
    kept = await engine.secrets.add(wish.provider, wish.name, value, wish.keep)
    tell(engine)
    again = await engine.rejudging.judgeable(wish.provider)
    tally = Tally(secret=wish.name)
    judging = engine.tasks.spawn(engine.rejudging.run(again, tally), name="judging again")
    await asyncio.wait({judging}, timeout=JUDGING_SECONDS)
    matched = tally.matched if tally.decided == len(again) else None
    return SecretAdded(kept=kept.kept, judged_again=len(again), matched=matched)


async def _unlock(engine: Engine, wish: UnlockSecrets) -> None:
    before = engine.secrets.names_now()
    await engine.secrets.unlock(wish.passphrase)
    tell(engine)
    for provider in _providers(engine.secrets.names_now() - before):
        await _judge_again(engine, provider)


def _providers(names: Iterable[SecretName]) -> list[str]:
    return sorted({one.provider for one in names})


async def _judge_again(engine: Engine, provider: str) -> None:
    """What another set of secrets could change, in the background."""
    tell(engine)
    again = await engine.rejudging.judgeable(provider)
    engine.tasks.spawn(engine.rejudging.run(again), name="judging again")
