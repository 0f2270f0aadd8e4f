"""Parcels and those who bring them."""

from inspector.providers.layout import Pairs, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

AFTERSHIP = Provider(
    id="aftership",
    name="AfterShip",
    category="logistics",
    monogram="AF",
    secret_words="the webhook secret",
    secret_where="AfterShip shows it under Settings › Notifications › Webhooks.",
    marks=(Mark(headers=("aftership-hmac-sha256",)), Mark(headers=("as-signature-hmac-sha256",))),
    schemes=(
        Scheme(
            id="aftership",
            algorithm="hmac-sha256",
            place=place("header:aftership-hmac-sha256"),
            layout=Single(),
            encoding="base64",
            also=places("header:as-signature-hmac-sha256"),
        ),
    ),
    event=places("json:event"),
    delivery_id=places("json:event_id"),
    gists=(("*", "{msg.tracking_number} · {msg.slug} · {msg.tag} · {msg.title, msg.order_id}"),),
    level="secondary",
    sources=("a public table of providers", "10 public implementations that use aftership-hmac-sha256"),
    doubts=("the newer field as-signature-hmac-sha256 and the id in event_id are not confirmed",),
)

EASYPOST = Provider(
    id="easypost",
    name="EasyPost",
    category="logistics",
    monogram="EP",
    secret_words="the webhook_secret that was given with the webhook",
    marks=(
        Mark(
            headers=("X-Hmac-Signature",),
            shows=((place("header:X-Hmac-Signature"), "hmac-sha256-hex=*"),),
            precedence=30,
        ),
        Mark(
            shows=((place("json:object"), "Event"), (place("json:id"), "evt_*"), (place("json:description"), "*.*")),
            precedence=80,
        ),
    ),
    # Signed as it is written: 614.40 that becomes 614.4 no longer matches.
    schemes=(
        Scheme(
            id="easypost",
            algorithm="hmac-sha256",
            place=place("header:X-Hmac-Signature"),
            layout=Single(prefix="hmac-sha256-hex="),
            keys=("nfkd",),
        ),
    ),
    event=places("json:description"),
    delivery_id=places("json:id"),
    gists=(
        ("tracker.*", "{result.tracking_code} · {result.carrier} · {result.status}"),
        ("batch.*", "{result.id} · {result.state} · {result.num_shipments|number:shipment}"),
        ("scan_form.*", "{result.tracking_codes|count:parcel} · {result.status} · {result.id}"),
        ("refund.*", "{result.tracking_code} · {result.carrier} · {result.status}"),
        ("insurance.*", "{result.tracking_code} · {result.amount} · {result.status}"),
        ("payment.*", "{result.amount} · {result.source_type} · {result.id}"),
        ("report.*", "{result.object} · {result.start_date} to {result.end_date} · {result.status}"),
        ("claim.*", "{result.tracking_code} · {result.type} · {result.requested_amount} · {result.status}"),
        ("*", "{result.id} · {result.status, result.state} · {mode}"),
    ),
    deadline_s=7.0,
    wrong_secrets=(("EZAK", "an API key"), ("EZTK", "a test API key"), ("hook_", "the id of a webhook")),
    evidence="official library",
    sources=("pypi easypost 10.7.0 util.py",),
    doubts=(
        "the fields X-Hmac-Signature-V2 and X-Timestamp are not confirmed, and not looked at",
        "a time limit of 7 s is not confirmed",
    ),
)

ONFLEET = Provider(
    id="onfleet",
    name="Onfleet",
    category="logistics",
    monogram="ON",
    secret_words="the webhook secret (hexadecimal)",
    secret_where="Onfleet shows it under Settings › API & Webhooks.",
    marks=(
        Mark(headers=("X-Onfleet-Signature",), precedence=25),
        Mark(shows=((place("json:triggerName"), "*"), (place("json:triggerId"), "*")), precedence=80),
    ),
    schemes=(
        Scheme(
            id="onfleet",
            algorithm="hmac-sha512",
            place=place("header:X-Onfleet-Signature"),
            layout=Single(),
            keys=("hex",),
        ),
    ),
    event=places("json:triggerName"),
    event_key=places("json:taskId"),
    event_state=places("json:time"),
    gists=(
        ("worker*", "{data.worker.name, workerId} · {data.worker.phone}"),
        (
            "*",
            (
                "{data.task.recipients.0.name, data.task.shortId, taskId} · "
                "{data.task.destination.address.street?} {data.task.destination.address.number?} · "
                "{data.worker.name, workerId}"
            ),
        ),
    ),
    level="secondary",
    sources=("npm n8n-nodes-base 2.41.2", "a public table of providers"),
    doubts=("that it asks with ?check= before it sends is not confirmed",),
)

SHIPPO = Provider(
    id="shippo",
    name="Shippo",
    category="logistics",
    monogram="SP",
    secret_words="the secret that Shippo gave you, or the token in the URL",
    marks=(
        Mark(headers=("Shippo-Auth-Signature",)),
        Mark(shows=((place("json:event"), "track_updated"), (place("json:data.tracking_number"), "*")), precedence=80),
        Mark(shows=((place("json:event"), "transaction_*"), (place("json:data.object_id"), "*")), precedence=80),
    ),
    # Signatures are turned on by Shippo on request; without them a token in the URL is all there is.
    schemes=(
        Scheme(
            id="shippo-v1",
            algorithm="hmac-sha256",
            place=place("header:Shippo-Auth-Signature"),
            layout=Pairs(name="v1", fields=("t",)),
            message=message("{t}.{body}", fields=("t",)),
            timestamp=Timestamp(part="t", tolerance_s=300),
        ),
        Scheme(
            id="shippo-token",
            algorithm="token",
            place=place("query:token"),
            layout=Single(),
            encoding="plain",
        ),
    ),
    event=places("json:event"),
    gists=(
        ("track_updated", "{data.tracking_number} · {data.carrier} · {data.tracking_status.status}"),
        ("transaction_*", "{data.tracking_number, data.object_id} · {data.status}"),
        ("*", "{data.object_id} · {data.status, data.object_state}"),
    ),
    sensitive=places("query:token"),
    deadline_s=3.0,
    wrong_secrets=(("shippo_live_", "an API token"), ("shippo_test_", "an API token")),
    level="secondary",
    sources=("a public table of providers", "10 public implementations that use Shippo-Auth-Signature"),
    doubts=("that a signature is too old after 5 minutes is a convention",),
)

LOGISTICS = (EASYPOST, SHIPPO, AFTERSHIP, ONFLEET)
