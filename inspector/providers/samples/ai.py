"""Models and agents: what OpenAI says of work in the background, and of calls.

Its events name the thing and no more; who wants to know what became of it asks for it.
"""

from collections.abc import Callable

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

HEADERS = (
    ("User-Agent", "OpenAI/1.0 (+https://platform.openai.com/docs/webhooks)"),
    ("Accept", "*/*"),
    ("Content-Type", "application/json"),
    ("webhook-id", "wh_${delivery}"),
)


def _response(fresh: Fresh) -> str:
    return f"resp_{fresh.hex(50)}"


def _batch(fresh: Fresh) -> str:
    return f"batch_{fresh.hex(32)}"


def _job(fresh: Fresh) -> str:
    return f"ftjob-{fresh.alnum(24)}"


def _run(fresh: Fresh) -> str:
    return f"evalrun_{fresh.hex(32)}"


def _envelope(fresh: Fresh, event: str) -> dict[str, str | int]:
    return {"delivery": fresh.hex(32), "event": fresh.hex(32), "created": fresh.seconds(1), "type": event}


def _done(event: str, title: str, thing: Callable[[Fresh], str]) -> Sample:
    """An event about a thing of that kind."""

    def values(fresh: Fresh) -> Values:
        return {**_envelope(fresh, event), "thing": thing(fresh)}

    return Sample(
        provider="openai",
        event=event,
        title=title,
        file="event",
        headers=HEADERS,
        values=values,
        written="spaced",
    )


def _call(fresh: Fresh) -> Values:
    return {
        **_envelope(fresh, "realtime.call.incoming"),
        "call": fresh.hex(32),
        "tag": fresh.hex(10),
        "project": f"proj_{fresh.alnum(24)}",
        "dialog": fresh.uuid(),
        "reservation": f"R-{fresh.number(20_410, 98_760)}",
    }


BATCH_COMPLETED = _done("batch.completed", "Batch completed", _batch)
CALL_INCOMING = Sample(
    provider="openai",
    event="realtime.call.incoming",
    title="Call comes in",
    file="realtime.call.incoming",
    headers=HEADERS,
    values=_call,
    written="spaced",
)

AI = (
    BATCH_COMPLETED,
    _done("response.completed", "Background response completed", _response),
    _done("fine_tuning.job.succeeded", "Fine-tuning succeeded", _job),
    _done("response.failed", "Background response failed", _response),
    _done("response.incomplete", "Background response broke off", _response),
    _done("response.cancelled", "Background response cancelled", _response),
    _done("batch.failed", "Batch failed", _batch),
    _done("batch.expired", "Batch expired", _batch),
    _done("batch.cancelled", "Batch cancelled", _batch),
    _done("fine_tuning.job.failed", "Fine-tuning failed", _job),
    _done("fine_tuning.job.cancelled", "Fine-tuning cancelled", _job),
    _done("eval.run.succeeded", "Evaluation succeeded", _run),
    _done("eval.run.failed", "Evaluation failed", _run),
    CALL_INCOMING,
)
