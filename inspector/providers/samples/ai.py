"""Models and agents."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

HEADERS = (
    ("User-Agent", "OpenAI/1.0 (+https://platform.openai.com/docs/webhooks)"),
    ("Accept", "*/*"),
    ("Content-Type", "application/json"),
    ("webhook-id", "wh_${delivery}"),
)


def _openai(fresh: Fresh) -> Values:
    return {
        "delivery": fresh.hex(34),
        "event": fresh.hex(34),
        "thing": fresh.hex(34),
        "job": fresh.alnum(24),
        "created": fresh.seconds(1),
    }


BATCH_COMPLETED = Sample(
    provider="openai",
    event="batch.completed",
    title="Batch completed",
    file="batch.completed",
    headers=HEADERS,
    values=_openai,
    written="spaced",
)
RESPONSE_COMPLETED = Sample(
    provider="openai",
    event="response.completed",
    title="Background response completed",
    file="response.completed",
    headers=HEADERS,
    values=_openai,
    written="spaced",
)
FINE_TUNING_SUCCEEDED = Sample(
    provider="openai",
    event="fine_tuning.job.succeeded",
    title="Fine-tuning succeeded",
    file="fine_tuning.job.succeeded",
    headers=HEADERS,
    values=_openai,
    written="spaced",
)

AI = (
    BATCH_COMPLETED,
    RESPONSE_COMPLETED,
    FINE_TUNING_SUCCEEDED,
)
