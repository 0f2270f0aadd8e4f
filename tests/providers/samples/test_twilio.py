"""Samples of Twilio."""

import re
from datetime import timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import parse_qs

import pytest

from inspector.providers.samples.twilio import TWILIO
from tests.providers.samples.sent import NOW, arrived, check

SMS = r"\+13125550123 → \+14155550167"
BACK = r"\+14155550167 → \+13125550123"
GISTS = {
    "received": rf"{SMS} · Is order #\d{{5}} on its way\?",
    "received:picture": rf"{SMS} · The parcel came like this, order #\d{{5}}",
    "received:whatsapp": r"whatsapp:\+13125550123 → whatsapp:\+14155550167 · Can you deliver order .*",
    "delivered": rf"{BACK} · delivered",
    "sent": rf"{BACK} · sent",
    "undelivered": rf"{BACK} · undelivered · error 30005",
    "failed": rf"{BACK} · failed · error 30007",
    "ringing": rf"{SMS} · ringing",
    "in-progress:digits": rf"{SMS} · in-progress · \d",
    "in-progress:speech": rf"{SMS} · in-progress · I would like to change my appointment\.",
    "completed": rf"{BACK} · completed · \d+ s",
    "no-answer": rf"{BACK} · no-answer",
    "completed:recording": r"completed · \d+ s · RE[0-9a-f]{32}",
    "onMessageAdded": r"\+13125550123 · Is order #\d{5} on its way\?",
    "onConversationAdded": r"\+13125550123 · Order #\d{5} · active",
}


def test_each_is_told_in_one_line() -> None:
    """Recognised and valid; who calls or writes whom, what it says, what became of it."""
    gists = check("twilio")

    assert set(gists) == set(GISTS)
    assert {event: told for event, told in gists.items() if not re.fullmatch(GISTS[event], told or "")} == {}


def test_a_call_tells_when_it_was() -> None:
    """The time is that of mails, and the minutes are those that are charged."""
    (ended,) = (sample for sample in TWILIO if sample.event == "completed")
    fields = parse_qs(arrived(ended).body.read().decode())

    assert abs(parsedate_to_datetime(fields["Timestamp"][0]) - NOW) < timedelta(seconds=1)
    assert int(fields["Duration"][0]) == -(-int(fields["CallDuration"][0]) // 60)


@pytest.mark.parametrize("kind", ["received:picture", "received:whatsapp"])
def test_other_messages_are_of_the_same_event(kind: str) -> None:
    """They say “received” as any text does; their name says more."""
    (sample,) = (sample for sample in TWILIO if sample.event == kind)

    assert sample.recognised_event == "received"
    assert b"SmsStatus=received" in arrived(sample).body.read()
