"""HAR 1.2, the archive that browsers and HTTP tools exchange (http://www.softwareishard.com/blog/har-12-spec/).

What HAR has no place for stands in `_webhookInspector` of the request: the verdict, and the head where it could not
be made again to the byte. A value that stands in HAR's own fields is not repeated there, so that tools which clean an
archive of secrets find them all.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from urllib.parse import parse_qsl

import harfile

from inspector import __version__
from inspector.core.capture import Capture
from inspector.core.clock import to_text
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.core.response import Response, reason
from inspector.formats.capture_json import JsonObject, exact_json, rounded, to_json
from inspector.formats.format import Format, Item, Refused, Strange, time_of
from inspector.formats.har_reading import CUSTOM, arrival_of, target_of
from inspector.formats.json_document import things
from inspector.formats.json_writing import filled, new_place

ELSEWHERE = (
    "received_at", "method", "target", "http_version", "headers", "content_type", "body_base64", "body_text", "size"
)  # fmt: skip
"""What HAR itself has a place for."""


@dataclass(slots=True)
class _Request(harfile.Request):
    custom: JsonObject = field(default_factory=dict)

    def asdict(self) -> JsonObject:
        """HAR's fields, and ours."""
        return harfile.Request.asdict(self) | {CUSTOM: self.custom}


@dataclass(slots=True)
class _PostData(harfile.PostData):
    encoding: str | None = None

    def asdict(self) -> JsonObject:
        """HAR's fields, and the one for bytes that it has for responses only."""
        return harfile.PostData.asdict(self) | ({"encoding": self.encoding} if self.encoding else {})


def write(captures: Iterable[Capture]) -> Iterator[bytes]:
    """An archive with an entry for each capture. Raises ResourceError."""
    made = StringIO()
    archive = harfile.HarFile(made, creator=harfile.Creator(name="Webhook Inspector", version=__version__))
    for capture in captures:
        place = new_place()
        _add(archive, capture, place)
        yield from filled(_taken(made), place, capture)
    archive.close()
    yield _taken(made).encode() + b"\n"


def _taken(made: StringIO) -> str:
    text = made.getvalue()
    made.seek(0)
    made.truncate()
    return text


def _add(archive: harfile.HarFile, capture: Capture, place: str) -> None:
    duration = (capture.response.duration_ms if capture.response else None) or 0
    archive.add_entry(
        startedDateTime=to_text(capture.request.received_at),
        time=rounded(duration) or 0,
        request=_request(capture, place),
        response=_response(capture.response),
        timings=harfile.Timings(send=0, wait=rounded(duration) or 0, receive=0),
    )


def _request(capture: Capture, place: str) -> _Request:
    request = capture.request
    return _Request(
        method=request.method,
        url=url_of(request),
        httpVersion=f"HTTP/{request.http_version}",
        headers=_records(request.headers),
        queryString=[harfile.Record(*pair) for pair in parse_qsl(request.query, keep_blank_values=True)],
        postData=_post_data(request, place),
        headersSize=len(request.head),
        bodySize=request.body.size,
        custom=custom_of(capture),
    )


def custom_of(capture: Capture) -> JsonObject:
    """What only we know of a capture."""
    whole = to_json(capture, bodies="none")
    custom = {name: value for name, value in whole.items() if name not in ELSEWHERE}
    if capture.response is not None:
        response = capture.response
        custom["response"] = {"by": response.by, "rule": response.rule, "duration_ms": rounded(response.duration_ms)}
    if target_of(url_of(capture.request)) != capture.request.target:
        custom["target"] = capture.request.target
    return custom | exact_json(capture.request)


def url_of(request: Request) -> str:
    """The URL that was asked, as far as the request tells it."""
    if "://" in request.target and not request.target.startswith("/"):
        return request.target
    target = request.target if request.target.startswith("/") else "/" + request.target
    return f"{'https' if request.tls else 'http'}://{request.host}{target}"


def _post_data(request: Request, place: str) -> _PostData | None:
    if not request.body.size:
        return None
    media_type = request.headers.get("content-type") or "application/octet-stream"
    content = request.body.content
    if content is None:
        return _PostData(mimeType=media_type, text=place, encoding="base64")
    text, encoding = _text(content)
    return _PostData(mimeType=media_type, text=text, encoding=encoding)


def _response(response: Response | None) -> harfile.Response:
    if response is None:
        return harfile.Response(status=0, statusText="", httpVersion="", content=harfile.Content(mimeType="x-unknown"))
    text, encoding = _text(response.body)
    return harfile.Response(
        status=response.status,
        statusText=reason(response.status),
        httpVersion="HTTP/1.1",
        headers=_records(response.headers),
        content=harfile.Content(
            size=len(response.body), mimeType=response.headers.get("content-type") or "", text=text, encoding=encoding
        ),
        redirectURL=response.headers.get("location") or "",
        bodySize=len(response.body),
    )


def _text(content: bytes) -> tuple[str, str | None]:
    """Text that gives the bytes back, and its encoding where that is not UTF-8."""
    try:
        return content.decode(), None
    except UnicodeDecodeError:
        return b64encode(content).decode(), "base64"


def _records(headers: Headers) -> list[harfile.Record]:
    return [harfile.Record(name, value) for name, value in headers.texts()]


def read(path: Path) -> Iterator[Item]:
    """The request and response of every entry, whichever tool wrote the archive."""
    written = time_of(path)
    for place, entry in things(path, "entry", "log.entries"):
        if isinstance(entry, Refused):
            yield entry
            continue
        try:
            yield arrival_of(entry, file=path.name, otherwise_at=written)
        except Strange as strange:
            yield Refused(file=path.name, place=place, why=str(strange))


HAR = Format(name="har", label="HAR 1.2", suffix=".har", media_type="application/json", write=write, read=read)
