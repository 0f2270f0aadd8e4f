"""Subscriptions and invoices."""

import hmac
from dataclasses import replace
from datetime import timedelta

import pytest

from inspector.providers.entries.billing import CHARGEBEE
from inspector.providers.samples.billing import CHARGEBEE as CREATED
from inspector.providers.samples.billing import RECURLY
from tests.providers.made import diagnosed, judged, secret, with_header
from tests.providers.samples.sent import SECRETS, arrived


@pytest.mark.parametrize("value", ["Bearer abc", "Basic", "Basic %%%", "Basic YTpi"])
def test_chargebees_password_in_another_form(value: str) -> None:
    """It is no match, and the form that is expected is told."""
    made = with_header(arrived(CREATED), "Authorization", value)
    verdict = diagnosed(made, secret("chargebee", b"hook:password")).verdict

    assert (verdict.status, verdict.matches, verdict.scheme) == ("invalid", False, "chargebee-basic")
    assert "password" not in verdict.explanation


def test_chargebees_password_protects_nothing_but_the_way() -> None:
    """The verdict says so, and the place is a secret one."""
    judgement = judged(arrived(CREATED), SECRETS["chargebee"])

    assert (judgement.verdict.status, judgement.verdict.covers_body) == ("valid", False)
    assert judgement.sensitive == ("header:Authorization",)
    assert CHARGEBEE.secret_hint == "name:password"


@pytest.mark.parametrize("stamp", ["1795422071", "1795422071000"])
def test_recurlys_time_in_both_units(stamp: str) -> None:
    """Nobody says which it is: the number of digits tells."""
    made = arrived(RECURLY)
    digest = hmac.digest(b"key", stamp.encode() + b"." + made.body.read(), "sha256").hex()

    verdict = judged(
        with_header(made, "recurly-signature", f"{stamp},{'0' * 64},{digest}"), secret("recurly", b"key")
    ).verdict

    assert (verdict.status, str(verdict.signed_at)) == ("valid", "2026-11-23 08:21:11+00:00")


def test_recurlys_events_grow_old() -> None:
    """Its library allows a time of five minutes either way."""
    old = arrived(RECURLY)
    late = replace(old, received_at=old.received_at + timedelta(seconds=400))

    assert judged(late, SECRETS["recurly"]).verdict.cause == "timestamp-stale"
