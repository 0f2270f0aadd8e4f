"""Fulfils what the window asks for, one wish at a time; errors are sentences for the user."""

import asyncio
from dataclasses import replace
from pathlib import Path

from inspector import settings_file
from inspector.core.app_messages import CheckApp
from inspector.core.custom_wishes import FindScheme, RemoveProvider, SaveProvider, StopFinding, TryRecipe
from inspector.core.filter.parser import parse
from inspector.core.long_work import StopImport
from inspector.core.messages import (
    Changed,
    ChangeSettings,
    Explain,
    Explanation,
    Import,
    Listen,
    MarkRead,
    Pin,
    Remove,
    Removed,
    Restore,
    SetNote,
    SetResponse,
    StopListening,
)
from inspector.core.request import Request
from inspector.core.secret_wishes import (
    AddSecret,
    ChangePassphrase,
    ChangeSecret,
    FetchKey,
    MendSecret,
    RemoveSecret,
    RevealSecret,
    UnlockSecrets,
)
from inspector.core.sending_wishes import (
    CheckReceiver,
    KeepSample,
    RemoveSample,
    Resend,
    SendDraft,
    SendSample,
    ShowPublicKey,
)
from inspector.core.verdict import Judgement
from inspector.core.wishes import Answer, Wish
from inspector.engine.app_checking import check_of
from inspector.engine.engine import Engine
from inspector.engine.reading import plain
from inspector.engine.secret_granting import grant
from inspector.engine.sending_out import send_out
from inspector.engine.trying import attend
from inspector.pipe import MOST_IDS
from inspector.providers.basis import Basis
from inspector.providers.explanation import explain
from inspector.providers.mending import mend_of
from inspector.providers.registry import PROVIDERS
from inspector.store.filter_sql import where

EXPLAIN_SECONDS = 5.0
STEP = 500
"""Captures that are pinned in one transaction."""


async def fulfil(engine: Engine, wish: Wish) -> Answer:
    """Do what a wish asks for. Raises InspectorError where it cannot be done."""
    match wish:
        case Listen():
            return await engine.try_to_listen(wish.host, wish.port)
        case StopListening():
            await engine.stop_listening()
        case SetResponse():
            engine.respond_with(wish.response)
        case Resend() | SendDraft() | SendSample() | KeepSample() | RemoveSample() | ShowPublicKey() | CheckReceiver():
            return await send_out(engine, wish)
        case Import():
            return await engine.importing.read_all([Path(path) for path in wish.paths])
        case StopImport():
            engine.importing.stop()
        case Explain() | CheckApp():
            return await _examine(engine, wish)
        case SaveProvider() | RemoveProvider() | TryRecipe() | FindScheme() | StopFinding():
            return await attend(engine, wish)
        case ChangeSettings():
            await _change_settings(engine, wish)
        case (
            AddSecret()
            | MendSecret()
            | ChangeSecret()
            | RemoveSecret()
            | RevealSecret()
            | UnlockSecrets()
            | ChangePassphrase()
            | FetchKey()
        ):
            return await grant(engine, wish)
        case Remove() | Restore() | Pin() | SetNote() | MarkRead():
            return await _edit(engine, wish)
    return None


async def _edit(engine: Engine, wish: Remove | Restore | Pin | SetNote | MarkRead) -> Answer:
    answer: Answer = None
    changed: tuple[int, ...] | None = None
    match wish:
        case Remove():
            condition = where(parse(wish.filter)) if wish.ids is None else None
            token, count = await asyncio.to_thread(
                engine.store.remove, condition, wish.ids, keep_pinned=wish.keep_pinned
            )
            answer = Removed(token=token, count=count)
        case Restore():
            answer = await asyncio.to_thread(engine.store.restore, wish.token)
        case Pin():
            await _pin(engine, wish)
            changed = wish.ids if len(wish.ids) <= MOST_IDS else None
        case SetNote():
            engine.store.set_note(wish.id, wish.note)
            changed = (wish.id,)
        case MarkRead():
            await asyncio.to_thread(engine.store.mark_read, wish.ids, with_repeats=wish.with_repeats)
            changed = wish.ids
    engine.publish(Changed(ids=changed))
    return answer


async def _pin(engine: Engine, wish: Pin) -> None:
    """In steps, between which senders are answered."""
    for start in range(0, len(wish.ids), STEP):
        engine.store.pin(wish.ids[start : start + STEP], wish.pinned)
        await asyncio.sleep(0)


async def _examine(engine: Engine, wish: Explain | CheckApp) -> Answer:
    return await _explain(engine, wish.id) if isinstance(wish, Explain) else await check_of(engine, wish)


async def _explain(engine: Engine, id: int) -> Explanation:
    capture = await engine.reading.run(lambda reader: reader.capture(id))
    basis = replace(engine.basis(), secrets=engine.secrets.explaining(capture.judgement))
    from_here = capture.origin.kind in ("resend", "sample")
    return await engine.worker.call(EXPLAIN_SECONDS, explained, capture.request, capture.judgement, basis, from_here)


def explained(request: Request, judgement: Judgement, basis: Basis, from_here: bool) -> Explanation:
    """Runs in the worker: the proof behind a verdict, and what would mend it."""
    told = explain(request, judgement, basis, decode=plain)
    mend = mend_of(request, judgement, basis, sent_from_here=from_here, decode=plain)
    return replace(told, mend=mend)


async def _change_settings(engine: Engine, wish: ChangeSettings) -> None:
    values = dict(wish.values)
    file = engine.paths.settings
    wanted = settings_file.changed(settings_file.read(file), values)
    if {"host", "port"} & values.keys():
        await engine.move(wanted.host, wanted.port)
        engine.follows_settings = True
    settings_file.change(file, lambda settings: settings_file.changed(settings, values))
    engine.store.bump_settings()
    await engine.take_settings()
    if "public_url" in values:
        engine.tasks.spawn(judge_urls_again(engine), name="judging URLs again")


async def judge_urls_again(engine: Engine) -> None:
    """Failures of providers that sign the URL, for which another one counts now."""
    for provider in PROVIDERS:
        if any(scheme.signs_url for scheme in provider.schemes):
            await engine.rejudging.run(await engine.rejudging.judgeable(provider.id))
