"""Parcels and those who bring them."""

from inspector.providers.samples.easypost import EASYPOST
from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _shippo(fresh: Fresh) -> Values:
    return {
        "code": f"920590{fresh.number(10**15, 10**16 - 1)}",
        "due": fresh.utc(-172_800),
        "order": f"B-{fresh.number(2041, 9876)}",
        "now": fresh.utc_millis(1),
        "created": fresh.utc_millis(86_400),
        "status": fresh.hex(32),
        "first": fresh.hex(32),
        "transaction": fresh.hex(32),
    }


SHIPPO = Sample(
    provider="shippo",
    event="track_updated",
    title="Parcel moved",
    file="track_updated",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_shippo,
)


def _aftership(fresh: Fresh) -> Values:
    return {
        "event": fresh.uuid(),
        "id": fresh.alnum(23).lower(),
        "code": f"00340{fresh.number(10**14, 10**15 - 1)}",
        "order": f"B-{fresh.number(2041, 9876)}",
        "created": fresh.offset(86_400),
        "now": fresh.offset(1),
        "local": fresh.utc(600)[:19],
        "seconds": fresh.seconds(),
    }


AFTERSHIP = Sample(
    provider="aftership",
    event="tracking_update",
    title="Parcel moved",
    file="tracking_update",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_aftership,
)


def _onfleet(fresh: Fresh) -> Values:
    return {
        "task": fresh.alnum(24),
        "worker": fresh.alnum(24),
        "short": fresh.hex(8),
        "organization": fresh.alnum(24),
        "destination": fresh.alnum(24),
        "recipient": fresh.alnum(24),
        "created": fresh.seconds(9_000) * 1000,
        "started": fresh.seconds(1_500) * 1000 + 77,
        "arrived": fresh.seconds(90) * 1000 + 512,
        "ms": fresh.seconds(1) * 1000 + 644,
        "before": fresh.seconds(-3_600) * 1000,
    }


ONFLEET = Sample(
    provider="onfleet",
    event="taskCompleted",
    title="Parcel delivered",
    file="taskCompleted",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_onfleet,
)

LOGISTICS = (
    *EASYPOST,
    SHIPPO,
    AFTERSHIP,
    ONFLEET,
)
