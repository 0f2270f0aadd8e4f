"""Fulfils the window's wishes about what goes out."""

from inspector.core import own_samples
from inspector.core.errors import NothingError, UsageError
from inspector.core.sending_wishes import (
    CheckReceiver,
    KeepSample,
    RemoveSample,
    Resend,
    SendDraft,
    SendingWish,
    SendSample,
    ShowPublicKey,
)
from inspector.core.wishes import Answer
from inspector.engine.aside import aside
from inspector.engine.engine import Engine
from inspector.engine.preparing import Manner
from inspector.engine.public_keys import public_key
from inspector.providers.samples.own import kept


async def send_out(engine: Engine, wish: SendingWish) -> Answer:
    """Do what a wish asks for. Raises InspectorError where it cannot be done."""
    match wish:
        case Resend():
            return await engine.resending.outcomes(wish.ids, wish.target, manner_of(wish))
        case SendDraft():
            return ((await engine.drafting.send(wish)).id or 0,)
        case SendSample():
            return await engine.sampling.fulfil(wish, engine.health.listening)
        case CheckReceiver():
            return await engine.receiver_checking.fulfil(wish)
        case KeepSample():
            await keep_sample(engine, wish)
        case RemoveSample():
            await aside(own_samples.remove, engine.paths.own_samples, wish.provider, wish.title)
        case ShowPublicKey():
            return await aside(public_key, engine.paths, wish.provider)
    return None


def manner_of(wish: Resend) -> Manner:
    """How captures are sent again."""
    signed = wish.as_ == "signed" or wish.broken is not None
    return Manner(signed=signed, sign_with=wish.sign_with, broken=wish.broken)


async def keep_sample(engine: Engine, wish: KeepSample) -> None:
    """Keep a capture as a sample of the user's own. Raises UsageError where it cannot be one."""
    capture = await engine.reading.run(lambda reader: reader.capture(wish.of))
    if capture.request.malformed:
        raise UsageError(f"Capture {wish.of} is no HTTP request that could be read, so it cannot be a sample.")
    if capture.judgement.provider is None:
        raise UsageError(f"Nobody is known to have sent capture {wish.of}, so it cannot be signed as a sample.")
    try:
        sample = await aside(lambda: kept(capture.request, capture.judgement, title=wish.title, event=wish.event))
    except OSError as error:
        raise NothingError(f"The body of capture {wish.of} cannot be read: {error.strerror or error}.") from error
    await aside(own_samples.keep, engine.paths.own_samples, sample)
