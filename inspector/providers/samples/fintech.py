"""Banks, cards and accounts."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _lithic(fresh: Fresh) -> Values:
    return {
        "delivery": f"msg_{fresh.alnum(27)}",
        "transaction": fresh.uuid(),
        "account": fresh.uuid(),
        "amount": fresh.number(480, 9_800),
        "auth": f"{fresh.number(0, 999_999):06d}",
        "card": fresh.uuid(),
        "earlier": fresh.utc(4),
        "now": fresh.utc(1),
        "event": fresh.uuid(),
        "acceptor": str(fresh.number(100_000_000, 999_999_999)),
    }


LITHIC = Sample(
    provider="lithic",
    event="card_transaction.updated",
    title="Card charged",
    file="card_transaction.updated",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
        ("webhook-id", "${delivery}"),
    ),
    values=_lithic,
)


def _plaid(fresh: Fresh) -> Values:
    return {
        "item": fresh.alnum(37),
    }


PLAID = Sample(
    provider="plaid",
    event="TRANSACTIONS.SYNC_UPDATES_AVAILABLE",
    title="New transactions",
    file="TRANSACTIONS.SYNC_UPDATES_AVAILABLE",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_plaid,
    written="indented",
)


def _revolut(fresh: Fresh) -> Values:
    return {
        "order": fresh.uuid(),
        "reference": f"order-{fresh.number(4_000, 9_999)}",
    }


REVOLUT = Sample(
    provider="revolut",
    event="ORDER_COMPLETED",
    title="Order completed",
    file="ORDER_COMPLETED",
    headers=(
        ("Accept", "*/*"),
        ("Content-Type", "application/json"),
    ),
    values=_revolut,
)

FINTECH = (
    LITHIC,
    PLAID,
    REVOLUT,
)
