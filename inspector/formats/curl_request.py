"""The request that curl sends for its options, field by field in curl's order (as of curl 7.88, `lib/http.c`)."""

import re
from base64 import b64encode
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import quote_plus, unquote_to_bytes

from inspector.core.body import Body
from inspector.core.head import write_head
from inspector.core.headers import NO_HEADERS, Headers, Pair, to_text
from inspector.core.request import Request
from inspector.formats.format import Strange
from inspector.formats.json_reading import LINE_ENDS
from inspector.formats.raw import without_chunks
from inspector.formats.shell_words import Word

URL = re.compile(
    rb"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?:(?P<user>[^/?#@]*)@)?(?P<host>[^/?#]+)(?P<rest>[^#]*)(?:#.*)?"
)
JSON_FIELDS = ((b"Content-Type", b"application/json"), (b"Accept", b"application/json"))
"""What --json stands for, besides the body."""
OUTSIDE = re.compile(rb"[^!-~]")


@dataclass(slots=True, kw_only=True)
class CurlRequest:
    """What a command asks for."""

    stdin: bytes | None = None
    urls: list[bytes] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    single: dict[str, bytes] = field(default_factory=dict)
    """Options of which the last one counts."""
    fields: list[bytes] = field(default_factory=list)
    """Values of -H."""
    pieces: list[bytes] = field(default_factory=list)
    """The body, as curl joins it."""
    cookies: list[bytes] = field(default_factory=list)

    def take(self, name: str, value: Word) -> None:
        """Take an option with its value. Raises Strange."""
        if name == "url":
            self.urls.append(value.text)
        elif name == "header":
            self.fields += self._content(value, "-H").splitlines() if value.text[:1] == b"@" else [value.text]
        elif name == "cookie":
            if b"=" not in value.text:
                raise Strange("-b names a file of cookies, which is not in the line")
            self.cookies.append(value.text)
        elif name in ("data", "data-ascii", "data-raw", "data-binary", "data-urlencode", "json"):
            self._take_body(name, value)
        else:
            self.single[name] = value.text

    def _take_body(self, name: str, value: Word) -> None:
        if name == "data-urlencode":
            self.pieces += [b"&"] * bool(self.pieces) + [url_encoded(value.text)]
            return
        content = value.text
        if name != "data-raw" and content[:1] == b"@":
            content = self._content(value, f"--{name}")
            if name in ("data", "data-ascii"):
                content = content.translate(None, b"\r\n\0")
        if name == "json":
            self.flags.add("json")
            self.pieces.append(content)
            return
        self.pieces += [b"&"] * bool(self.pieces) + [content]

    def _content(self, value: Word, name: str) -> bytes:
        if value.text == b"@" and value.file is not None:
            return value.file
        if value.text == b"@-" and self.stdin is not None:
            return self.stdin
        raise Strange(f"{name} reads {to_text(value.text[1:]) or 'a file'}, which is not in the line")

    def request(self, url: bytes, received_at: datetime) -> Request:
        """The request for one of the URLs. Raises Strange."""
        parts = URL.fullmatch(url)
        if parts is None or (parts["scheme"] or b"http").lower() not in (b"http", b"https"):
            raise Strange(f"{to_text(url)[:100]!r} is no http or https address")
        body = b"".join(self.pieces)
        target = self._target(parts["rest"], body)
        sends_body = bool(self.pieces) and "get" not in self.flags
        own = "HEAD" if "head" in self.flags else "POST" if sends_body else "GET"
        method = to_text(self.single.get("request", own.encode()))
        pairs = self._pairs(parts["host"], parts["user"], len(body) if sends_body else None)
        content, trailers = self._unframed(body if sends_body else b"")
        if any(end in part for pair in [(method.encode(), target), *pairs] for part in pair for end in LINE_ENDS):
            raise Strange("a line break stands in its request line or in a header field")
        version = "1.0" if "http1.0" in self.flags else "1.1"
        headers = Headers(pairs)
        line = b"%b %b HTTP/%b\r\n" % (method.encode(), target, version.encode())
        return Request(
            received_at=received_at,
            head=line + write_head("", "", headers).partition(b"\r\n")[2],
            method=method,
            target=to_text(target),
            http_version=version,
            remote="",
            tls=None,
            headers=headers,
            trailers=trailers,
            body=Body.of(content),
        )

    def _target(self, rest: bytes, body: bytes) -> bytes:
        if "request-target" in self.single:
            return self.single["request-target"]
        target = rest if rest.startswith(b"/") else b"/" + rest
        target = OUTSIDE.sub(lambda match: b"%%%02X" % match[0][0], target)
        if "get" in self.flags and body:
            target += (b"&" if b"?" in target else b"?") + body
        return target

    def _pairs(self, host: bytes, user: bytes | None, size: int | None) -> list[Pair]:
        """The fields in curl's order; `size` is that of the body, None where there is none."""
        given = [_parted(line) for line in self.fields]
        if "json" in self.flags:
            names = {name.lower() for name, _ in given}
            given += [pair for pair in JSON_FIELDS if pair[0].lower() not in names]
        first = {name.lower(): value for name, value in reversed(given)}
        pairs: list[Pair] = []
        if b"host" not in first:
            pairs.append((b"Host", host))
        elif first[b"host"] is not None:
            pairs.append((b"Host", first[b"host"]))
        pairs += [pair for pair in self._own_fields(user) if pair[0].lower() not in first]
        moved = first.get(b"host") is not None
        for name, value in given:
            if value is not None and not (moved and name.lower() == b"host"):
                pairs.append((name, value))
        if size is not None:
            chunked = b"chunked" in (first.get(b"transfer-encoding") or b"").lower()
            if b"content-length" not in first and not chunked:
                pairs.append((b"Content-Length", b"%d" % size))
            if b"content-type" not in first:
                pairs.append((b"Content-Type", b"application/x-www-form-urlencoded"))
        return pairs

    def _own_fields(self, user: bytes | None) -> list[Pair]:
        """The fields that curl makes of other options and by itself."""
        pairs: list[Pair] = []
        user = self.single.get("user", None if user is None else unquote_to_bytes(user))
        if user is not None:
            pairs.append((b"Authorization", b"Basic " + b64encode(user if b":" in user else user + b":")))
        elif "oauth2-bearer" in self.single:
            pairs.append((b"Authorization", b"Bearer " + self.single["oauth2-bearer"]))
        pairs.append((b"User-Agent", self.single.get("user-agent", b"curl")))
        pairs.append((b"Accept", b"*/*"))
        if "compressed" in self.flags:
            pairs.append((b"Accept-Encoding", b"deflate, gzip"))
        if "referer" in self.single:
            pairs.append((b"Referer", self.single["referer"]))
        if self.cookies:
            pairs.append((b"Cookie", b";".join(self.cookies)))
        return [pair for pair in pairs if pair[1]]

    def _unframed(self, body: bytes) -> tuple[bytes, Headers]:
        """The content of a body that stands in the command with its chunks, as one with trailers must."""
        codings = [value for name, value in map(_parted, self.fields) if name.lower() == b"transfer-encoding"]
        if len(codings) > 1 and codings[0] is None and b"chunked" in (codings[-1] or b"").lower():
            found = without_chunks(body, 0)
            if found is not None:
                return found[0], found[1]
        return body, NO_HEADERS


def _parted(line: bytes) -> tuple[bytes, bytes | None]:
    """Name and value of a -H; no value where it takes a field away."""
    name, colon, value = line.partition(b":")
    if colon:
        return name.strip(), value.strip(b" \t") or None
    if line.rstrip().endswith(b";"):
        return line.rstrip()[:-1], b""
    raise Strange(f"{to_text(line)[:60]!r} is no header field")


def url_encoded(text: bytes) -> bytes:
    """What --data-urlencode makes of `content`, `=content` or `name=content`. Raises Strange."""
    name, equals, content = text.partition(b"=")
    if not equals:
        name, content = b"", text
        if b"@" in text:
            raise Strange("--data-urlencode reads a file, which is not in the line")
    made = quote_plus(content, safe="").encode()
    return name + b"=" + made if name else made
