"""Video and calls."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _mux(fresh: Fresh) -> Values:
    return {
        "asset": fresh.alnum(44),
        "event": fresh.uuid(),
        "environment": fresh.alnum(6).lower(),
        "video": fresh.alnum(44),
        "audio": fresh.alnum(44),
        "playback": fresh.alnum(44),
        "created": fresh.seconds(71),
        "now": fresh.utc_exact(1),
    }


MUX = Sample(
    provider="mux",
    event="video.asset.ready",
    title="Video can be played",
    file="video.asset.ready",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_mux,
)


def _livekit(fresh: Fresh) -> Values:
    return {
        "room": fresh.alnum(12),
        "participant": fresh.alnum(12),
        "event": fresh.alnum(12),
        "created": str(fresh.seconds(31)),
        "created_ms": str(fresh.seconds(31) * 1000 + 204),
        "joined": str(fresh.seconds(1)),
        "joined_ms": str(fresh.seconds(1) * 1000 + 617),
        "seconds": str(fresh.seconds()),
    }


LIVEKIT = Sample(
    provider="livekit",
    event="participant_joined",
    title="Somebody joined a room",
    file="participant_joined",
    headers=(
        ("User-Agent", "Go-http-client/1.1"),
        ("Content-Type", "application/webhook+json"),
        ("Accept-Encoding", "gzip"),
    ),
    values=_livekit,
)

VIDEO = (
    MUX,
    LIVEKIT,
)
