"""Bodies of which something computed is signed."""

import hmac
import json
from base64 import b64encode
from dataclasses import replace
from urllib.parse import urlencode

import pytest

from inspector.core.body import Body
from inspector.core.request import Request
from inspector.core.verdict import Verdict
from inspector.providers.computed_search import signs_something_computed
from inspector.providers.payload import FORM
from inspector.providers.registry import SCHEMES
from tests.providers.made import diagnosed, request, secret

FIELDS = {"Body": "Hello, you", "From": "+4915112345678", "To": "+4930123456"}
WRITTEN = urlencode(FIELDS).encode()
URL = "http://127.0.0.1:8765/hooks"
TOKEN = b"12345678901234567890123456789012"


def twilio(body: bytes, content_type: str, message: str | None = None) -> Request:
    """A request with the signature that Twilio makes of the fields of the form, or of `message`."""
    signed = message or URL + "".join(name + FIELDS[name] for name in sorted(FIELDS))
    digest = b64encode(hmac.digest(TOKEN, signed.encode(), "sha1")).decode()
    return request({"X-Twilio-Signature": digest}, body, content_type=content_type)


def verdict(made: Request) -> Verdict:
    """What is said in the end."""
    return diagnosed(made, secret("twilio", TOKEN)).verdict


def test_which_schemes() -> None:
    """Those that sign fields of a form, or a hash; not those of a body as it is, of a token, of nothing."""
    assert signs_something_computed(SCHEMES["twilio-sha1"])
    assert not signs_something_computed(SCHEMES["stripe-v1"])
    assert not signs_something_computed(SCHEMES["gitlab-token"])


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (twilio(WRITTEN, "text/plain"), "read as a form; Content-Type says text/plain"),
        (twilio(json.dumps(FIELDS).encode(), "application/json"), "signed as those of a form"),
        (twilio(WRITTEN, FORM, URL), "taken as a whole, not as the fields"),
        (twilio(b64encode(WRITTEN), "application/octet-stream"), "after its base64 was decoded"),
    ],
)
def test_another_kind_of_body(made: Request, words: str) -> None:
    """The fields of a form that was taken for something else on its way, and the reverse."""
    found = verdict(made)

    assert found.status == "invalid"
    assert words in found.explanation


def test_near_misses() -> None:
    """The good one is valid; another value, another name, one field more are not excused."""
    assert verdict(twilio(WRITTEN, FORM)).status == "valid"
    for fields in ({**FIELDS, "Body": "Hello, You"}, {**FIELDS, "body": "x"}, {"Body": "Hello, you"}):
        made = twilio(urlencode(fields).encode(), "text/plain")
        assert verdict(made).cause == "unexplained"
        assert verdict(replace(made, body=Body.of(json.dumps(fields).encode()))).cause == "unexplained"
