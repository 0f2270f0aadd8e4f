"""Mailgun's two forms."""

import hmac
import json
from urllib.parse import parse_qs

from inspector.providers.signing import sign_request
from tests.providers.entries.sending import form
from tests.providers.made import NOW, judged, request, secret, with_body

KEY = b"0123456789abcdef"
TOKEN = "a" * 50
DOCUMENT = {
    "signature": {"token": TOKEN, "timestamp": "1", "signature": "x"},
    "event-data": {"event": "opened", "id": "e1", "recipient": "a@b.example"},
}


def test_the_document_holds_its_signature() -> None:
    """It proves who sent it and nothing about the rest, which the verdict tells."""
    made = sign_request("mailgun", request({}, json.dumps(DOCUMENT).encode()), secret=KEY, now=NOW)
    judgement = judged(with_body(made, made.body.read().replace(b"opened", b"failed")), secret("mailgun", KEY))

    assert json.loads(made.body.read())["signature"]["timestamp"] == "1700000000"
    assert (judgement.verdict.status, judgement.verdict.covers_body, judgement.event) == ("valid", False, "failed")
    assert judged(with_body(made, made.body.read().replace(b"aaa", b"aab")), secret("mailgun", KEY)).verdict.status == (
        "invalid"
    )


def test_events_of_subaccounts_are_signed_twice() -> None:
    """With the key of the account, and with that of the one above it: either is enough."""
    made = sign_request("mailgun", request({}, json.dumps(DOCUMENT).encode()), secret=KEY, now=NOW)
    above = {"token": TOKEN, "timestamp": "1700000000"}
    above["signature"] = hmac.new(b"above", f"1700000000{TOKEN}".encode(), "sha256").hexdigest()
    both = with_body(made, json.dumps({**json.loads(made.body.read()), "parent-signature": above}).encode())

    assert judged(both, secret("mailgun", KEY)).verdict.scheme == "mailgun-sha256"
    assert judged(both, secret("mailgun", b"above")).verdict.scheme == "mailgun-parent-sha256"
    assert judged(made, secret("mailgun", b"above")).verdict.status == "invalid"


def test_the_older_form_holds_it_in_fields() -> None:
    """Signed again it stays a form, with no field added."""
    fields = (("event", "opened"), ("token", TOKEN), ("timestamp", "1"), ("signature", "0" * 64))
    made = sign_request("mailgun", form(fields), secret=KEY, now=NOW)
    judgement = judged(made, secret("mailgun", KEY))

    assert list(parse_qs(made.body.read().decode())) == ["event", "token", "timestamp", "signature"]
    assert (judgement.provider, judgement.event, judgement.verdict.status) == ("mailgun", "opened", "valid")
    assert judgement.verdict.signed_at == NOW


def test_a_signature_without_its_parts() -> None:
    """Neither time nor token: nothing matches and nothing breaks."""
    broken = {**DOCUMENT, "signature": {"signature": "ab", "timestamp": ["1"]}}
    verdict = judged(request({}, json.dumps(broken).encode()), secret("mailgun", KEY)).verdict

    assert verdict.status == "invalid"
