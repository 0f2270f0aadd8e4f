"""Boards, tasks, tables and pages."""

from inspector.providers.layout import Single, WebToken
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp
from inspector.providers.web_token import TokenClaims

AIRTABLE = Provider(
    id="airtable",
    name="Airtable",
    category="productivity",
    monogram="AT",
    secret_words="the webhook’s MAC secret",
    secret_where="Airtable shows it once, as macSecretBase64 in the answer that made the webhook.",
    marks=(Mark(headers=("X-Airtable-Content-MAC",)),),
    schemes=(
        Scheme(
            id="airtable-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Airtable-Content-MAC"),
            layout=Single(prefix="hmac-sha256="),
            keys=("base64",),
        ),
    ),
    # A ping has no id of its own; of one webhook its time tells it from others.
    delivery_id=places("json:webhook.id"),
    delivery_parts=places("json:timestamp"),
    gists=(("*", "{base.id} · {webhook.id}"),),
    deadline_s=25.0,
    retry_policy="up to 13 times within about a day",
    wrong_secrets=(("pat", "a personal access token"), ("key", "an API key"), ("ach", "the id of a webhook")),
    evidence="official library",
    sources=("pypi pyairtable 3.5.0.post1 models/webhook.py", "hookdeck/webhook-skills providers.yaml (00ad8d05)"),
)

ASANA = Provider(
    id="asana",
    name="Asana",
    category="productivity",
    monogram="AS",
    secret_words="the webhook’s secret",
    secret_where="Asana sends it once, in X-Hook-Secret of the handshake, when the webhook is made.",
    # Clio signs in the same field, but sends no list of events.
    marks=(
        Mark(headers=("X-Hook-Signature",), shows=((place("json:events.0.action"), "*"),)),
        Mark(headers=("X-Hook-Signature",), shows=((place("body:text"), '{*"events"*[*'),)),
        Mark(headers=("X-Hook-Secret",), unless=("X-Hook-Signature",)),
    ),
    schemes=(
        Scheme(
            id="asana-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Hook-Signature"),
            layout=Single(),
        ),
    ),
    event_parts=places("json:events.0.resource.resource_type", "json:events.0.action"),
    event=places("json:events.0.action"),
    gists=(
        ("story.*", "{events|count:event} · {events.0.resource.resource_subtype} · {events.0.parent.gid}"),
        (
            "*",
            "{events|count:event} · {events.0.resource.gid} · {events.0.change.field, events.0.parent.resource_type}",
        ),
    ),
    sensitive=places("header:X-Hook-Secret"),
    deadline_s=10.0,
    retry_policy="for 24 hours, at growing distances; then the webhook is deleted",
    sources=("developers.asana.com/reference/createwebhook.md", "npm n8n-nodes-base 2.41.2, trigger node"),
    doubts=("Clio uses the same two header fields: its handshake is taken for Asana’s, its deliveries are not",),
)

CLICKUP = Provider(
    id="clickup",
    name="ClickUp",
    category="productivity",
    monogram="CK",
    secret_words="the webhook’s secret",
    secret_where="ClickUp shows it as webhook.secret in the answer that made the webhook.",
    marks=(
        Mark(
            headers=("X-Signature",),
            shows=((place("json:webhook_id"), "*"), (place("json:event"), "*")),
            precedence=50,
        ),
    ),
    schemes=(
        Scheme(
            id="clickup-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Signature"),
            layout=Single(),
        ),
    ),
    event=places("json:event"),
    delivery_id=places("json:history_items.0.id"),
    gists=(
        ("taskStatusUpdated", "{task_id} · {history_items.0.before.status} → {history_items.0.after.status}"),
        ("task*", "{task_id} · {history_items.0.field} · {history_items.0.user.username}"),
        ("*", "{list_id, folder_id, space_id, goal_id, task_id} · {history_items.0.user.username}"),
    ),
    wrong_secrets=(("pk_", "a personal API token"),),
    level="secondary",
    sources=("npm n8n-nodes-base 2.41.2, trigger node", "a public table of providers"),
)

LINEAR = Provider(
    id="linear",
    name="Linear",
    category="productivity",
    monogram="LN",
    secret_words="the webhook’s signing secret",
    secret_where="Linear shows it under Settings › API › Webhooks › your webhook › Signing secret.",
    secret_hint="lin_wh_…",
    marks=(
        Mark(headers=("Linear-Signature",)),
        Mark(headers=("Linear-Event",)),
        Mark(agent="Linear-Webhook", precedence=42),
    ),
    schemes=(
        Scheme(
            id="linear-sha256",
            algorithm="hmac-sha256",
            place=place("header:Linear-Signature"),
            layout=Single(),
            timestamp=Timestamp(
                part="webhookTimestamp", place=place("json:webhookTimestamp"), unit="ms", tolerance_s=60
            ),
        ),
    ),
    event_parts=places("json:type", "json:action"),
    event=places("header:Linear-Event", "json:type"),
    delivery_id=places("header:Linear-Delivery"),
    gists=(
        ("Issue.*", "{data.identifier} {data.title?} · {data.state.name} · {actor.name}"),
        ("Comment.*", "{data.issue.identifier} {data.issue.title?} · {actor.name, data.user.name}"),
        ("*", "{data.name, data.title, data.identifier, data.id} · {actor.name}"),
    ),
    wrong_secrets=(("lin_api_", "an API key"), ("lin_oauth_", "an OAuth token")),
    evidence="official library",
    sources=("npm @linear/sdk 98.0.0 webhooks", "npm n8n-nodes-base 2.41.2, trigger node"),
)

MONDAY = Provider(
    id="monday",
    name="monday.com",
    category="productivity",
    monogram="MN",
    secret_words="the app’s signing secret",
    secret_where="monday.com shows it under Developers › your app › Basic information › Signing secret.",
    marks=tuple(
        mark
        for member in ("json:event.boardId", "json:event.pulseId")
        for mark in (
            Mark(headers=("Authorization",), shows=((place(member), "*"),), precedence=60),
            Mark(shows=((place(member), "*"),), precedence=60),
        )
    ),
    schemes=(
        Scheme(
            id="monday-jwt",
            algorithm="jwt",
            place=place("header:Authorization"),
            layout=WebToken(),
            claims=TokenClaims(),
            timestamp=Timestamp(part="iat", until="exp"),
        ),
    ),
    event=places("json:event.type"),
    delivery_id=places("json:event.triggerUuid"),
    gists=(
        ("create_pulse", "{event.pulseName} · {event.groupName, event.groupId} · board {event.boardId}"),
        ("*", "{event.pulseName} · {event.columnTitle, event.columnId} · {event.value.label.text, event.value.value}"),
    ),
    retry_policy="once a minute for 30 minutes",
    level="secondary",
    sources=("hookdeck/webhook-skills providers.yaml (00ad8d05)",),
    doubts=(
        "webhooks that were made on a board or with a personal token carry no token and cannot be checked",
        "lifecycle events of an app are signed with its client secret instead",
    ),
)

NOTION = Provider(
    id="notion",
    name="Notion",
    category="productivity",
    monogram="NO",
    secret_words="the subscription’s verification token",
    secret_where="Notion sends it once to the endpoint, when the subscription is made, as verification_token.",
    secret_hint="secret_…",
    marks=(Mark(headers=("X-Notion-Signature",)),),
    schemes=(
        Scheme(
            id="notion-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Notion-Signature"),
            layout=Single(prefix="sha256="),
        ),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    retry_counter=places("json:attempt_number"),
    counts_from=1,
    gists=(
        ("page.properties_updated", "{entity.id} · {data.updated_properties|count:field} · {workspace_name}"),
        ("comment.*", "{entity.id} · page {data.page_id} · {workspace_name}"),
        ("*", "{entity.type} {entity.id} · {workspace_name} · {authors.0.type}"),
    ),
    sensitive=places("json:verification_token"),
    secret_forms=("secret_",),
    wrong_secrets=(("ntn_", "an integration’s API token"),),
    level="secondary",
    sources=("hookdeck/webhook-skills notion-webhooks (2a386761)", "a public table of providers"),
    doubts=("that attempt_number counts its attempts is not confirmed",),
)

_CARD = "{action.data.board.name} · {action.data.card.name}"

TRELLO = Provider(
    id="trello",
    name="Trello",
    category="productivity",
    monogram="TR",
    secret_words="the Power-Up’s API secret",
    secret_where="Trello shows it under trello.com/power-ups/admin › your Power-Up › API key › Secret.",
    marks=(Mark(headers=("X-Trello-Webhook",)), Mark(agent="Trello-", precedence=42)),
    schemes=(
        Scheme(
            id="trello-sha1",
            algorithm="hmac-sha1",
            place=place("header:X-Trello-Webhook"),
            layout=Single(),
            # The URL stands behind the body: the callbackURL, exactly as it was registered.
            message=message("{body}{url}"),
            encoding="base64",
        ),
    ),
    event=places("json:action.type"),
    delivery_id=places("json:action.id"),
    gists=(
        ("commentCard", _CARD + " · {action.memberCreator.fullName}: {action.data.text}"),
        (
            "updateCard",
            _CARD + " · {action.data.listBefore.name} → {action.data.listAfter.name} · {action.memberCreator.fullName}",
        ),
        ("addMemberTo*", _CARD + " · {action.member.fullName, action.data.member.name} added"),
        ("addLabelToCard", _CARD + " · {action.data.label.name, action.data.label.color}"),
        ("addAttachmentToCard", _CARD + " · {action.data.attachment.name}"),
        ("addChecklistToCard", _CARD + " · {action.data.checklist.name}"),
        ("updateCheckItemStateOnCard", _CARD + " · {action.data.checkItem.name}: {action.data.checkItem.state}"),
        (
            "*",
            (
                "{action.data.board.name, action.data.organization.name} · "
                "{action.data.card.name, action.data.list.name} · {action.memberCreator.fullName}"
            ),
        ),
    ),
    retry_policy="three times, after 30, 60 and 120 s",
    wrong_secrets=(("ATTA", "an API token"),),
    sources=(
        "developer.atlassian.com/cloud/trello/guides/rest-api/webhooks",
        "npm n8n-nodes-base 2.41.2, trigger node",
    ),
    doubts=("that its User-Agent begins with Trello- is not confirmed",),
)

PRODUCTIVITY = (AIRTABLE, ASANA, CLICKUP, LINEAR, MONDAY, NOTION, TRELLO)
