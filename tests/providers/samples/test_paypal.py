"""Samples of PayPal."""

import json
import re
from decimal import Decimal

from inspector.providers.samples.paypal import PAYPAL
from tests.providers.samples.sent import arrived, check

AMOUNT = r"\d+\.00 EUR"
ID = r"[0-9A-Z]{17}"
LENA = r"lena\.brandt@example\.com"
GISTS = {
    "PAYMENT.CAPTURE.COMPLETED": rf"{AMOUNT} · {ID} · COMPLETED",
    "PAYMENT.CAPTURE.PENDING": rf"{AMOUNT} · {ID} · PENDING",
    "PAYMENT.CAPTURE.DENIED": rf"{AMOUNT} · {ID} · DECLINED",
    "PAYMENT.CAPTURE.REFUNDED": rf"{AMOUNT} · {ID} · COMPLETED",
    "CHECKOUT.ORDER.APPROVED": rf"{AMOUNT} · {LENA} · APPROVED",
    "CHECKOUT.ORDER.COMPLETED": rf"{AMOUNT} · {LENA} · COMPLETED",
    "BILLING.SUBSCRIPTION.ACTIVATED": rf"{LENA} · P-[0-9A-Z]{{24}} · ACTIVE",
    "BILLING.SUBSCRIPTION.CANCELLED": rf"{LENA} · P-[0-9A-Z]{{24}} · CANCELLED",
    "BILLING.SUBSCRIPTION.PAYMENT.FAILED": rf"{LENA} · P-[0-9A-Z]{{24}} · ACTIVE",
    "PAYMENT.SALE.COMPLETED": rf"{AMOUNT} · {ID} · completed",
    "CUSTOMER.DISPUTE.CREATED": rf"{AMOUNT} · PP-R-\w{{3}}-\d{{8}} · MERCHANDISE_OR_SERVICE_NOT_RECEIVED · OPEN",
    "CUSTOMER.DISPUTE.RESOLVED": rf"{AMOUNT} · PP-R-\w{{3}}-\d{{8}} · MERCHANDISE_OR_SERVICE_NOT_RECEIVED · RESOLVED",
    "INVOICING.INVOICE.PAID": rf"{AMOUNT} · INV-\d{{5}} · PAID",
    "PAYMENT.PAYOUTS-ITEM.SUCCEEDED": rf"{AMOUNT} · sam\.ortega@example\.com · SUCCESS",
    "VAULT.PAYMENT-TOKEN.CREATED": rf"{LENA} · [0-9a-z]{{8}}",
}


def test_each_is_told_in_one_line() -> None:
    """Recognised and valid; the amount or the person, the thing's id, what became of it."""
    gists = check("paypal")

    assert set(gists) == set(GISTS)
    assert {event: told for event, told in gists.items() if not re.fullmatch(GISTS[event], told or "")} == {}


def test_an_event_names_itself_and_what_it_is_about() -> None:
    """The type in the body is the sample's, and the thing of that type says something."""
    for sample in PAYPAL:
        event = json.loads(arrived(sample).body.read())
        assert event["event_type"] == sample.event
        assert event["resource_type"]
        assert event["summary"]
        assert event["resource"]
        assert event["links"][0]["href"].endswith(event["id"])


def test_what_is_left_after_the_fee() -> None:
    """The net amount is the gross amount without PayPal's fee."""
    capture = json.loads(arrived(PAYPAL[0]).body.read())["resource"]["seller_receivable_breakdown"]
    gross, fee, net = (Decimal(capture[name]["value"]) for name in ("gross_amount", "paypal_fee", "net_amount"))

    assert net == gross - fee
