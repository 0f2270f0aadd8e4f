"""HubSpot's three ways to sign."""

from datetime import timedelta

import pytest

from inspector.core.request import Request
from inspector.providers.entries.hubspot import HUBSPOT, as_it_came_or_decoded
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import URL, asking
from tests.providers.made import NOW, judged, request, secret, with_header

BODY = b'[{"eventId":1,"subscriptionType":"contact.creation","objectId":7,"changeSource":"CRM"}]'
KEY = b"yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy"


def sent(scheme: str | None, url: str = URL) -> Request:
    """The request as HubSpot sends it."""
    return sign_request("hubspot", request({}, BODY), secret=KEY, now=NOW, url=url, scheme_id=scheme)


@pytest.mark.parametrize("scheme", [scheme.id for scheme in HUBSPOT.schemes])
def test_each_way_is_told_by_its_version(scheme: str) -> None:
    """Version 1 and 2 stand in the same field; without a version it is 1, one that nobody knows is no signature."""
    made = sent(scheme)
    unknown = with_header(made, "X-HubSpot-Signature-Version", "v9")

    assert judged(made, secret("hubspot", KEY)).verdict.scheme == scheme
    assert (judged(unknown, secret("hubspot", KEY)).verdict.status == "unsigned") is (scheme != "hubspot-v3")


def test_the_newest_decides() -> None:
    """It comes beside the oldest, which does not help a request whose new signature is wrong."""
    both = sent(None)
    forged = with_header(both, "X-HubSpot-Signature-v3", "AAAA")
    own = secret("hubspot", KEY)

    assert both.headers.get("X-HubSpot-Signature-Version") == "v1"
    assert judged(both, own).verdict.scheme == "hubspot-v3"
    assert judged(forged, own).verdict.status == "invalid"


def test_age_counts_for_the_newest_alone() -> None:
    """More than five minutes ago is refused, ahead is not."""
    own = secret("hubspot", KEY)
    late, early = (
        sign_request("hubspot", request({}, BODY, at=NOW + shift), secret=KEY, now=NOW, url=URL)
        for shift in (timedelta(minutes=6), timedelta(minutes=-6))
    )

    assert judged(late, own).verdict.causes == ("timestamp-stale",)
    assert judged(early, own).verdict.status == "valid"


def test_escapes_of_the_url() -> None:
    """Signed with what HubSpot undoes undone, or as it was called: both match, and the verdict says which."""
    called, decoded = "/hooks/a%3Ab%20c?x=1", "http://127.0.0.1:8765/hooks/a:b%20c?x=1"
    made = asking(request({}, BODY), called)
    signed = sign_request("hubspot", made, secret=KEY, now=NOW, url=decoded)

    assert as_it_came_or_decoded(f"http://127.0.0.1:8765{called}")[1] == decoded
    assert as_it_came_or_decoded("http://x/?a=1%2C2%20%3f")[1] == "http://x/?a=1,2%20?"
    assert as_it_came_or_decoded(URL) == (URL,)
    assert judged(signed, secret("hubspot", KEY)).verdict.url == decoded
