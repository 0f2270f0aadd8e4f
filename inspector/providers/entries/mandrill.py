"""Mandrill signs the URL that it calls with the fields of its form behind it, as Twilio does, but keeps repeats."""

from urllib.parse import parse_qsl

from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.payload import FORM_FIELDS
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme
from inspector.providers.subject import Subject


def url_and_fields(subject: Subject) -> bytes | None:
    """The URL, then name and value of each field by its name."""
    try:
        pairs = parse_qsl(subject.body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FORM_FIELDS)
    except ValueError:
        return None
    if not subject.url:
        return None
    ordered = sorted(pairs, key=lambda pair: pair[0])
    return (subject.url + "".join(name + value for name, value in ordered)).encode("utf-8", "replace")


MANDRILL = Provider(
    id="mandrill",
    name="Mandrill",
    category="email",
    monogram="MD",
    secret_words="the webhook’s authentication key",
    secret_where="Mailchimp Transactional shows it under Settings › Webhooks › View key.",
    marks=(
        Mark(headers=("X-Mandrill-Signature",), precedence=25),
        Mark(shows=((place("form:mandrill_events"), "[[]*"),), precedence=60),
    ),
    schemes=(
        Scheme(
            id="mandrill-sha1",
            algorithm="hmac-sha1",
            place=place("header:X-Mandrill-Signature"),
            layout=Single(),
            message=message(
                "{URL and sorted fields}",
                computed={"URL and sorted fields": url_and_fields},
                covers_body=True,
                signs_url=True,
            ),
            encoding="base64",
        ),
    ),
    event=places("json:0.event", "json:0.type"),
    event_key=places("json:0._id"),
    event_state=places("json:0.ts"),
    gists=(("*", "{0.msg.email, 0.reject.email} · {0.msg.subject, 0.reject.reason}"),),
    level="secondary",
    sources=("a public table of providers (independent implementation)",),
    doubts=(
        "that an endpoint is tried with HEAD before it is saved",
        "one delivery holds several events; the first one names it",
    ),
)
