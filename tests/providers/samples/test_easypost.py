"""Samples of EasyPost."""

import json
import re

from inspector.providers.samples.easypost import EASYPOST
from tests.providers.samples.sent import arrived, check

CODE = r"940011\d{16}"
GISTS = {
    "tracker.updated": rf"{CODE} · USPS · in_transit",
    "tracker.updated:delivered": rf"{CODE} · USPS · delivered",
    "tracker.updated:returned": rf"{CODE} · USPS · return_to_sender",
    "tracker.created": rf"{CODE} · USPS · pre_transit",
    "batch.created": r"batch_[0-9a-f]{32} · created · 2 shipments",
    "batch.updated": r"batch_[0-9a-f]{32} · purchased · 2 shipments",
    "batch.updated:labels": r"batch_[0-9a-f]{32} · label_generated · 2 shipments",
    "scan_form.created": r"2 parcels · created · sf_[0-9a-f]{32}",
    "refund.successful": rf"{CODE} · USPS · refunded",
    "insurance.purchased": rf"{CODE} · 100\.00000 · purchased",
    "insurance.cancelled": rf"{CODE} · 100\.00000 · cancelled",
    "payment.completed": r"250\.00000 · bank_account · paylog_[0-9a-f]{32}",
    "payment.failed": r"250\.00000 · credit_card · paylog_[0-9a-f]{32}",
    "report.available": r"ShipmentReport · 2026-11-16 to 2026-11-22 · available",
    "claim.approved": rf"{CODE} · damage · 100\.00 · approved",
}


def test_each_is_told_in_one_line() -> None:
    """Recognised and valid; the parcel, the batch or the money, and how far it is."""
    gists = check("easypost")

    assert set(gists) == set(GISTS)
    assert {event: told for event, told in gists.items() if not re.fullmatch(GISTS[event], told or "")} == {}


def test_a_parcel_stands_where_it_was_seen_last() -> None:
    """The status of a tracker is that of its last scan, and no longer the earlier one that the event tells."""
    for sample in EASYPOST:
        event = json.loads(arrived(sample).body.read())
        assert event["description"] == sample.recognised_event
        if event["result"]["object"] == "Tracker":
            tracker = event["result"]
            assert tracker["status"] == tracker["tracking_details"][-1]["status"]
            assert event["previous_attributes"].get("status") != tracker["status"]
