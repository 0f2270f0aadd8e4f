"""The object of a capture read back into an arrival; what it claims of its verdict is not believed."""

from base64 import b64decode
from collections.abc import Callable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import TypeAlias, cast, get_args

from inspector.core.body import Body
from inspector.core.capture import Arrival, Origin
from inspector.core.clock import from_text
from inspector.core.head import read_head, write_head
from inspector.core.headers import Headers, Pair
from inspector.core.request import Request
from inspector.core.response import By, Response
from inspector.formats.capture_json import VERSION
from inspector.formats.format import Strange

Reading: TypeAlias = Callable[[str, str], bytes]
LINE_ENDS = (b"\r", b"\n", b"\0")


def from_json(thing: object, *, file: str, otherwise_at: datetime) -> Arrival:
    """An arrival of origin `import` from the object of a capture; raises Strange.

    Request, response, pin and note are taken. Verdict, attempts and dispatches belong to the store that they come from:
    a capture is judged anew here. Where the object tells no time of arrival, it is `otherwise_at`.
    """
    fields = Fields(thing)
    if fields.number("v", VERSION) > VERSION:
        raise Strange(f"it was written by a newer version (v {fields.number('v', VERSION)}); update Webhook Inspector")
    return Arrival(
        request=read_request(fields, otherwise_at),
        response=read_response(fields),
        origin=Origin(kind="import", file=file),
        pinned=fields.truth("pinned", False),
        note=fields.text("note") or "",
    )


def read_request(fields: "Fields", otherwise_at: datetime) -> Request:
    """The request of a capture's object; raises Strange."""
    malformed = fields.text("malformed")
    head = fields.base64("head_base64")
    version = fields.text("http_version")
    if version is None or (malformed is None and version not in ("1.0", "1.1")):
        version = "1.1"
    method, target = fields.text("method") or "", fields.text("target") or ""
    headers = fields.pairs("headers")
    if head is None:
        head = written_head(method, target, headers, version, malformed=malformed)
    elif malformed is None:
        read = read_head(head)
        method, target, version, headers = read.method, read.target, read.http_version, read.headers
    if malformed is None and not method:
        raise Strange("it names no method")
    return Request(
        received_at=fields.time("received_at", otherwise_at),
        head=head,
        method=method,
        target=target,
        http_version=version,
        remote=fields.text("remote") or "",
        tls=fields.text("tls"),
        headers=headers,
        trailers=fields.encoded_pairs("trailers_base64") or fields.pairs("trailers"),
        body=Body.of(read_content(fields)),
        complete=fields.truth("complete", True),
        malformed=malformed,
    )


def written_head(
    method: str, target: str, headers: Headers, version: str = "1.1", *, malformed: str | None = None
) -> bytes:
    """The bytes of a head that a file tells by its fields; raises Strange where they would be another head."""
    head = write_head(method, target, headers, version)
    if malformed is None:
        if not method or " " in method or not target or " " in target:
            raise Strange("its method or target is empty or holds a space, so no request can be made of it")
        parts = [part for pair in headers for part in pair] + [f"{method}{target}{version}".encode()]
        if any(end in part for part in parts for end in LINE_ENDS):
            raise Strange("a line break or NUL stands in its request line or in a header field")
    return head


def read_content(fields: "Fields") -> bytes:
    """The bytes of a body; raises Strange where the file was written without them."""
    content = fields.base64("body_base64")
    if content is not None:
        return content
    size, text = fields.number("size", -1), fields.text("body_text")
    if text is None:
        if size > 0:
            raise Strange("its body is not in the file; export it with `export`, or list it with `--bodies all`")
        return b""
    body = Body.of(text.encode())
    if size not in (-1, body.size) or fields.text("body_sha256") not in (None, body.sha256):
        raise Strange("its body is in the file only as decoded text; export it with `export`, or with `--bodies all`")
    return text.encode()


def read_response(fields: "Fields") -> Response | None:
    """What the sender was told, or None where that was not recorded; raises Strange."""
    if fields.value("response") is None:
        return None
    response = Fields(fields.value("response"))
    by = response.text("by") or "default"
    duration = response.value("duration_ms")
    return Response(
        status=response.number("status", 200),
        by=cast("By", by) if by in get_args(By) else "default",
        rule=response.text("rule"),
        headers=response.pairs("headers"),
        body=response.base64("body_base64") or b"",
        duration_ms=float(duration) if isinstance(duration, int | float | Decimal) else None,
        why=response.text("why") or "",
    )


class Fields:
    """A JSON object read field by field; each raises Strange where the field is of another kind."""

    def __init__(self, thing: object) -> None:
        if not isinstance(thing, dict):
            raise Strange("this is no object of a capture")
        self._thing: Mapping[str, object] = thing

    def __contains__(self, key: str) -> bool:
        return key in self._thing

    def value(self, key: str) -> object:
        """Whatever stands there; None where nothing does."""
        return self._thing.get(key)

    def text(self, key: str) -> str | None:
        """A string, or None."""
        value = self._thing.get(key)
        if value is None or isinstance(value, str):
            return value
        raise Strange(f"{key} is no text")

    def number(self, key: str, otherwise: int) -> int:
        """A whole number."""
        value = self._thing.get(key)
        if value is None:
            return otherwise
        if isinstance(value, int | float | Decimal) and not isinstance(value, bool) and value == int(value):
            return int(value)
        raise Strange(f"{key} is no whole number")

    def truth(self, key: str, otherwise: bool) -> bool:
        """True or false."""
        value = self._thing.get(key)
        if value is None:
            return otherwise
        if isinstance(value, bool):
            return value
        raise Strange(f"{key} is neither true nor false")

    def time(self, key: str, otherwise: datetime) -> datetime:
        """A moment, in UTC."""
        text = self.text(key)
        try:
            return otherwise if text is None else from_text(text)
        except (ValueError, OverflowError):
            raise Strange(f"{key} is no time") from None

    def base64(self, key: str) -> bytes | None:
        """Bytes, or None."""
        text = self.text(key)
        return None if text is None else decoded(text, key)

    def list(self, key: str) -> list[object]:
        """A list; empty where nothing stands there."""
        value = self._thing.get(key)
        if value is None:
            return []
        if isinstance(value, list):
            return value
        raise Strange(f"{key} is no list")

    def pairs(self, key: str) -> Headers:
        """Header fields as a list of pairs of text."""
        return Headers(self._pair(key, one, lambda text, _: encoded(text)) for one in self.list(key))

    def encoded_pairs(self, key: str) -> Headers:
        """Header fields as a list of pairs of base64."""
        return Headers(self._pair(key, one, decoded) for one in self.list(key))

    @staticmethod
    def _pair(key: str, one: object, read: Reading) -> Pair:
        if isinstance(one, list) and len(one) == 2 and isinstance(one[0], str) and isinstance(one[1], str):
            return read(one[0], key), read(one[1], key)
        raise Strange(f"{key} is no list of [name, value] pairs")


def decoded(text: str, key: str) -> bytes:
    """The bytes of base64; raises Strange."""
    try:
        return b64decode(text, validate=True)
    except ValueError:
        raise Strange(f"{key} is no base64") from None


def encoded(text: str) -> bytes:
    """Text as UTF-8, also where it holds half of a character."""
    return text.encode("utf-8", "surrogatepass")
