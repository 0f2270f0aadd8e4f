"""Adyen: eight fields are signed, in the payload itself."""

import pytest

from inspector.providers.samples.gateways import ADYEN
from inspector.providers.samples.registry import events_of
from tests.providers.made import judged, request, secret
from tests.providers.samples.sent import changed

KEY = b"44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"success":"true"', b'"success":"false"'),
        (b'"currency":"EUR"', b'"currency":"USD"'),
        (b'"eventCode":"AUTHORISATION"', b'"eventCode":"REFUND"'),
        (b'"merchantAccountCode":"Harbour', b'"merchantAccountCode":"Harvest'),
        (b'"pspReference":"', b'"pspReference":"0'),
    ],
)
def test_a_signed_field_that_was_changed(old: bytes, new: bytes) -> None:
    """Each of them is noticed."""
    assert changed(ADYEN, old, new).verdict.status == "invalid"


def test_another_field_is_not_signed() -> None:
    """White space and other fields may differ: the signature says nothing of them."""
    assert changed(ADYEN, b'"cardHolderName":"Lena', b'"cardHolderName": "Lina').verdict.status == "valid"


def test_a_payload_without_the_event_is_not_checked() -> None:
    """What lacks a signature is unsigned; what is no notification at all is nobody's."""
    item = b'{"notificationItems":[{"NotificationRequestItem":{"eventCode":"CAPTURE","pspReference":"7"%s}}]}'
    bare = judged(request({}, item % b""), secret("adyen", KEY))
    forged = judged(request({}, item % b',"additionalData":{"hmacSignature":"AAAA"}'), secret("adyen", KEY))

    assert (bare.provider, bare.verdict.status) == ("adyen", "unsigned")
    assert (forged.provider, forged.verdict.status) == ("adyen", "invalid")
    assert judged(request({}, b'{"notificationItems":[]}')).provider is None


def test_the_sample_is_a_payment() -> None:
    """The event that Adyen sends most."""
    assert events_of("adyen")[0].event == "AUTHORISATION"
