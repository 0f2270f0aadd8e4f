"""Fulfils what the window asks for about secrets, and judges again what another secret could change."""

import asyncio

from inspector.core.errors import NothingError, UsageError
from inspector.core.mend import Mend
from inspector.core.request import Request
from inspector.core.secret import Kept, Secret
from inspector.core.secret_wishes import (
    AddSecret,
    ChangePassphrase,
    ChangeSecret,
    FetchKey,
    MendSecret,
    RemoveSecret,
    RevealSecret,
    SecretAdded,
    SecretWish,
    UnlockSecrets,
)
from inspector.core.verdict import Judgement
from inspector.engine.engine import Engine
from inspector.engine.reading import plain
from inspector.engine.rejudging import Tally
from inspector.providers.basis import Basis
from inspector.providers.mending import mended_secret

MENDING_SECONDS = 5.0
"""In which the secret is found once more; past this its process is taken for lost."""
JUDGING_SECONDS = 3.0
"""For which the answer to a new secret waits, so that it says what was matched."""


async def grant(engine: Engine, wish: SecretWish) -> SecretAdded | str | None:
    """Do what a wish asks for. Raises InspectorError where it cannot be done."""
    match wish:
        case AddSecret():
            return await _add(engine, wish.provider, wish.name, wish.value, wish.keep)
        case MendSecret():
            return await _mend(engine, wish.id)
        case FetchKey():
            return await engine.asking.fetch_for(wish.id)
        case RevealSecret():
            return await engine.secrets.reveal(wish.provider, wish.name)
        case ChangeSecret():
            if not wish.new_name:
                raise UsageError("A secret needs a name.")
            await engine.secrets.change(wish.provider, wish.name, wish.new_name, wish.keep)
            tell(engine)
            await _judge_again(engine, wish.provider)
        case RemoveSecret():
            await engine.secrets.remove(wish.provider, wish.name)
            tell(engine)
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


async def _mend(engine: Engine, id: int) -> SecretAdded:
    """The value goes from the worker to where secrets are kept, and nowhere else."""
    capture = await engine.reading.run(lambda reader: reader.capture(id))
    found = await engine.worker.call(MENDING_SECONDS, mended, capture.request, capture.judgement, engine.basis())
    if found is None:
        raise NothingError("No secret that could be kept would mend this any more; look at its explanation again.")
    mend, secret = found
    known = {(one.provider, one.name): one for one in engine.secrets.names()}
    before = known.get((mend.provider, mend.secret))
    keep: Kept | None = "file" if before is not None and before.kept == "file" else None
    return await _add(engine, mend.provider, mend.secret, secret.value.decode("utf-8", "surrogateescape"), keep)


def mended(request: Request, judgement: Judgement, basis: Basis) -> tuple[Mend, Secret] | None:
    """Runs in the worker: the secret that would match."""
    return mended_secret(request, judgement, basis, decode=plain)


async def _add(engine: Engine, provider: str, name: str, text: str, keep: Kept | None) -> SecretAdded:
    if not text or not name:
        raise UsageError("A secret needs a name and a value.")
    kept = await engine.secrets.add(provider, name, text.encode("utf-8", "surrogateescape"), keep)
    tell(engine)
    again = await engine.rejudging.judgeable(provider)
    tally = Tally(secret=name)
    judging = engine.tasks.spawn(engine.rejudging.run(again, tally), name="judging again")
    await asyncio.wait({judging}, timeout=JUDGING_SECONDS)
    matched = tally.matched if tally.decided == len(again) else None
    return SecretAdded(kept=kept.kept, judged_again=len(again), matched=matched)


async def _unlock(engine: Engine, wish: UnlockSecrets) -> None:
    before = engine.secrets.names_now()
    await engine.secrets.unlock(wish.passphrase)
    tell(engine)
    for provider in sorted({one.provider for one in engine.secrets.names_now() - before}):
        await _judge_again(engine, provider)


async def _judge_again(engine: Engine, provider: str) -> None:
    """What another set of secrets could change, in the background."""
    again = await engine.rejudging.judgeable(provider)
    engine.tasks.spawn(engine.rejudging.run(again), name="judging again")
