"""Samples of payments."""

import re

from inspector.providers.samples.payments import PAYMENT_SUCCEEDED
from tests.providers.samples.sent import arrived, check


def test_those_of_stripe() -> None:
    """Each names an amount and a customer."""
    gists = check("stripe")

    assert list(gists) == ["payment_intent.succeeded", "checkout.session.completed", "invoice.payment_failed"]
    assert all(re.fullmatch(r"\d+\.00 EUR · cus_\w{14}", gist or "") for gist in gists.values())


def test_stripe_writes_its_bodies_indented() -> None:
    """As it does, so that the bytes look like those of real deliveries."""
    assert arrived(PAYMENT_SUCCEEDED).body.read().startswith(b'{\n  "id": "evt_')
