"""Speech: transcripts, voices, agents on the telephone."""

from inspector.providers.samples.elevenlabs import ELEVENLABS
from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _assemblyai(fresh: Fresh) -> Values:
    return {
        "id": fresh.uuid(),
    }


ASSEMBLYAI = Sample(
    provider="assemblyai",
    event="completed",
    title="Transcript completed",
    file="completed",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_assemblyai,
    written="spaced",
)


def _deepgram(fresh: Fresh) -> Values:
    return {
        "request": fresh.uuid(),
        "project": fresh.uuid(),
        "sha": fresh.hex(64),
        "now": fresh.utc_exact(3),
    }


DEEPGRAM = Sample(
    provider="deepgram",
    event="callback",
    title="Transcript made",
    file="callback",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("dg-request-id", "${request}"),
        ("dg-project-id", "${project}"),
    ),
    values=_deepgram,
)


def _murf(fresh: Fresh) -> Values:
    return {
        "job": fresh.uuid(),
        "project": fresh.uuid(),
        "credits": fresh.number(120, 480),
        "left": fresh.number(4_000, 9_000),
    }


MURF = Sample(
    provider="murf",
    event="completed",
    title="Dubbing completed",
    file="completed",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_murf,
)


def _retell(fresh: Fresh) -> Values:
    return {
        "sid": fresh.hex(32),
        "call": fresh.hex(28),
        "agent": fresh.hex(28),
        "started": fresh.seconds(80) * 1000 + 412,
        "ended": fresh.seconds(2) * 1000 + 907,
        "duration": fresh.number(74_000, 79_000),
    }


RETELL = Sample(
    provider="retell",
    event="call_ended",
    title="Call ended",
    file="call_ended",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_retell,
)

VOICE = (
    *ELEVENLABS,
    ASSEMBLYAI,
    DEEPGRAM,
    MURF,
    RETELL,
)
