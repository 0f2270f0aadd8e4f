"""Books and invoices."""

from inspector.providers.layout import Single
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme

_ENTITY = "eventNotifications.0.dataChangeEvent.entities.0"

QUICKBOOKS = Provider(
    id="quickbooks",
    name="QuickBooks (Intuit)",
    category="accounting",
    marks=(Mark(headers=("intuit-signature",), precedence=25),),
    schemes=(
        Scheme(
            id="quickbooks",
            algorithm="hmac-sha256",
            place=place("header:intuit-signature"),
            layout=Single(),
            encoding="base64",
        ),
    ),
    event=places(f"json:{_ENTITY}.name", "json:0.type"),
    event_parts=places(f"json:{_ENTITY}.name", f"json:{_ENTITY}.operation"),
    gists=(
        (
            "*",
            (
                f"{{{_ENTITY}.name, 0.type}} {{{_ENTITY}.id, 0.intuitentityid?}} · company "
                "{eventNotifications.0.realmId, 0.intuitaccountid} · "
                "{eventNotifications.0.dataChangeEvent.entities|count:change}"
            ),
        ),
    ),
    level="secondary",
    monogram="QB",
    secret_words="the verifier token",
    secret_where="Intuit shows it in the app’s dashboard: Webhooks › Show verifier token.",
    sources=("an independent table of providers",),
    doubts=("what changed stands in eventNotifications",),
)

XERO = Provider(
    id="xero",
    name="Xero",
    category="accounting",
    marks=(Mark(headers=("x-xero-signature",), precedence=25),),
    schemes=(
        Scheme(
            id="xero",
            algorithm="hmac-sha256",
            place=place("header:x-xero-signature"),
            layout=Single(),
            encoding="base64",
        ),
    ),
    event=places("json:events.0.eventCategory"),
    event_parts=places("json:events.0.eventCategory", "json:events.0.eventType"),
    gists=(("*", "{events.0.resourceId} · tenant {events.0.tenantId} · {events|count:event}"),),
    level="secondary",
    monogram="XE",
    secret_words="the webhooks key",
    secret_where="Xero shows it under My Apps › your app › Webhooks › Webhooks key.",
    sources=("two independent tables of providers",),
)

ACCOUNTING = (QUICKBOOKS, XERO)
