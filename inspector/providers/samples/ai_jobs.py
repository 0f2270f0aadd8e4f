"""Models that work for a while, and what they made."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _anthropic(fresh: Fresh) -> Values:
    return {
        "delivery": f"msg_{fresh.alnum(27)}",
        "event": f"wevt_01{fresh.alnum(22)}",
        "now": fresh.utc(2),
        "session": f"sesn_01{fresh.alnum(22)}",
        "organization": fresh.uuid(),
        "workspace": f"wrkspc_01{fresh.alnum(22)}",
    }


ANTHROPIC = Sample(
    provider="anthropic",
    event="session.idled",
    title="Session waits for input",
    file="session.idled",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("webhook-id", "${delivery}"),
    ),
    values=_anthropic,
)


def _replicate(fresh: Fresh) -> Values:
    return {
        "delivery": f"msg_{fresh.alnum(27)}",
        "id": fresh.alnum(26).lower(),
        "seed": fresh.number(10_000, 64_000),
        "folder": fresh.alnum(40),
        "stream": fresh.alnum(44),
        "version": fresh.hex(64),
        "predicted": fresh.number(1, 4),
        "total": fresh.number(5, 9),
        "created": fresh.utc_exact(9),
        "started": fresh.utc_exact(5),
        "now": fresh.utc_exact(1),
    }


REPLICATE = Sample(
    provider="replicate",
    event="succeeded",
    title="Prediction succeeded",
    file="succeeded",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("webhook-id", "${delivery}"),
    ),
    values=_replicate,
)


def _gemini(fresh: Fresh) -> Values:
    return {
        "delivery": f"msg_{fresh.alnum(27)}",
        "now": fresh.utc(2),
        "batch": fresh.alnum(28).lower(),
        "file": fresh.alnum(12).lower(),
    }


GEMINI = Sample(
    provider="gemini",
    event="batch.succeeded",
    title="Batch succeeded",
    file="batch.succeeded",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("webhook-id", "${delivery}"),
    ),
    values=_gemini,
)


def _fal(fresh: Fresh) -> Values:
    return {
        "request": fresh.uuid(),
        "user": fresh.number(1_100_000, 9_800_000),
        "file": fresh.alnum(22),
        "inference": fresh.number(1, 4),
        "seed": fresh.number(1_000_000, 4_000_000_000),
    }


FAL = Sample(
    provider="fal",
    event="OK",
    title="Picture made",
    file="OK",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("X-Fal-Webhook-Request-Id", "${request}"),
        ("X-Fal-Webhook-User-Id", "github|${user}"),
    ),
    values=_fal,
)


def _huggingface(fresh: Fresh) -> Values:
    return {
        "repo": fresh.hex(24),
        "owner": fresh.hex(24),
        "webhook": fresh.hex(24),
        "head": fresh.hex(40),
        "before": fresh.hex(40),
    }


HUGGINGFACE = Sample(
    provider="huggingface",
    event="repo.content.update",
    title="Files of a model pushed",
    file="repo.content.update",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_huggingface,
)


def _cursor(fresh: Fresh) -> Values:
    return {
        "delivery": fresh.uuid(),
        "agent": fresh.uuid(),
        "now": fresh.utc(1),
        "suffix": fresh.hex(4),
        "number": fresh.number(112, 980),
    }


CURSOR = Sample(
    provider="cursor",
    event="statusChange",
    title="Agent finished",
    file="statusChange",
    headers=(
        ("User-Agent", "Cursor-Agent-Webhook/1.0"),
        ("Content-Type", "application/json"),
        ("X-Webhook-Event", "statusChange"),
        ("X-Webhook-ID", "${delivery}"),
    ),
    values=_cursor,
)

AI_JOBS = (
    ANTHROPIC,
    REPLICATE,
    GEMINI,
    FAL,
    HUGGINGFACE,
    CURSOR,
)
