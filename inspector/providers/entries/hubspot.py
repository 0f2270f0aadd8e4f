"""HubSpot signs in three ways; the newest counts, and it covers method and URL too."""

import re
from urllib.parse import unquote

from inspector.providers.layout import Single
from inspector.providers.message import BODY, message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

ESCAPES = re.compile("%(?:3A|2F|3F|40|21|24|27|28|29|2A|2C|3B)", re.IGNORECASE)
"""What HubSpot is said to undo in a URL before it signs."""


def as_it_came_or_decoded(url: str) -> tuple[str, ...]:
    """A URL as it was called, and with those escapes undone that HubSpot undoes; the question mark of a path stays."""
    path, asked, query = url.partition("?")
    decoded = ESCAPES.sub(lambda found: unquote(found[0]), path) + asked
    decoded += ESCAPES.sub(lambda found: unquote(found[0]), query)
    return (url,) if decoded == url else (url, decoded)


_PLACE = place("header:X-HubSpot-Signature")
_VERSION = place("header:X-HubSpot-Signature-Version")

HUBSPOT = Provider(
    id="hubspot",
    name="HubSpot",
    category="crm",
    monogram="HS",
    secret_words="the app’s client secret",
    secret_where="HubSpot shows it in the developer account: Apps › your app › Auth › Client secret.",
    marks=(Mark(headers=("X-HubSpot-Signature-v3",)), Mark(headers=("X-HubSpot-Signature",))),
    schemes=(
        Scheme(
            id="hubspot-v3",
            algorithm="hmac-sha256",
            place=place("header:X-HubSpot-Signature-v3"),
            layout=Single(),
            message=message("{method}{url}{body}{X-HubSpot-Request-Timestamp}"),
            encoding="base64",
            timestamp=Timestamp(part="X-HubSpot-Request-Timestamp", unit="ms", tolerance_s=300, future=False),
            url_forms=as_it_came_or_decoded,
        ),
        Scheme(
            id="hubspot-v2",
            algorithm="sha256 before",
            place=_PLACE,
            layout=Single(),
            message=message("{method}{url}{body}"),
            when=((_VERSION, "v2"),),
            url_forms=as_it_came_or_decoded,
        ),
        Scheme(
            id="hubspot-v1",
            algorithm="sha256 before",
            place=_PLACE,
            layout=Single(),
            message=BODY,
            when=((_VERSION, "v1"),),
            alongside=True,
        ),
        Scheme(
            id="hubspot-v1-unnamed",
            algorithm="sha256 before",
            place=_PLACE,
            layout=Single(),
            message=BODY,
            when=((_VERSION, ""),),
        ),
    ),
    event=places("json:0.subscriptionType", "json:subscriptionType"),
    delivery_id=places("json:0.eventId", "json:eventId"),
    retry_counter=places("json:0.attemptNumber"),
    gists=(
        (
            "*.propertyChange",
            "{0.subscriptionType} · {0.objectId} · {0.propertyName} = {0.propertyValue}",
        ),
        ("*", "{0.subscriptionType} · {0.objectId} · {0.changeSource}"),
    ),
    deadline_s=5.0,
    retry_policy="10 times over 24 hours",
    wrong_secrets=(("pat-", "a private app’s access token"),),
    evidence="published vector",
    sources=(
        "hubspot-api-client (PyPI) 12.0.0, utils/signature.py",
        "@hubspot/api-client (npm) 13.5.0, test/unit/signature.spec.js",
        "hookdeck/webhook-skills, providers.yaml",
    ),
    doubts=(
        "a signature with no version beside it is taken for the oldest kind, as its library does",
        "which escapes of the URL are undone before it is signed; both ways are tried",
        "waits 5 s, and 10 retries over 24 hours (not in the sources that were read)",
        "one delivery holds several events; the first one names it",
    ),
)
