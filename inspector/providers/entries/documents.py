"""Documents that are to be signed by hand."""

from inspector.providers.layout import Basic, Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme, Timestamp

DOCUSIGN_MOST = 100
"""Keys that an account may have, each with a signature in a numbered field of its own."""

DOCUSIGN = Provider(
    id="docusign",
    name="DocuSign Connect",
    category="documents",
    monogram="DS",
    secret_words="an HMAC key of the account",
    secret_where="DocuSign shows it once, under Settings › Connect › Connect Keys.",
    marks=(
        Mark(headers=("X-DocuSign-Signature-1",)),
        Mark(headers=("x-authorization-digest",), shows=((place("json:data.envelopeId"), "*"),), precedence=80),
        Mark(shows=((place("json:data.envelopeId"), "*"), (place("json:configurationId"), "*")), precedence=80),
    ),
    schemes=(
        Scheme(
            id="docusign",
            algorithm="hmac-sha256",
            place=place("header:X-DocuSign-Signature-1"),
            layout=Single(),
            encoding="base64",
            also=places(*(f"header:X-DocuSign-Signature-{number}" for number in range(2, DOCUSIGN_MOST + 1))),
        ),
        Scheme(
            id="docusign-basic",
            algorithm="token",
            place=place("header:Authorization"),
            layout=Basic(),
            encoding="plain",
        ),
    ),
    event=places("json:event"),
    # An envelope is sent, delivered and completed, by each of its recipients, under one id.
    delivery_id=places("json:data.envelopeId"),
    shares_id=True,
    event_key=places("json:data.envelopeId"),
    event_state=places("json:data.recipientId"),
    retry_counter=places("json:retryCount"),
    gists=(
        (
            "recipient-*",
            "{data.envelopeSummary.emailSubject, data.envelopeId} · recipient {data.recipientId}",
        ),
        (
            "*",
            (
                "{data.envelopeSummary.emailSubject, data.envelopeId} · {data.envelopeSummary.status} · "
                "{data.envelopeSummary.recipients.signers.0.email}"
            ),
        ),
    ),
    sensitive=places("header:Authorization"),
    retry_policy="from about 5 minutes on with growing pauses, for up to 15 days",
    level="secondary",
    sources=(
        "npm nuxt-webhook-validators 0.2.12",
        "hookdeck/webhook-skills providers.yaml (00ad8d05)",
        "a public table of providers",
    ),
    doubts=("the fields retryCount and generatedDateTime are not confirmed",),
)

DROPBOX_SIGN = Provider(
    id="dropbox-sign",
    name="Dropbox Sign (HelloSign)",
    category="documents",
    monogram="DX",
    secret_words="the API key",
    secret_where="Dropbox Sign shows it under Settings › API › Account callback.",
    # A form in parts whose field “json” holds the document; the answer has to say "Hello API Event Received".
    marks=(
        Mark(
            shows=(
                (place("form:json"), "*"),
                (place("json:event.event_hash"), "*"),
                (place("json:event.event_type"), "*"),
            ),
            precedence=25,
        ),
        Mark(shows=((place("json:event.event_hash"), "*"), (place("json:event.event_time"), "*")), precedence=25),
    ),
    schemes=(
        Scheme(
            id="dropbox-sign",
            algorithm="hmac-sha256",
            place=place("json:event.event_hash"),
            layout=Single(),
            message=message("{json:event.event_time}{json:event.event_type}"),
            timestamp=Timestamp(part="json:event.event_time"),
        ),
    ),
    event=places("json:event.event_type"),
    event_key=places("json:event.event_hash"),
    gists=(
        (
            "signature_request_*",
            (
                "{signature_request.title, signature_request.subject} · "
                "{signature_request.signatures.0.signer_email_address} · {signature_request.signatures.0.status_code}"
            ),
        ),
        (
            "*",
            "{account.email_address, template.title, event.event_metadata.reported_for_account_id}",
        ),
    ),
    evidence="official library",
    sources=("pypi dropbox-sign 2.0.0 event_callback_helper.py",),
    doubts=(
        "that the document stands in the form's field json is not confirmed",
        "the answer has to hold “Hello API Event Received”, which is not confirmed",
    ),
)

DOCUMENTS = (DOCUSIGN, DROPBOX_SIGN)
