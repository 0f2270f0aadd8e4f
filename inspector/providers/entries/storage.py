"""Files: where they are kept, and where they are drawn."""

from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

BOX = Provider(
    id="box",
    name="Box",
    category="storage",
    monogram="BX",
    secret_words="the app’s primary or secondary signature key",
    secret_where="Box shows both in the Developer Console › your app › Webhooks › Manage signature keys.",
    marks=(
        Mark(headers=("box-signature-primary",), precedence=25),
        Mark(headers=("box-signature-secondary",), precedence=25),
    ),
    schemes=(
        Scheme(
            id="box-v1",
            algorithm="hmac-sha256",
            place=place("header:box-signature-primary"),
            also=(place("header:box-signature-secondary"),),
            layout=Single(),
            message=message("{body}{box-delivery-timestamp}"),
            encoding="base64",
            timestamp=Timestamp(part="box-delivery-timestamp", unit="iso8601", tolerance_s=600),
        ),
    ),
    event=places("json:trigger"),
    delivery_id=places("header:box-delivery-id"),
    event_key=places("json:id"),
    gists=(("*", "{source.name, source.item.name, source.id} · {source.parent.name} · {created_by.name}"),),
    evidence="official library",
    sources=("pypi boxsdk 10.18.0 box_sdk_gen",),
    doubts=("the name box-delivery-id is not confirmed",),
)

DROPBOX = Provider(
    id="dropbox",
    name="Dropbox",
    category="storage",
    monogram="DB",
    secret_words="the app’s secret",
    secret_where="Dropbox shows it in the App Console › your app › Settings › App secret.",
    marks=(Mark(headers=("X-Dropbox-Signature",)), Mark(agent="DropboxWebhooks/", precedence=42)),
    schemes=(
        Scheme(
            id="dropbox-sha256",
            algorithm="hmac-sha256",
            place=place("header:X-Dropbox-Signature"),
            layout=Single(),
        ),
    ),
    gists=(("*", "{list_folder.accounts|count:account} · {list_folder.accounts.0}"),),
    wrong_secrets=(("sl.", "an access token"),),
    level="secondary",
    sources=("npm nuxt-webhook-validators 0.2.12", "a public table of providers"),
    doubts=("the User-Agent DropboxWebhooks/1.0 is not confirmed",),
)

FIGMA = Provider(
    id="figma",
    name="Figma",
    category="design",
    monogram="FI",
    secret_words="the webhook’s passcode",
    secret_where="It is the passcode that was given when the webhook was made; each delivery holds it.",
    marks=(
        Mark(
            shows=((place("json:passcode"), "*"), (place("json:webhook_id"), "*"), (place("json:event_type"), "*")),
            precedence=45,
        ),
    ),
    schemes=(
        Scheme(
            id="figma-passcode",
            algorithm="token",
            place=place("json:passcode"),
            layout=Single(),
            encoding="plain",
        ),
    ),
    event=places("json:event_type"),
    gists=(
        ("FILE_COMMENT", "{file_name} · {triggered_by.handle}: {comment.0.text}"),
        ("FILE_VERSION_UPDATE", "{file_name} · {label} · {triggered_by.handle}"),
        ("LIBRARY_PUBLISH", "{file_name} · {description} · {triggered_by.handle}"),
        ("*", "{file_name, file_key, team_id} · {triggered_by.handle}"),
    ),
    sensitive=places("json:passcode"),
    wrong_secrets=(("figd_", "a personal access token"),),
    level="secondary",
    sources=("npm n8n-nodes-base 2.41.2, FigmaTrigger",),
)

STORAGE = (BOX, DROPBOX, FIGMA)
