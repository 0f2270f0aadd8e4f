"""Chains of blocks."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _alchemy(fresh: Fresh) -> Values:
    amount = fresh.number(20, 4_800)
    return {
        "webhook": f"wh_{fresh.alnum(16).lower()}",
        "event": f"whevt_{fresh.alnum(16).lower()}",
        "now": fresh.utc_exact(3),
        "block": f"{fresh.number(23_400_000, 24_900_000):x}",
        "hash": fresh.hex(64),
        "block_hash": fresh.hex(64),
        "sender": fresh.hex(40),
        "receiver": fresh.hex(40),
        "value": amount,
        "raw": f"{amount * 1_000_000:064x}",
    }


ALCHEMY = Sample(
    provider="alchemy",
    event="ADDRESS_ACTIVITY",
    title="Tokens received",
    file="ADDRESS_ACTIVITY",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json; charset=utf-8"),
    ),
    values=_alchemy,
)

WEB3 = (ALCHEMY,)
