"""Murf: its library has signature and time handed in, so nobody says in which header fields they come."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from inspector.core.request import Request
from inspector.providers.chosen_field import CHOSEN, chosen_fields, only_name
from inspector.providers.layout import NO_FIELDS, Found
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.rewriting import with_field
from inspector.providers.scheme import Scheme, Timestamp, write_time
from inspector.providers.subject import Subject

SIGNATURE = re.compile(r"[0-9a-f]{64}")
MILLISECONDS = re.compile(rb"[0-9]{13}")

SIGNATURE_FIELD = "X-Murf-Signature"
TIME_FIELD = "X-Murf-Timestamp"
"""What our own samples call them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BareDigest:
    """A value that is an HMAC-SHA256 in hexadecimal and nothing else."""

    def read(self, value: str) -> Found:
        """The signature; none where the value is anything else."""
        return Found((value,) if SIGNATURE.fullmatch(value) else (), NO_FIELDS)

    def write(self, signatures: Sequence[str], fields: Mapping[str, str]) -> str:
        """The header's value."""
        return signatures[0]


def time_of(subject: Subject) -> bytes | None:
    """The first header field of our choice that holds milliseconds since 1970."""
    found = (field.value for field in chosen_fields(subject.request) if MILLISECONDS.fullmatch(field.value))
    return next(found, None)


def add_time(request: Request, now: datetime) -> Request:
    """The request with a time, in the field that shows one already, else in one of our choice."""
    names = [field.name for field in chosen_fields(request) if MILLISECONDS.fullmatch(field.value)]
    return with_field(request, names[0] if names else TIME_FIELD, write_time(now, "ms"))


def put_signature(request: Request, signature: str) -> Request:
    """The request with a signature, in the only field that shows one already, else in one of our choice.

    Raises UsageError where several fields show one.
    """
    fields = [field for field in chosen_fields(request) if SIGNATURE.fullmatch(field.value.decode("latin-1"))]
    return with_field(request, only_name(fields, SIGNATURE_FIELD), signature)


MURF = Provider(
    id="murf",
    name="Murf (Dub jobs)",
    category="ai",
    monogram="MU",
    secret_words="the webhook_secret that was given with the job",
    marks=(
        Mark(shows=((place("json:job_id"), "*"), (place("json:target_locales.0"), "*")), precedence=95),
        Mark(shows=((place("json:job_id"), "*"), (place("json:dubbing_type"), "*")), precedence=95),
        Mark(shows=((place("json:job_id"), "*"), (place("json:download_details.0.locale"), "*")), precedence=95),
    ),
    schemes=(
        Scheme(
            id="murf",
            algorithm="hmac-sha256",
            place=CHOSEN,
            layout=BareDigest(),
            message=message("{body}.{timestamp}", computed={"timestamp": time_of}),
            timestamp=Timestamp(part="timestamp", unit="ms"),
            prepare=add_time,
            put=put_signature,
        ),
    ),
    delivery_id=places("json:job_id"),
    gists=(("*", "{job_id} · {status} · {file_name, download_details.0.locale, target_locales.0}"),),
    evidence="official library",
    sources=("pypi murf 2.3.0 murf/utils.py, murf/dubbing/jobs/client.py, murf/types/api_job_response.py",),
    doubts=(
        "the names of the header fields that hold signature and time are not known: any that fit count",
        "what its payload looks like is not confirmed",
    ),
)
