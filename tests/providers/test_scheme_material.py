"""What a search for a scheme takes from a request."""

from base64 import b64encode, urlsafe_b64encode

import pytest

from inspector.providers.payload import Payload
from inspector.providers.scheme_material import MOST_IDS, MOST_MARKS, MOST_TIMES, digests_in, material_of, time_unit
from tests.captures import AT
from tests.providers.described import BODY, NOW, mac, sent

RAW = mac(BODY)
HEX, B64 = RAW.hex(), b64encode(RAW).decode()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (HEX, ("single", "", "", "hex")),
        (HEX.upper(), ("single", "", "", "upper hex")),
        (f"sha256={HEX}", ("single", "sha256=", "", "hex")),
        (f"HMAC {B64}", ("single", "HMAC ", "", "base64")),
        (urlsafe_b64encode(b"\xff" * 32).rstrip(b"=").decode(), ("single", "", "", "base64url")),
        (f"t={NOW},v1={HEX}", ("pairs", "", "v1", "hex")),
        (f"t={NOW};s={B64}", ("pairs", "", "s", "base64")),
        (f"v1,{B64} v1a,xyz", ("list", "v1,", "", "base64")),
    ],
)
def test_digests_are_seen_where_they_stand(value: str, expected: tuple[str, str, str, str]) -> None:
    """Alone, behind a prefix, in pairs and in lists, in each way of writing."""
    [found] = [one for one in digests_in("header:S", value) if len(one.raw) == 32]

    assert (found.form, found.prefix, found.field, found.encoding) == expected


@pytest.mark.parametrize("value", ["", "abc", "a" * 5000, "0" * 62, "g" * 64, "application/json", HEX[:-1], f"{B64}x"])
def test_what_is_no_digest(value: str) -> None:
    """Texts of another size or alphabet are passed over."""
    assert list(digests_in("header:S", value)) == []


def test_times_and_ids() -> None:
    """Times near the arrival and ids come from header fields, pairs and the document; others do not."""
    headers = {"X-Time": NOW, "X-Far": "123456", "X-Request-Id": "req_1234", "X-Sig": f"t={NOW}0,v1={HEX}"}
    material = material_of(Payload(sent({**headers, "X-Word": "hello"}), BODY))

    assert [one.place for one in material.times] == ["header:X-Time"]
    assert [one.place for one in material.ids] == ["header:X-Request-Id", "json:id"]
    assert [one.place for one in material.digests] == ["header:X-Sig"]


def test_a_hostile_request_is_bounded() -> None:
    """Hundreds of times, ids and digests give a few."""
    headers = {f"X-{n}-Id": f"some-id-{n}" for n in range(150)} | {f"X-S{n}": f"{n:02x}" * 32 for n in range(100)}
    headers |= {f"X-T{n}": str(int(NOW) + n) for n in range(100)}
    material = material_of(Payload(sent(headers), b'{"a":' + b"1" * 60 + b"}"))

    assert len(material.digests) <= MOST_MARKS
    assert len(material.times) <= MOST_TIMES
    assert len(material.ids) <= MOST_IDS


@pytest.mark.parametrize(
    ("raw", "unit"),
    [
        (NOW.encode(), "s"),
        (NOW.encode() + b"123", "ms"),
        (b"2026-11-23T08:21:11Z", "iso8601"),
        (b"1", None),
        (b"yesterday", None),
        (b"9" * 19, None),
    ],
)
def test_units(raw: bytes, unit: str | None) -> None:
    """A number is a time if it lies near the arrival."""
    assert time_unit(raw, AT) == unit
