"""Contentful signs method, path, the header fields that it lists, and the body, a line each."""

from datetime import datetime
from urllib.parse import quote

from inspector.core.request import Request
from inspector.providers.layout import Single
from inspector.providers.message import message
from inspector.providers.place import place, places
from inspector.providers.provider import Mark, Provider
from inspector.providers.rewriting import with_field
from inspector.providers.scheme import Scheme, Timestamp, write_time
from inspector.providers.subject import Subject

LISTED = "x-contentful-signed-headers"
TIME = "x-contentful-timestamp"
SIGNED_BY_US = ("content-type", "x-contentful-topic")
"""Fields that our own samples list beside those two."""

NEVER_ESCAPED = ";/?:@&=+$,#-_.!~*'()"
"""What JavaScript's encodeURI lets stand beside letters and digits; escapes that are there are escaped again."""

NEVER_ESCAPED_IN_QUERIES = "-_.!~*'()"
"""What Node's querystring.escape lets stand."""

MOST = 50
"""Fields of one list that are looked up."""


def path_of(subject: Subject) -> bytes:
    """Path and query, the query escaped twice; what stands behind a second question mark is not signed.

    As signRequest and verifyRequest of @contentful/node-apps-toolkit 3.16.1 write it: the whole query is taken for one
    value and escaped, then encodeURI escapes the percent signs.
    """
    path, *queries = subject.request.target.split("?")
    query = quote(queries[0], safe=NEVER_ESCAPED_IN_QUERIES, errors="replace") if queries else ""
    return quote(f"{path}?{query}" if query else path, safe=NEVER_ESCAPED, errors="replace").encode()


def fields_of(subject: Subject) -> bytes | None:
    """`name:value` of every listed field, in the order of their names; None where one is not there."""
    first = subject.payload.first
    names = first.get(LISTED.encode(), b"").lower().split(b",", MOST)
    found = sorted((name.strip(), first.get(name.strip())) for name in names[:MOST] if name.strip() in first)
    if not found or len(found) != len(names):
        return None
    return b";".join(name + b":" + (value or b"").strip() for name, value in found)


def list_fields(request: Request, now: datetime) -> Request:
    """The request with its time and the list of what is signed; a list that is there is kept."""
    request = with_field(request, TIME, write_time(now, "ms"))
    if request.headers.get(LISTED) is not None:
        return request
    there = [name for name in SIGNED_BY_US if request.headers.get(name) is not None]
    return with_field(request, LISTED, ",".join(sorted([*there, LISTED, TIME])))


CONTENTFUL = Provider(
    id="contentful",
    name="Contentful (request verification)",
    category="cms",
    monogram="CF",
    secret_words="the signing secret of the space (64 characters)",
    secret_where="Contentful shows it once, under Settings › Webhooks › Settings › Request verification.",
    marks=(Mark(headers=("X-Contentful-Topic",)), Mark(headers=("x-contentful-signature",))),
    schemes=(
        Scheme(
            id="contentful",
            algorithm="hmac-sha256",
            place=place("header:x-contentful-signature"),
            layout=Single(),
            message=message(
                "{method}\n{path}\n{signed header fields}\n{body}",
                computed={"path": path_of, "signed header fields": fields_of},
            ),
            timestamp=Timestamp(part=TIME, place=place(f"header:{TIME}"), unit="ms", tolerance_s=30),
            prepare=list_fields,
        ),
    ),
    event=places("header:X-Contentful-Topic"),
    delivery_id=places("header:X-Contentful-Webhook-Request-Attempt-Id"),
    retry_counter=places("header:X-Contentful-Webhook-Request-Attempt"),
    counts_from=1,
    gists=(
        (
            "*",
            (
                "{fields.title.en-US, fields.name.en-US, name, sys.id} · {sys.contentType.sys.id, sys.type} · "
                "{sys.environment.sys.id} · {sys.space.sys.id}"
            ),
        ),
    ),
    wrong_secrets=(("CFPAT-", "a personal access token"),),
    evidence="official library",
    sources=("npm @contentful/node-apps-toolkit 3.16.1 lib/requests",),
    doubts=("the names X-Contentful-Topic and X-Contentful-Webhook-… are not confirmed",),
)
