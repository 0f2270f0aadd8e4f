"""Content and sites."""

from inspector.providers.entries.contentful import CONTENTFUL
from inspector.providers.entries.hygraph import HYGRAPH
from inspector.providers.layout import Pairs, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

SANITY = Provider(
    id="sanity",
    name="Sanity",
    category="cms",
    monogram="SA",
    secret_words="the webhook’s secret",
    secret_where="It is what you typed under sanity.io/manage › API › Webhooks › your webhook › Secret.",
    marks=(Mark(headers=("sanity-webhook-signature",)), Mark(headers=("sanity-document-id",))),
    # Its library refuses times before 2021 only.
    schemes=(
        Scheme(
            id="sanity-v1",
            algorithm="hmac-sha256",
            place=place("header:sanity-webhook-signature"),
            layout=Pairs(name="v1", fields=("t",)),
            message=message("{t}.{body}", fields=("t",)),
            encoding="base64url",
            timestamp=Timestamp(part="t", unit="ms"),
        ),
    ),
    event=places("header:sanity-operation"),
    delivery_id=places("header:idempotency-key"),
    gists=(("*", "{title, name, slug.current, _id} · {_type} · {header:sanity-dataset}"),),
    deadline_s=30.0,
    retry_policy="twice, 30 s apart",
    evidence="official library",
    sources=("npm @sanity/webhook 4.0.4 dist/index.mjs", "hookdeck/webhook-skills providers.yaml (00ad8d05)"),
    doubts=(
        "the fields sanity-operation, sanity-document-id and sanity-dataset are not in the sources that were read",
    ),
)

WEBFLOW = Provider(
    id="webflow",
    name="Webflow",
    category="cms",
    monogram="WF",
    secret_words="the secret of the webhook, or the app’s client secret",
    marks=(
        Mark(headers=("X-Webflow-Signature",), precedence=25),
        # Made in the dashboard, a webhook is not signed.
        Mark(shows=((place("json:triggerType"), "*"), (place("json:payload.siteId"), "*")), precedence=80),
        Mark(shows=((place("json:triggerType"), "site_publish"), (place("json:payload.site"), "*")), precedence=80),
        Mark(shows=((place("json:triggerType"), "ecomm_*"),), precedence=80),
    ),
    schemes=(
        Scheme(
            id="webflow",
            algorithm="hmac-sha256",
            place=place("header:X-Webflow-Signature"),
            layout=Single(),
            message=message("{X-Webflow-Timestamp}:{body}"),
            timestamp=Timestamp(part="X-Webflow-Timestamp", unit="s or ms", tolerance_s=300),
        ),
    ),
    event=places("json:triggerType"),
    gists=(
        ("form_submission", "{payload.name} · {payload.data.Email, payload.data.email, payload.data.name}"),
        ("ecomm_*", "{payload.orderId} · {payload.customerPaid.string, payload.status}"),
        ("site_publish", "{payload.domains.0, payload.site} · {payload.publishedOn}"),
        ("collection_item_*", "{payload.fieldData.name, payload.id} · {payload.collectionId}"),
        ("*", "{payload.name, payload.title, payload.id} · {payload.siteId}"),
    ),
    level="secondary",
    sources=(
        "hookdeck/webhook-skills providers.yaml (00ad8d05)",
        "npm n8n-nodes-base 2.41.2",
        "a public table of providers",
    ),
    doubts=("whether its time counts seconds or milliseconds is not confirmed: both are read",),
)

CMS = (CONTENTFUL, SANITY, WEBFLOW, HYGRAPH)
