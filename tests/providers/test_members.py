"""Members of a list that are signed one by one."""

import json

import pytest

from inspector.core.request import Request
from inspector.core.verdict import Verdict
from inspector.providers.basis import Basis
from inspector.providers.diagnosis import diagnose
from inspector.providers.samples.gateways import ADYEN
from inspector.providers.signing import sign_request
from tests.providers.made import judged, with_body
from tests.providers.samples.sent import NOW, SECRETS, arrived


def several(*changes: dict[str, object]) -> Request:
    """A delivery of a good item and copies of it with other values."""
    made = arrived(ADYEN)
    document = json.loads(made.body.read())
    first = document["notificationItems"][0]["NotificationRequestItem"]
    document["notificationItems"] += [{"NotificationRequestItem": {**first, **change}} for change in changes]
    return with_body(made, json.dumps(document).encode())


def verdict(made: Request) -> Verdict:
    """What is said at the end."""
    own = SECRETS["adyen"]
    judgement = judged(made, own)
    assert diagnose(made, judgement, Basis(secrets={"adyen": (own,)})).verdict == judgement.verdict
    return judgement.verdict


def test_every_member_that_is_signed_is_valid() -> None:
    """White space and unsigned values may differ."""
    assert verdict(several({}, {"reason": "another"})).status == "valid"


def test_signing_again_signs_every_member() -> None:
    """Also one whose values were changed, and one that had no signature."""
    own = SECRETS["adyen"]
    fresh = sign_request("adyen", several({"pspReference": "7"}, {"additionalData": {}}), secret=own.value, now=NOW)

    assert verdict(fresh).status == "valid"


@pytest.mark.parametrize("forged", [{"success": "false"}, {"additionalData": {}}, {"additionalData": 7}])
def test_one_that_is_not_signed_makes_the_delivery_invalid(forged: dict[str, object]) -> None:
    """Whether its values were changed or its signature is missing; the sentence counts them."""
    said = verdict(several({}, forged))

    assert (said.status, said.matches, said.cause, said.final) == ("invalid", False, "unexplained", True)
    assert "1 of 3" in said.explanation
