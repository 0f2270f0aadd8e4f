"""Says what an app that refuses a delivery did with its body: in the worker process, and nothing of it is kept."""

import asyncio
from dataclasses import replace
from pathlib import Path

from inspector.core.app_messages import AppAnswer, CheckApp
from inspector.core.handing import take
from inspector.core.request import Request
from inspector.core.verdict import Judgement
from inspector.engine.app_comparing import compared, read_body
from inspector.engine.engine import Engine
from inspector.providers.app_seen import body_seen, read_seen
from inspector.providers.basis import Basis

SECONDS = 20.0
"""The search limits itself to five; reading large bodies takes time too."""


async def check_of(engine: Engine, wish: CheckApp) -> AppAnswer:
    """Answer a wish. Raises UsageError for a file that cannot be read, NothingError for a capture that is not there."""
    pasted = await asyncio.to_thread(take, engine.paths.drafts, Path(wish.draft)) if wish.draft else b""
    capture = await engine.reading.run(lambda reader: reader.capture(wish.id))
    basis = replace(engine.basis(), secrets=engine.secrets.explaining(capture.judgement))
    return await engine.worker.call(SECONDS, checked, capture.request, capture.judgement, basis, wish, pasted)


def checked(request: Request, judgement: Judgement, basis: Basis, wish: CheckApp, pasted: bytes) -> AppAnswer:
    """Runs in the worker: what was given is read and compared."""
    if wish.file:
        seen = body_seen(read_body(Path(wish.file)))
    else:
        seen = read_seen(pasted.decode("utf-8", "surrogateescape") if wish.draft else wish.given)
    return compared(request, judgement, basis, seen, wish.framework)
