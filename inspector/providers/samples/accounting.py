"""Books and invoices."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values


def _quickbooks(fresh: Fresh) -> Values:
    return {
        "now": fresh.utc(30),
        "trace": fresh.uuid(),
        "realm": str(fresh.number(9_341_450_000_000_000, 9_341_459_000_000_000)),
        "invoice": str(fresh.number(140, 980)),
        "customer": str(fresh.number(20, 130)),
    }


QUICKBOOKS = Sample(
    provider="quickbooks",
    event="Invoice.Create",
    title="Invoice created",
    file="Invoice.Create",
    headers=(
        ("User-Agent", "intuit_notification_server/1.0"),
        ("Content-Type", "application/json"),
        ("intuit-created-time", "${now}"),
        ("intuit-t-id", "${trace}"),
        ("intuit-notification-schema-version", "0.1"),
    ),
    values=_quickbooks,
)


def _xero(fresh: Fresh) -> Values:
    return {
        "invoice": fresh.uuid(),
        "now": fresh.utc_exact(6)[:23],
        "tenant": fresh.uuid(),
        "sequence": fresh.number(40, 900),
        "entropy": fresh.upper(20),
    }


XERO = Sample(
    provider="xero",
    event="INVOICE.UPDATE",
    title="Invoice changed",
    file="INVOICE.UPDATE",
    headers=(
        ("Content-Type", "application/json"),
        ("Accept", "*/*"),
    ),
    values=_xero,
)

ACCOUNTING = (
    QUICKBOOKS,
    XERO,
)
