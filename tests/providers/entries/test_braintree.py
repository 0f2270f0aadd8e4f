"""Braintree: XML in base64 in a form, and pairs of key and signature beside it."""

import hmac
from base64 import b64encode
from hashlib import sha1
from urllib.parse import urlencode

import pytest

from inspector.providers.entries.braintree import MOST_PAIRS, PUBLIC_KEY, KeyedPairs
from inspector.providers.samples.braintree import BRAINTREE
from tests.providers.made import judged, request, secret
from tests.providers.samples.sent import changed

FORM = "application/x-www-form-urlencoded"
NOTE = "<notification><kind>%s</kind><subject><dispute><id>%s</id><kind>fraud</kind></dispute></subject></notification>"


def _event(payload: str) -> tuple[str | None, str | None]:
    body = urlencode({"bt_signature": "k|aa", "bt_payload": payload}).encode()
    judgement = judged(request({}, body, content_type=FORM))
    assert judgement.provider == "braintree"
    return judgement.event, judgement.gist


def test_pairs_are_read() -> None:
    """Any of them counts, whatever the name of its public key; halves of pairs do not."""
    layout = KeyedPairs()

    assert list(layout.read("a|11&b|22").signatures) == ["11", "22"]
    assert layout.read("a|11&b|22").fields == {"public key": "a"}
    assert list(layout.read("11&|22&c|&d|44").signatures) == ["44"]
    assert list(layout.read("").signatures) == []
    assert len(layout.read("a|11&" * 5_000).signatures) == MOST_PAIRS
    assert layout.write(["11"], {}) == f"{PUBLIC_KEY}|11"


def test_the_library_also_takes_the_payload_with_a_line_end() -> None:
    """So do we, and say by which of the two it matched; with two of them nothing does."""
    key, schemes = sha1(b"private").digest(), {"": "braintree", "\n": "braintree-newline", "\n\n": None}
    for end, scheme in schemes.items():
        signature = hmac.digest(key, f"PGE+{end}".encode(), "sha1").hex()
        made = urlencode({"bt_signature": f"key|{signature}", "bt_payload": "PGE+"}).encode()
        verdict = judged(request({}, made, content_type=FORM), secret("braintree", b"private")).verdict

        assert (verdict.status, verdict.scheme if scheme else None) == ("valid" if scheme else "invalid", scheme)


def test_the_event_stands_in_the_xml() -> None:
    """The kind and the thing that it is about, the first of their names."""
    told = _event(b64encode((NOTE % ("dispute_opened", "dp_1")).encode()).decode())

    assert told == ("dispute_opened", "dispute dp_1")


@pytest.mark.parametrize(
    "payload",
    [
        "",
        "%%%",
        "AAAA",
        "PGtpbmQ+",
        b64encode(b"<kind><!ENTITY a>" * 9_000).decode(),
        b64encode(b"\xff\xfe<kind>").decode(),
    ],
    ids=["empty", "no base64", "no text", "half a name", "many", "no UTF-8"],
)
def test_what_cannot_be_read_has_no_event(payload: str) -> None:
    """A stranger's form is still shown, and nothing of it is followed."""
    body = urlencode({"bt_signature": "k|aa", "bt_payload": payload}).encode()

    assert judged(request({}, body, content_type=FORM)).event is None


def test_a_changed_payload_is_noticed() -> None:
    """One character of the base64."""
    assert changed(BRAINTREE, b"bt_payload=PD94", b"bt_payload=PD95").verdict.status == "invalid"
