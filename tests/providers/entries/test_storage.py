"""Files: two keys of Box, and the secret that Figma sends along."""

import hmac
from base64 import b64encode

import pytest

from inspector.core.secret import Secret
from tests.providers.made import judged, request

OLD, NEW = b"the key before", b"the key from now on"
AT = "2023-11-14T22:13:20Z"
COMMENT = b'{"event_type":"FILE_COMMENT","passcode":"open sesame","webhook_id":"22","file_name":"Checkout"}'


def digest(key: bytes) -> str:
    """Of an empty document at that time."""
    return b64encode(hmac.digest(key, b"{}" + AT.encode(), "sha256")).decode()


@pytest.mark.parametrize("key", [OLD, NEW])
def test_either_key_of_box_is_enough(key: bytes) -> None:
    """While one is replaced, both sign."""
    headers = {
        "box-delivery-timestamp": AT,
        "box-signature-primary": digest(NEW),
        "box-signature-secondary": digest(OLD),
    }

    assert judged(request(headers, b"{}"), Secret(provider="box", name="mine", value=key)).verdict.status == "valid"


def test_boxs_time_counts() -> None:
    """Written with another distance from UTC it is the same moment, but other bytes."""
    headers = {"box-delivery-timestamp": "2023-11-14T23:13:20+01:00", "box-signature-primary": digest(NEW)}
    verdict = judged(request(headers, b"{}"), Secret(provider="box", name="mine", value=NEW)).verdict

    assert (verdict.status, verdict.fresh) == ("invalid", True)


def test_figmas_passcode_is_a_secret_in_the_body() -> None:
    """It is compared, masked, and protects nothing else."""
    judgement = judged(request({}, COMMENT), Secret(provider="figma", name="mine", value=b"open sesame"))
    other = judged(request({}, COMMENT), Secret(provider="figma", name="mine", value=b"open"))

    assert (judgement.provider, judgement.event) == ("figma", "FILE_COMMENT")
    assert (judgement.verdict.status, judgement.verdict.covers_body) == ("valid", False)
    assert judgement.sensitive == ("json:passcode",)
    assert other.verdict.status == "invalid"
