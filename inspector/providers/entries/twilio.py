"""Twilio signs the URL that it calls, with the fields of its form behind it or a hash of the body in its query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from urllib.parse import parse_qs, parse_qsl, urlsplit

from inspector.core.head import write_head
from inspector.core.request import Request
from inspector.providers.layout import NO_FIELDS, Found, Single
from inspector.providers.message import message
from inspector.providers.payload import FORM, FORM_FIELDS
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.scheme import Scheme
from inspector.providers.subject import Subject

HASH = "bodySHA256"
"""The parameter of the URL that holds the hash of a body which is no form."""
SETTINGS = "X-Twilio-Webhooks-Signature-Settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfLength:
    """A signature alone that has exactly so many characters, which tells digests in the same header apart."""

    length: int

    def read(self, value: str) -> Found:
        """The signature, or none where it is longer or shorter."""
        return Found((value,) if len(value) == self.length else (), NO_FIELDS)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return signatures[0]


def url_and_fields(subject: Subject) -> bytes | None:
    """The URL, then each field of a form by its name, with its values in order and none twice.

    Of any other body its hash counts, where the URL asks for that: the URL as it has to be for this very body.
    """
    if not subject.url:
        return None
    if subject.request.content_type != FORM:
        return _with_hash(subject.url, subject.body).encode("utf-8", "replace")
    fields = _sorted_fields(subject.body)
    return None if fields is None else (subject.url + fields).encode("utf-8", "replace")


@lru_cache(maxsize=1)
def _sorted_fields(body: bytes) -> str | None:
    """The fields of a form as they are signed: the same for each way to write the URL."""
    try:
        pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=FORM_FIELDS)
    except ValueError:
        return None
    return "".join([name + value for name, value in sorted(set(pairs))])


def signs_body(subject: Subject) -> bool:
    """Whether the fields of a form are signed or the URL holds the body's hash: of any other body nothing is."""
    request = subject.request
    return request.content_type == FORM or not request.body.size or bool(_told_hash(subject.url.partition("?")[2]))


def with_and_without_port(url: str) -> tuple[str, ...]:
    """Both ways to write a URL's port: Twilio's library takes either."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return (url,)
    if port is None:
        return url, url.replace(parts.netloc, f"{parts.netloc}:{443 if parts.scheme == 'https' else 80}", 1)
    return url, url.replace(parts.netloc, parts.netloc.rpartition(":")[0], 1)


def with_hash_of_body(request: Request) -> Request:
    """A request whose target holds a hash of its body, with that of the present one."""
    target = request.target if request.content_type == FORM else _with_hash(request.target, request.body.read())
    return replace(request, target=target, head=write_head(request.method, target, request.headers))


def _with_hash(url: str, body: bytes) -> str:
    path, _, query = url.partition("?")
    told = _told_hash(query)
    return f"{path}?{query.replace(told, f'{HASH}={sha256(body).hexdigest()}')}" if told else url


def _told_hash(query: str) -> str:
    """The parameter with the body's hash as it is written; empty where the query has none."""
    told = parse_qs(query, max_num_fields=FORM_FIELDS).get(HASH) if query.count("&") < FORM_FIELDS else None
    written = f"{HASH}={told[0]}" if told else ""
    return written if written in query else ""


_MESSAGE = message(
    "{URL and sorted fields}", computed={"URL and sorted fields": url_and_fields}, covers_body=True, signs_url=True
)
_PLACE = place("header:X-Twilio-Signature")

TWILIO = Provider(
    id="twilio",
    name="Twilio",
    category="comms",
    monogram="TW",
    secret_words="the account’s auth token",
    secret_where="Twilio shows it in the Console on the account’s first page: Account Info › Auth Token.",
    marks=(Mark(headers=("X-Twilio-Signature",)), Mark(agent="TwilioProxy/", precedence=42)),
    schemes=(
        Scheme(
            id="twilio-sha1",
            algorithm="hmac-sha1",
            place=_PLACE,
            layout=OfLength(length=28),
            message=_MESSAGE,
            encoding="base64",
            url_forms=with_and_without_port,
            covers=signs_body,
            prepare=lambda request, now: with_hash_of_body(request),
        ),
        Scheme(
            id="twilio-sha256",
            algorithm="hmac-sha256",
            place=_PLACE,
            layout=Single(),
            message=_MESSAGE,
            encoding="base64",
            when=((place(f"header:{SETTINGS}"), "*algorithm=HMAC_SHA256*"),),
            url_forms=with_and_without_port,
            covers=signs_body,
            prepare=lambda request, now: with_hash_of_body(request),
        ),
    ),
    decides="any",
    event=places(
        "form:EventType",
        "form:SmsStatus",
        "form:MessageStatus",
        "form:CallStatus",
        "form:RecordingStatus",
        "json:type",
        # A webhook may be set to GET; then its fields stand in the query.
        *(f"query:{name}" for name in ("EventType", "SmsStatus", "MessageStatus", "CallStatus", "RecordingStatus")),
    ),
    delivery_id=places("header:I-Twilio-Idempotency-Token"),
    event_key=places(
        *(f"form:{name}" for name in ("MessageSid", "SmsSid", "CallSid", "Sid")),
        *(f"query:{name}" for name in ("MessageSid", "SmsSid", "CallSid")),
    ),
    event_state=places(
        *(f"form:{name}" for name in ("SequenceNumber", "Digits", "SpeechResult", "RecordingSid")),
        *(f"query:{name}" for name in ("SequenceNumber", "Digits", "SpeechResult", "RecordingSid")),
    ),
    gists=(
        ("received", "{form:From, query:From} → {form:To, query:To} · {form:Body, query:Body}"),
        ("on*", "{form:Author, form:MessagingBinding.Address} · {form:Body, form:FriendlyName} · {form:State}"),
        (
            "completed",
            (
                "{form:From} → {form:To} · {form:CallStatus, form:RecordingStatus} · "
                "{form:CallDuration, form:RecordingDuration} s · {form:RecordingSid}"
            ),
        ),
        (
            "*",
            (
                "{form:From, query:From} → {form:To, query:To} · "
                "{form:CallStatus, form:MessageStatus, form:SmsStatus, form:Body, query:CallStatus} · "
                "error {form:ErrorCode} · {form:Digits, form:SpeechResult}"
            ),
        ),
    ),
    deadline_s=15.0,
    wrong_secrets=(("AC", "the Account SID"), ("SK", "the SID of an API key")),
    evidence="published vector",
    sources=(
        "twilio (PyPI) 9.13.0, request_validator.py",
        "twilio/twilio-python, tests/unit/test_request_validator.py",
        "hookdeck/webhook-skills, twilio-webhooks",
    ),
    doubts=("the User-Agent TwilioProxy/", "waits 15 s (not in the sources that were read)"),
)
