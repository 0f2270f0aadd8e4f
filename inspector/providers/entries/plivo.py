"""Plivo signs the URL that it calls with query and form in order, and a number that is used once."""

from urllib.parse import parse_qs, urlsplit

from inspector.providers.layout import Listed
from inspector.providers.message import message
from inspector.providers.payload import FORM, FORM_FIELDS
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme
from inspector.providers.subject import Subject


def url_and_fields(subject: Subject) -> bytes | None:
    """The URL with its query in order; of a POST with a form a dot, then each field's name and values in order.

    Without a query the form stands behind a question mark and no dot, as in the provider's library.
    """
    try:
        url = urlsplit(subject.url)
        asked = parse_qs(url.query, keep_blank_values=True, max_num_fields=FORM_FIELDS)
        fields = _fields(subject)
    except ValueError:
        return None
    if not subject.url:
        return None
    query = "&".join(f"{name}={value}" for name in sorted(asked) for value in sorted(asked[name]))
    text = f"{url.scheme}://{url.netloc}{url.path}"
    if query or fields:
        text += "?" + query
    if query and fields:
        text += "."
    text += "".join(name + value for name in sorted(fields) for value in sorted(fields[name]))
    return text.encode("utf-8", "replace")


def _fields(subject: Subject) -> dict[str, list[str]]:
    if subject.request.method != "POST" or subject.request.content_type != FORM:
        return {}
    text = subject.body.decode("utf-8", "replace")
    return parse_qs(text, keep_blank_values=True, max_num_fields=FORM_FIELDS)


PLIVO = Provider(
    id="plivo",
    name="Plivo",
    category="comms",
    monogram="PV",
    secret_words="the account’s auth token",
    secret_where="Plivo shows it on the first page of its console, as Auth Token.",
    marks=(Mark(headers=("X-Plivo-Signature-V3",), precedence=25),),
    schemes=(
        Scheme(
            id="plivo-v3",
            algorithm="hmac-sha256",
            place=place("header:X-Plivo-Signature-V3"),
            layout=Listed(prefix="", separator=","),
            message=message(
                "{URL and sorted fields}.{X-Plivo-Signature-V3-Nonce}",
                computed={"URL and sorted fields": url_and_fields},
                covers_body=True,
                signs_url=True,
            ),
            encoding="base64",
        ),
    ),
    # With the method GET, which may be chosen, the fields stand in the query.
    event=places(*(f"{of}:{name}" for of in ("form", "query") for name in ("Event", "CallStatus", "Status"))),
    event_key=places("form:CallUUID", "form:MessageUUID", "query:CallUUID", "query:MessageUUID"),
    gists=(
        (
            "*",
            (
                "{form:From, query:From} → {form:To, query:To} · "
                "{form:Text, form:CallStatus, form:Status, query:Text, query:CallStatus, query:Status}"
            ),
        ),
    ),
    evidence="official library",
    sources=("plivo (PyPI) 4.63.0, utils/signature_v3.py",),
    doubts=("the fields that name the event",),
)
