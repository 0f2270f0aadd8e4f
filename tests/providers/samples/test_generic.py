"""Samples of the standards."""

import re

from tests.providers.samples.sent import check


def test_those_over_svix() -> None:
    """Each tells what it is about."""
    gists = check("svix")

    assert re.fullmatch(r"user_\w{27}", gists["user.created"] or "")
    assert re.fullmatch(r"Your order 2026-\d{4} is on its way", gists["notification.delivered"] or "")
    assert re.fullmatch(r"\d+\.\d\d EUR · Tidewater Pro", gists["subscription.renewed"] or "")


def test_those_of_a_standard_webhook() -> None:
    """They are nobody's in particular, and not taken for OpenAI's."""
    gists = check("standard-webhooks")

    assert list(gists) == ["contact.created", "invoice.paid", "order.shipped"]
    assert all(gists.values())
