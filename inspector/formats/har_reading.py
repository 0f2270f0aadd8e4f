"""An entry of a HAR archive read into an arrival: ours to the byte, a browser's or a proxy's as HTTP/1.1."""

from base64 import b64encode
from datetime import datetime
from urllib.parse import urlencode

from inspector.core.capture import Arrival
from inspector.formats.capture_json import JsonObject
from inspector.formats.format import Strange
from inspector.formats.json_reading import Fields, encoded, from_json

CUSTOM = "_webhookInspector"


def arrival_of(entry: object, *, file: str, otherwise_at: datetime) -> Arrival:
    """An arrival from an entry; raises Strange."""
    fields = Fields(entry)
    request = Fields(fields.value("request"))
    ours = request.value(CUSTOM)
    thing: JsonObject = dict(ours) if isinstance(ours, dict) else {}
    url = request.text("url") or ""
    content = content_of(request)
    thing |= {
        "received_at": fields.text("startedDateTime"),
        "method": request.text("method"),
        "target": thing["target"] if "target" in thing else target_of(url),
        "http_version": (request.text("httpVersion") or "").upper().removeprefix("HTTP/"),
        "headers": records(request),
        "body_base64": b64encode(content).decode(),
        "response": response_of(fields, thing.get("response")),
    }
    if not isinstance(ours, dict):
        thing["headers"] = as_sent(records(request), url, len(content))
        thing["complete"] = not missing(request, content)
        thing["remote"] = ""
    return from_json(thing, file=file, otherwise_at=otherwise_at)


def target_of(url: str) -> str:
    """Path and query of a URL, to the byte."""
    behind = url.partition("://")[2].partition("#")[0]
    cut = min((place for place in map(behind.find, "/?") if place >= 0), default=len(behind))
    target = behind[cut:]
    return target if target.startswith("/") else "/" + target


def records(fields: Fields) -> list[list[str]]:
    """The header fields in their order, those of HTTP/2's own left out."""
    pairs: list[list[str]] = []
    for one in fields.list("headers"):
        record = Fields(one)
        name, value = record.text("name") or "", record.text("value") or ""
        if not name.startswith(":"):
            pairs.append([name, value])
    return pairs


def as_sent(pairs: list[list[str]], url: str, size: int) -> list[list[str]]:
    """The fields of a request that may have been HTTP/2, completed to what HTTP/1.1 needs."""
    names = {name.lower() for name, _ in pairs}
    made = list(pairs)
    if "host" not in names:
        authority = url.partition("://")[2].split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
        made.insert(0, ["Host", authority.rpartition("@")[2]])
    if size and not names & {"content-length", "transfer-encoding"}:
        made.append(["Content-Length", str(size)])
    return made


def content_of(request: Fields) -> bytes:
    """The bytes of a request's body; raises Strange where they cannot be told."""
    if request.value("postData") is None:
        return b""
    posted = Fields(request.value("postData"))
    text = posted.text("text")
    if text is not None and (text or not posted.list("params")):
        if (posted.text("encoding") or posted.text("_encoding")) == "base64":
            return Fields({"postData": text}).base64("postData") or b""
        return encoded(text)
    params = [Fields(one) for one in posted.list("params")]
    if params and "multipart" in (posted.text("mimeType") or ""):
        raise Strange("its body is there only as the parts of a form, so its bytes cannot be told")
    return urlencode([(one.text("name") or "", one.text("value") or "") for one in params]).encode()


def missing(request: Fields, content: bytes) -> bool:
    """Whether the archive was written without the body."""
    return request.number("bodySize", -1) > 0 and not content


def response_of(entry: Fields, ours: object) -> JsonObject | None:
    """The response as in the object of a capture; None where there was none."""
    if entry.value("response") is None:
        return None
    response = Fields(entry.value("response"))
    if response.number("status", 0) == 0:
        return None
    content = Fields(response.value("content") or {})
    text = content.text("text") or ""
    body = text if content.text("encoding") == "base64" else b64encode(encoded(text)).decode()
    # Browsers join repeated fields with line ends.
    pairs = [[name, part] for name, value in records(response) for part in value.splitlines() or [""]]
    made: JsonObject = {"by": "target", "duration_ms": entry.value("time")}
    made |= ours if isinstance(ours, dict) else {}
    return made | {"status": response.number("status", 0), "headers": pairs, "body_base64": body}
