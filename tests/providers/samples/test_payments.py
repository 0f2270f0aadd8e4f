"""Samples of Stripe."""

import json
import re

from inspector.providers.samples.payments import PAYMENTS
from tests.providers.samples.sent import arrived, check

PAID = r"\d+\.00 EUR · cus_\w{14}"
GISTS = {
    "payment_intent.succeeded": PAID,
    "checkout.session.completed": PAID,
    "invoice.payment_failed": PAID,
    "invoice.paid": PAID,
    "customer.subscription.created": f"{PAID} · incomplete",
    "customer.subscription.updated": f"{PAID} · active",
    "customer.subscription.deleted": f"{PAID} · canceled",
    "payment_intent.payment_failed": r"\d+\.\d\d EUR · The card was declined for lack of funds\. · cus_\w{14}",
    "charge.refunded": PAID,
    "charge.dispute.created": r"\d+\.00 EUR · fraudulent · ch_3\w{23}",
    "customer.created": r"Lena Brandt · cus_\w{14}",
    "payout.paid": r"\d+\.\d\d EUR · paid · po_1\w{23}",
}


def test_each_tells_what_happened() -> None:
    """In one line; most name an amount and a customer."""
    gists = check("stripe")

    assert list(gists) == list(GISTS)
    assert {event: gist for event, gist in gists.items() if not re.fullmatch(GISTS[event], gist or "")} == {}


def test_its_bodies_are_indented() -> None:
    """As Stripe writes them, so that the bytes look like those of real deliveries."""
    assert all(arrived(sample).body.read().startswith(b'{\n  "id": "evt_') for sample in PAYMENTS)


def test_every_event_has_the_same_envelope() -> None:
    """Its fields in Stripe's order, around an object that names its own type."""
    for sample in PAYMENTS:
        event = json.loads(arrived(sample).body.read())
        assert (event["object"], event["type"], list(event)[-1]) == ("event", sample.event, "type")
        assert list(event["data"]["object"])[:2] == ["id", "object"]
        assert ("previous_attributes" in event["data"]) is (
            sample.event in ("customer.subscription.updated", "charge.refunded")
        )
