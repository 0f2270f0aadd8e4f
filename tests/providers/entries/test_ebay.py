"""eBay: a signature in JSON in base64."""

import json
from base64 import b64encode

import pytest

from inspector.providers.entries.ebay import LONGEST, PackedJson
from inspector.providers.samples.shops import EBAY
from tests.providers.samples.sent import arrived, changed


def _packed(value: object) -> str:
    return b64encode(json.dumps(value).encode()).decode()


def test_what_stands_beside_the_signature() -> None:
    """The id of the key and the algorithm are read, and written again in the same form."""
    layout = PackedJson()
    found = layout.read(_packed({"alg": "ecdsa", "kid": "9936261a", "signature": "MEUC", "digest": "SHA1", "n": 1}))

    assert list(found.signatures) == ["MEUC"]
    assert found.fields == {"alg": "ecdsa", "kid": "9936261a", "digest": "SHA1"}
    assert list(layout.read(layout.write(["MEUC"], {})).signatures) == ["MEUC"]


@pytest.mark.parametrize(
    "value",
    ["", "%", "e30=", _packed([]), _packed({"signature": 7}), _packed({"kid": "a"}), "W1tb", "A" * (LONGEST + 4)],
    ids=["empty", "no base64", "empty object", "list", "number", "no signature", "half", "long"],
)
def test_what_is_no_signature(value: str) -> None:
    """None is read, and nothing raises."""
    assert list(PackedJson().read(value).signatures) == []


def test_a_changed_body_is_noticed() -> None:
    """By the public half of the key that signed."""
    assert changed(EBAY, b'"deprecated":false', b'"deprecated":true').verdict.status == "invalid"
    assert b"x-ebay-signature" in arrived(EBAY).headers.first
