"""Paddle Classic: the form is signed as PHP serialises it."""

from base64 import b64decode
from urllib.parse import parse_qs

from inspector.providers.asymmetric import sign
from inspector.providers.samples.sellers import PADDLE_CLASSIC
from inspector.providers.signing import sign_request
from tests.providers.made import NOW, judged, request, secret
from tests.providers.samples.sent import PAIRS, changed

FORM = "application/x-www-form-urlencoded"
BODY = b"p_signature=&name=Zo%C3%AB&alert_name=payment&empty=&a=1+2"
SERIALISED = 'a:4:{s:1:"a";s:3:"1 2";s:10:"alert_name";s:7:"payment";s:5:"empty";s:0:"";s:4:"name";s:4:"Zoë";}'
"""The sorted array as PHP's `serialize` writes it."""


def test_fields_are_written_as_php_does() -> None:
    """Sorted, all of them texts, with lengths in bytes of UTF-8; the signature itself is left out."""
    made = sign_request("paddle-classic", request({}, BODY, content_type=FORM), secret=PAIRS["rsa"], now=NOW)
    again = request({}, made.body.read(), content_type=FORM)

    assert sign("rsa-sha1", PAIRS["rsa"], SERIALISED.encode()) == _signature(again.body.read())
    assert judged(again, secret("paddle-classic", PAIRS["rsa"])).verdict.status == "valid"


def _signature(body: bytes) -> bytes:
    return b64decode(parse_qs(body.decode())["p_signature"][0])


def test_each_field_counts() -> None:
    """One that is changed, and one that is added."""
    assert changed(PADDLE_CLASSIC, b"quantity=1", b"quantity=2").verdict.status == "invalid"
    assert changed(PADDLE_CLASSIC, b"quantity=1", b"quantity=1&more=1").verdict.status == "invalid"
    assert changed(PADDLE_CLASSIC, b"quantity=1&", b"").verdict.status == "invalid"


def test_the_order_of_fields_does_not_count() -> None:
    """They are sorted before they are signed."""
    assert changed(PADDLE_CLASSIC, b"status=active&", b"&status=active&").verdict.status == "valid"
