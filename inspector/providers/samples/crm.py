"""Customers: support desks and sales."""

from inspector.providers.samples.fresh import Fresh
from inspector.providers.samples.sample import Sample, Values

_JSON = ("Content-Type", "application/json")


def _front(fresh: Fresh) -> Values:
    return {
        "event": fresh.hex(8),
        "conversation": fresh.hex(8),
        "message": fresh.hex(8),
        "order": fresh.number(10_400, 98_000),
        "emitted": fresh.seconds(2),
    }


FRONT = Sample(
    provider="front",
    event="inbound_received",
    title="Mail from a customer",
    file="inbound_received",
    headers=(("User-Agent", "FrontApp"), _JSON),
    values=_front,
)


def _helpscout(fresh: Fresh) -> Values:
    return {
        "id": fresh.number(2_600_000_000, 2_990_000_000),
        "number": fresh.number(18_000, 96_000),
        "thread": fresh.number(7_100_000_000, 7_900_000_000),
        "now": fresh.utc(1),
    }


HELPSCOUT = Sample(
    provider="helpscout",
    event="convo.created",
    title="Conversation opened",
    file="convo_created",
    headers=(("User-Agent", "Help Scout Webhooks"), _JSON, ("X-HelpScout-Event", "convo.created")),
    values=_helpscout,
)


def _hubspot(fresh: Fresh) -> Values:
    return {
        "event": fresh.number(1_000_000_000, 4_200_000_000),
        "object": fresh.number(58_000_000_000, 99_000_000_000),
        "millis": fresh.seconds(1) * 1000 + fresh.number(0, 999),
    }


HUBSPOT = Sample(
    provider="hubspot",
    event="contact.propertyChange",
    title="Contact changed",
    file="contact_property_change",
    headers=(
        ("User-Agent", "HubSpot Connect 2.0 (http://dev.hubspot.com/) (namespace: webhooks-nio-http-client)"),
        _JSON,
    ),
    values=_hubspot,
)


def _intercom(fresh: Fresh) -> Values:
    return {
        "id": fresh.uuid(),
        "conversation": str(fresh.number(215_000_000_000_000, 216_000_000_000_000)),
        "source": str(fresh.number(2_300_000_000, 2_900_000_000)),
        "seconds": fresh.seconds(1),
    }


INTERCOM = Sample(
    provider="intercom",
    event="conversation.user.created",
    title="Conversation opened",
    file="conversation_user_created",
    headers=(("User-Agent", "Intercom-Webhooks/2.0"), ("Content-Type", "application/json; charset=utf-8")),
    values=_intercom,
)


def _pipedrive(fresh: Fresh) -> Values:
    deal = fresh.number(1_200, 8_900)
    return {
        "id": fresh.uuid(),
        "correlation": fresh.uuid(),
        "deal": deal,
        "entity": str(deal),
        "value": 1000 * fresh.number(4, 96),
        "close": fresh.utc(-2_592_000)[:10],
        "now": fresh.utc(1),
        "exact": fresh.utc_exact(1)[:-4] + "Z",
        "earlier": fresh.utc(86_400),
    }


PIPEDRIVE = Sample(
    provider="pipedrive",
    event="change.deal",
    title="Deal changed",
    file="deal_change",
    headers=(("User-Agent", "Pipedrive Webhooks"), _JSON),
    values=_pipedrive,
)


def _zendesk(fresh: Fresh) -> Values:
    return {
        "id": fresh.uuid(),
        "invocation": f"01{fresh.upper(24)}",
        "ticket": str(fresh.number(10_400, 98_000)),
        "now": fresh.utc(1),
        "exact": fresh.utc_exact(1),
        "earlier": fresh.utc(92_000),
    }


ZENDESK = Sample(
    provider="zendesk",
    event="zen:event-type:ticket.status_changed",
    title="Ticket solved",
    file="ticket_status_changed",
    headers=(
        ("User-Agent", "Zendesk Webhook"),
        ("Content-Type", "application/json; charset=utf-8"),
        ("X-Zendesk-Account-Id", "22310774"),
        ("X-Zendesk-Webhook-Id", "01JA8R4W2C6TQ9XH5VMB7ZK3PD"),
        ("X-Zendesk-Webhook-Invocation-Id", "${invocation}"),
    ),
    values=_zendesk,
)

CRM = (FRONT, HELPSCOUT, HUBSPOT, INTERCOM, PIPEDRIVE, ZENDESK)
