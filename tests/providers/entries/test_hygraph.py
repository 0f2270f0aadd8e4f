"""Hygraph's document around the body."""

import base64
import hmac
import re

from inspector.providers.entries.hygraph import body_as_text, name_environment
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import subject
from tests.providers.made import NOW, judged, request, secret, with_header

BODY = '{"operation":"publish","data":{"title":"Zoë \\"1\\"\\n"}}'.encode()
TEXT = r'"{\"operation\":\"publish\",\"data\":{\"title\":\"Zoë \\\"1\\\"\\n\"}}"'.encode()
HUSH = secret("hygraph", b"hush")


def test_the_body_is_a_text_inside() -> None:
    """With quotes and backslashes escaped, and everything else as it is; what is no UTF-8 cannot stand there."""
    assert body_as_text(subject(request({}, BODY), "")) == TEXT
    assert body_as_text(subject(request({}, b"\xff"), "")) is None


def test_the_environment_is_named_and_kept() -> None:
    """Master where nothing is said; what a captured request names stays when it is signed again."""
    first = sign_request("hygraph", request({}, BODY), secret=b"hush", now=NOW)
    staging = request({"gcms-signature": "sign=AA==, env=staging, t=1"}, BODY)
    again = sign_request("hygraph", staging, secret=b"hush", now=NOW)

    assert name_environment(staging, NOW) is staging
    assert re.fullmatch(r"sign=[\w+/]{43}=, env=master, t=1700000000000", first.headers.get("gcms-signature") or "")
    assert (again.headers.get("gcms-signature") or "").endswith(", env=staging, t=1700000000000")
    assert judged(first, HUSH).verdict.status == judged(again, HUSH).verdict.status == "valid"


def test_signature_environment_and_time_in_the_order_in_which_it_sends_them() -> None:
    """Computed here from the documented form alone; a changed environment is invalid."""
    signed = b'{"Body":' + TEXT + b',"EnvironmentName":"master","TimeStamp":1700000000000}'
    digest = base64.b64encode(hmac.digest(b"hush", signed, "sha256")).decode()
    made = request({"gcms-signature": f"sign={digest}, env=master, t=1700000000000"}, BODY)

    assert judged(made, HUSH).verdict.status == "valid"
    assert judged(
        with_header(made, "gcms-signature", f"sign={digest}, env=maste, t=1700000000000"), HUSH
    ).verdict.status == ("invalid")
