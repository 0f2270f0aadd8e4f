"""Mail that is sent, delivered and read by programs."""

from inspector.providers.entries.generic import standard_v1
from inspector.providers.entries.mailgun import MAILGUN
from inspector.providers.entries.mandrill import MANDRILL
from inspector.providers.layout import Basic, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

NYLAS = Provider(
    id="nylas",
    name="Nylas",
    category="email",
    monogram="NY",
    secret_words="the webhook’s secret",
    secret_where="Nylas shows it when the webhook is made, and gives it anew under Notifications.",
    marks=(Mark(headers=("x-nylas-signature",), precedence=25),),
    schemes=(
        Scheme(id="nylas-sha256", algorithm="hmac-sha256", place=place("header:x-nylas-signature"), layout=Single()),
    ),
    event=places("json:type"),
    delivery_id=places("json:id"),
    retry_counter=places("json:webhook_delivery_attempt"),
    counts_from=1,
    gists=(
        ("message.*", "{data.object.from.0.email, data.object.grant_id} · {data.object.subject}"),
        ("*", "{data.object.title, data.object.name?} · {data.object.grant_id, data.object.id}"),
    ),
    level="secondary",
    sources=(
        "hookdeck/webhook-skills, providers.yaml",
        "a public table of providers (independent implementation)",
    ),
)

_BASIC = Scheme(
    id="postmark-basic",
    algorithm="token",
    place=place("header:Authorization"),
    layout=Basic(),
    encoding="plain",
)

POSTMARK = Provider(
    id="postmark",
    name="Postmark",
    category="email",
    monogram="PM",
    secret_words="the name and password of the webhook’s URL",
    secret_where="Postmark keeps them as part of the webhook’s URL: server › stream › Webhooks › Basic auth.",
    secret_hint="name:password",
    marks=(
        Mark(agent="Postmark", precedence=40),
        *(
            Mark(shows=((place("json:RecordType"), kind), (place("json:MessageStream"), "*")), precedence=40)
            for kind in ("Bounce", "Delivery", "Open", "Click", "SpamComplaint", "SubscriptionChange")
        ),
    ),
    schemes=(_BASIC,),
    event=places("json:RecordType"),
    delivery_id=places("json:MessageID"),
    # A mail may be opened or clicked several times.
    shares_id=True,
    event_key=places("json:MessageID"),
    event_state=places("json:ReceivedAt"),
    gists=(
        ("Bounce", "{Email} · {Type} · {Description}"),
        ("Click", "{Recipient} · {OriginalLink}"),
        ("*", "{Recipient, Email} · {Tag?} · {Subject, Details, MessageStream}"),
    ),
    sensitive=places("header:Authorization"),
    level="secondary",
    sources=("hookdeck/webhook-skills, postmark-webhooks", "hookdeck/webhook-skills, providers.yaml"),
    doubts=(
        "the User-Agent Postmark",
        "that a response of 403 ends its retries",
        "MessageID names the mail: several events about one mail share it",
    ),
)

_TYPE = place("json:type")

RESEND = Provider(
    id="resend",
    name="Resend",
    category="email",
    monogram="RS",
    secret_words="the webhook’s signing secret",
    secret_where="Resend shows it on the page of the webhook, as Signing Secret.",
    secret_hint="whsec_…",
    marks=(
        *(
            Mark(headers=("svix-id",), shows=((_TYPE, f"{of}.*"), (place("json:created_at"), "*")), precedence=70)
            for of in ("email", "contact", "domain")
        ),
        Mark(headers=("webhook-id",), shows=((_TYPE, "email.*"), (place("json:data.email_id"), "*")), precedence=70),
    ),
    schemes=(
        standard_v1("resend-v1", "svix"),
        standard_v1("resend-standard"),
    ),
    decides="any",
    event=(_TYPE,),
    delivery_id=places("header:svix-id", "header:webhook-id"),
    event_key=places("json:data.email_id"),
    event_state=places("json:created_at"),
    gists=(
        ("email.bounced", "{data.to.0} · {data.subject} · {data.bounce.type, data.bounce.message}"),
        ("email.*", "{data.to.0} · {data.subject}"),
        ("*", "{data.email, data.name, data.id}"),
    ),
    secret_forms=("whsec_",),
    wrong_secrets=(("re_", "an API key"),),
    evidence="official library",
    sources=("resend (PyPI) 2.52.0, webhooks/_webhooks.py",),
    doubts=("that it sends webhook-* fields too is said by others alone; its library reads svix-*",),
)

_SENDGRID_TIME = "X-Twilio-Email-Event-Webhook-Timestamp"

SENDGRID = Provider(
    id="sendgrid",
    name="SendGrid",
    category="email",
    monogram="SG",
    secret_words="the webhook’s verification key",
    secret_where="SendGrid shows it under Settings › Mail Settings › Event Webhook › Signature verification.",
    marks=(
        Mark(headers=("X-Twilio-Email-Event-Webhook-Signature",)),
        # Verification is turned on by choice; without it nothing is signed.
        Mark(shows=((place("json:0.sg_event_id"), "*"), (place("json:0.event"), "*")), precedence=80),
    ),
    schemes=(
        Scheme(
            id="sendgrid-ecdsa",
            algorithm="ecdsa-sha256",
            place=place("header:X-Twilio-Email-Event-Webhook-Signature"),
            layout=Single(),
            message=message(f"{{{_SENDGRID_TIME}}}{{body}}"),
            encoding="base64",
            keys=("public",),
            timestamp=Timestamp(part=_SENDGRID_TIME),
        ),
    ),
    event=places("json:0.event"),
    delivery_id=places("json:0.sg_event_id"),
    gists=(
        ("bounce", "{0.email} · {0.type} · {0.reason}"),
        ("click", "{0.email} · {0.url}"),
        ("*", "{0.email} · {0.reason, 0.response, 0.sg_message_id}"),
    ),
    wrong_secrets=(("SG.", "an API key"),),
    evidence="published vector",
    sources=("sendgrid (PyPI) 6.12.5, helpers/eventwebhook and test/unit/test_eventwebhook.py",),
    doubts=("one delivery holds several events; the first one names it",),
)

EMAIL = (MAILGUN, MANDRILL, NYLAS, POSTMARK, RESEND, SENDGRID)
