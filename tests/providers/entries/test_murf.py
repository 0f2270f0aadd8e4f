"""Murf's signature and time stand in fields that nobody names."""

from datetime import timedelta

import pytest

from inspector.core.errors import UsageError
from inspector.providers.entries.murf import SIGNATURE_FIELD, TIME_FIELD, BareDigest, add_time, put_signature, time_of
from inspector.providers.layout import NO_FIELDS
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import subject
from tests.providers.made import NOW, judged, request, secret, with_body, with_header

BODY = b'{"job_id":"j1","status":"COMPLETED","target_locales":["de_DE"]}'
HEX = "ab" * 32


@pytest.mark.parametrize("value", ["", "ab", HEX + "a", HEX[:-1], HEX.upper(), "sha256=" + HEX, "g" * 64])
def test_what_is_no_digest_is_no_signature(value: str) -> None:
    """Only 64 digits of hexadecimal and nothing beside them are."""
    assert list(BareDigest().read(value).signatures) == []
    assert list(BareDigest().read(HEX).signatures) == [BareDigest().write([HEX], NO_FIELDS)]


def test_the_time_is_told_by_its_form() -> None:
    """The first field with 13 digits; the length of a body is none."""
    assert time_of(subject(request({"X-A": "17000000", "X-B": "1700000000000", "X-C": "1700000000001"}), "")) == (
        b"1700000000000"
    )
    assert time_of(subject(request({"Content-Length": "1700000000000"}), "")) is None


def test_fields_that_are_there_are_used_again() -> None:
    """Whatever they are called; else ours."""
    old = request({"X-Sig": HEX, "X-When": "1600000000000"})
    new = put_signature(add_time(old, NOW), "cd" * 32)
    bare = put_signature(add_time(request({}), NOW), HEX)

    assert new.headers.texts()[2:] == [("X-Sig", "cd" * 32), ("X-When", "1700000000000")]
    assert bare.headers.texts()[2:] == [(TIME_FIELD, "1700000000000"), (SIGNATURE_FIELD, HEX)]


def test_any_pair_of_fields_is_verified() -> None:
    """Body, secret and time all count."""
    made = sign_request(
        "murf", request({"X-Odd": "x", "X-Sig": HEX, "X-When": "1600000000000"}, BODY), secret=b"hush", now=NOW
    )
    hush = secret("murf", b"hush")
    later = with_header(made, "X-When", str(int((NOW + timedelta(seconds=1)).timestamp() * 1000)))

    assert judged(made, hush).verdict.status == "valid"
    assert judged(made, hush).verdict.explanation.endswith("It stands in X-Sig.")
    assert judged(later, hush).verdict.status == "invalid"
    assert judged(with_body(made, BODY + b" "), hush).verdict.status == "invalid"
    assert judged(made, secret("murf", b"husk")).verdict.status == "invalid"


def test_a_signature_without_a_time_is_not_valid() -> None:
    """The time is part of what is signed."""
    made = request({"X-Sig": HEX}, BODY)

    assert judged(made, secret("murf", b"hush")).verdict.status == "invalid"
    assert judged(request({"X-When": "1700000000000"}, BODY), secret("murf", b"hush")).verdict.status == "unsigned"


def test_of_two_digests_neither_is_written_over() -> None:
    """One of them is somebody else's, and nobody says which."""
    with pytest.raises(UsageError, match="X-Sum, X-Sig"):
        put_signature(request({"X-Sum": "ef" * 32, "X-Sig": HEX}), "cd" * 32)
