"""Stream signs what it sends before it compresses it."""

import gzip

from inspector.providers.entries.getstream import MOST, uncompressed
from inspector.providers.signing import sign_request
from inspector.providers.subject import Subject
from tests.providers.entries.sending import payload
from tests.providers.made import NOW, judged, request, secret

KEY = b"stream-api-secret"
EVENT = b'{"type":"message.new","cid":"messaging:fun"}'
PLAIN = {"X-Api-Key": "k"}
PACKED = {**PLAIN, "Content-Encoding": "gzip"}


def test_of_a_compressed_event_the_uncompressed_one_is_signed() -> None:
    """As its own library checks it; the compressed bytes under the same signature would be invalid."""
    signature = sign_request("getstream", request(PLAIN, EVENT), secret=KEY, now=NOW).headers.get("X-Signature") or ""
    packed = request({**PACKED, "X-Signature": signature}, gzip.compress(EVENT))
    verdict = judged(packed, secret("getstream", KEY)).verdict

    assert (verdict.status, verdict.scheme, verdict.covers_body) == ("valid", "getstream-sha256-gzip", True)
    changed = request({**PACKED, "X-Signature": signature}, gzip.compress(EVENT + b" "))
    assert judged(changed, secret("getstream", KEY)).verdict.status == "invalid"


def test_signing_again_keeps_the_compression() -> None:
    """The field that tells of it stays, and what is signed is what is inside."""
    packed = request(PACKED, gzip.compress(EVENT))
    signed = sign_request("getstream", packed, secret=KEY, now=NOW)

    assert signed.headers.get("Content-Encoding") == "gzip"
    assert judged(signed, secret("getstream", KEY)).verdict.scheme == "getstream-sha256-gzip"


def test_what_is_damaged_or_too_large_has_no_inside() -> None:
    """It never raises, and never unpacks without end."""
    packed = (b"", EVENT, gzip.compress(EVENT)[:-4], b"\x1f\x8bno", gzip.compress(bytes(MOST + 1)))

    assert [uncompressed(Subject(payload(request({}, body)))) for body in packed] == [b"", EVENT, None, None, None]
