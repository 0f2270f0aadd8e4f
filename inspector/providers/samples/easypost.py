"""What EasyPost posts: parcels on their way, batches of labels, refunds, insurances, payments, reports."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values, file_and_event

HEADERS = (
    ("Accept", "*/*"),
    ("Content-Type", "application/json"),
)
DAY = 86_400


def _easypost(fresh: Fresh) -> Values:
    return {
        "event": fresh.hex(32),
        "now": fresh.utc(),
        "earlier": fresh.utc(48),
        "carried": fresh.utc(3 * 3600),
        "moved": fresh.utc(7 * 3600),
        "created": fresh.utc(DAY),
        "long_ago": fresh.utc(16 * DAY),
        "due": fresh.utc(-2 * DAY),
        "expires": fresh.utc(-30),
        "first_day": fresh.utc(7 * DAY)[:10],
        "last_day": fresh.utc(DAY)[:10],
        "tracker": fresh.hex(32),
        "code": f"940011{fresh.number(10**15, 10**16 - 1)}",
        "other_code": f"940011{fresh.number(10**15, 10**16 - 1)}",
        "shipment": fresh.hex(32),
        "other_shipment": fresh.hex(32),
        "public": f"djE6{fresh.alnum(43)}",
        "address": fresh.hex(32),
        "other_address": fresh.hex(32),
        "batch": fresh.hex(32),
        "form": fresh.hex(32),
        "refund": fresh.hex(32),
        "insurance": fresh.hex(32),
        "payment": fresh.hex(32),
        "report": fresh.hex(32),
        "claim": fresh.hex(32),
        "file": f"{fresh.utc()[:10].replace('-', '')}/{fresh.hex(32)}",
        "order": fresh.number(10_400, 98_000),
    }


def _posted(event: str, title: str) -> Sample:
    """An event; behind a colon stands what tells it from others of the same description."""
    file, recognised = file_and_event(event)
    return Sample(
        provider="easypost",
        event=event,
        title=title,
        file=file,
        headers=HEADERS,
        values=_easypost,
        recognised=recognised,
    )


EASYPOST = (
    _posted("tracker.updated", "Parcel moved"),
    _posted("tracker.updated:delivered", "Parcel delivered"),
    _posted("tracker.updated:returned", "Parcel goes back"),
    _posted("tracker.created", "Parcel tracked"),
    _posted("batch.created", "Batch made"),
    _posted("batch.updated", "Batch bought"),
    _posted("batch.updated:labels", "Labels of a batch ready"),
    _posted("scan_form.created", "Form for the pickup made"),
    _posted("refund.successful", "Label refunded"),
    _posted("insurance.purchased", "Insurance bought"),
    _posted("insurance.cancelled", "Insurance cancelled"),
    _posted("payment.completed", "Payment completed"),
    _posted("payment.failed", "Payment failed"),
    _posted("report.available", "Report ready"),
    _posted("claim.approved", "Claim approved"),
)
