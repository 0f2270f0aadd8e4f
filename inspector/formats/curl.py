"""cURL: a command for bash that makes the same request again: method, target, fields in order, the bytes of the body.

curl adds fields of its own and moves Host to the front unless it is told not to: `-H 'Name:'` takes away one of its
own, and after it the captured one goes out where and as it stood. `-H 'Name;'` is a field with an empty value. A body
that is no short text goes through base64 and standard input, since an argument holds at most 128 KiB and no NUL.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from inspector.core.capture import Capture
from inspector.core.headers import Pair
from inspector.core.request import Request
from inspector.formats.curl_reading import read
from inspector.formats.format import Format, chunks_of
from inspector.formats.shell_words import quoted

TEXT_LIMIT = 64 * 1024
"""Bytes of a text body up to which it is an argument."""
ARGUMENT_LIMIT = 96 * 1024
"""Bytes of one argument; the kernel takes 128 KiB."""
ARGUMENTS_LIMIT = 512 * 1024
"""Bytes of all fields together as arguments; macOS takes 1 MiB, Linux 2 MiB, with the environment."""
HEAD_LIMIT = 1_000_000
"""Bytes of a head; curl gives up at 1 MiB."""
EXPECT_LIMIT = 1_000_000
"""Bytes of a body from which curl asks first (1 MiB)."""
BASE64_LINE = 57 * 4096
"""Bytes that make whole lines of base64."""

PLAIN_HOST = re.compile(r"(?:(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*|\d{1,3}(?:\.\d{1,3}){3}|\[::1\])(?::[1-9]\d{0,4})?")
"""A host that curl names in Host just as it stands in the URL."""
USABLE_HOST = re.compile(r"(?:[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?")
PLAIN_TARGET = re.compile(r"/[\w.~!$&'()*+,;=:@/%\[\]{}-]*(?:\?[\w.~!$&'()*+,;=:@/%\[\]{}?-]+)?", re.ASCII)
"""A target that curl sends as it stands in the URL."""
LOWER_PERCENT = re.compile(r"%(?:[a-f]|[0-9A-F][a-f])")
CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 13)) + b"\x7f"
SOMEWHERE = "localhost:8765"


def write(captures: Iterable[Capture]) -> Iterator[bytes]:
    """A script: a command for each capture, with an empty line between."""
    between = b""
    for capture in captures:
        yield between
        yield from curl_command(capture)
        between = b"\n"


def curl_command(capture: Capture, *, base: str | None = None) -> Iterator[bytes]:
    """The command for one capture, in pieces, ending in a line end.

    It asks the host that the capture was sent to, or `base` (`http://localhost:3000`), which then stands in Host too.
    Raises ResourceError where the body's file cannot be read.
    """
    request = capture.request
    problem = _problem(request)
    if problem is not None:
        why = "".join(character if character.isprintable() else " " for character in problem)
        yield f"# Capture {capture.id} is no HTTP request that curl can send. {why}\n".encode()
        return
    line = _Line(request, base)
    command = " \\\n  ".join(line.words())
    if not line.through_stdin:
        yield command.encode() + b"\n"
        return
    yield b"base64 -d <<'EOF' | " + command.encode() + b"\n"
    yield from base64_lines(framed(capture) if request.trailers else chunks_of(capture))
    yield b"EOF\n"


def _problem(request: Request) -> str | None:
    """Why curl cannot send a request, as a sentence."""
    if request.malformed is not None or not request.method:
        return request.malformed or "It has no method."
    if b"\0" in request.head:
        return "Its head holds a NUL."
    return f"Its head has {len(request.head)} bytes." if len(request.head) > HEAD_LIMIT else None


def framed(capture: Capture) -> Iterator[bytes]:
    """A body in chunks with its trailers, which curl itself cannot send."""
    for chunk in chunks_of(capture):
        yield b"%x\r\n%b\r\n" % (len(chunk), chunk)
    yield b"0\r\n" + b"".join(b"%b: %b\r\n" % pair for pair in capture.request.trailers) + b"\r\n"


def base64_lines(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Base64 in lines of 76."""
    rest = bytearray()
    for chunk in chunks:
        rest += chunk
        while len(rest) >= BASE64_LINE:
            yield _lines(rest[:BASE64_LINE])
            del rest[:BASE64_LINE]
    if rest:
        yield _lines(rest)


def _lines(content: bytes | bytearray) -> bytes:
    return b"".join(b64encode(content[start : start + 57]) + b"\n" for start in range(0, len(content), 57))


@dataclass
class _Line:
    """Collects the words of one command."""

    request: Request
    base: str | None
    without: list[str] = field(default_factory=list)
    """Names of curl's own fields that must not go out; first those whose place the captured field takes."""

    def __post_init__(self) -> None:
        request = self.request
        host = request.headers.get("host") or ""
        self.address = self.base.rstrip("/") if self.base else _address(request, host)
        self.chunked = b"chunked" in (request.headers.raw("transfer-encoding") or b"").lower()
        self.sends_body = bool(request.body.size or self.chunked)
        content = request.body.content
        self.through_stdin = bool(request.trailers) or content is None or not is_short_text(content)

    def words(self) -> list[str]:
        """The command's words; option and value are one, as they share a line."""
        return ["curl " + " ".join(self._method() + self._url()), *self._fields(), *self._body()]

    def _method(self) -> list[str]:
        method = self.request.method
        words = ["--http1.0"] if self.request.http_version == "1.0" else []
        if self.address.startswith("https:") and not words:
            words = ["--http1.1"]
        if method == "HEAD":
            # With a body it cannot be --head, and then curl would wait for the body that the response announces.
            return [*words, "-X HEAD --max-filesize 1"] if self.sends_body else [*words, "--head"]
        if method == ("POST" if self.sends_body else "GET"):
            return words
        return [*words, "-X " + quoted(method.encode())]

    def _url(self) -> list[str]:
        target = self.request.target
        if not PLAIN_TARGET.fullmatch(target) or LOWER_PERCENT.search(target):
            line = self.request.head.partition(b"\n")[0].rstrip(b"\r")
            sent = line.partition(b" ")[2].rpartition(b" ")[0].strip() or target.encode()
            return [
                *self._literal(self.address),
                "--request-target " + quoted(sent),
                quoted(f"{self.address}/".encode()),
            ]
        tidied = ["--path-as-is"] if "/." in target else []
        return [*tidied, *self._literal(self.address + target), quoted((self.address + target).encode())]

    def _literal(self, url: str) -> list[str]:
        return ["-g"] if re.search(r"[\[\]{}]", url) else []

    def _fields(self) -> list[str]:
        pairs = list(self._pairs())
        names = {name.lower() for name, _ in pairs}
        own = {b"user-agent": "User-Agent", b"accept": "Accept"}
        if self.sends_body:
            own[b"content-type"] = "Content-Type"
            if self.request.body.size >= EXPECT_LIMIT:
                own[b"expect"] = "Expect"
        taken = [name for lower, name in own.items() if lower not in names]
        lines = [_field_line(pair) for pair in pairs]
        last = [f"-H '{name}:'" for name in taken]
        first = [f"-H '{name}:'" for name in self.without]
        if sum(map(len, lines)) > ARGUMENTS_LIMIT or max(map(len, lines), default=0) > ARGUMENT_LIMIT:
            file = b64encode(b"".join(line + b"\n" for line in lines)).decode()
            return [*first, f"-H @<(base64 -d <<<'{file}')", *last]
        return [*first, *("-H " + quoted(line) for line in lines), *last]

    def _pairs(self) -> Iterator[Pair]:
        """The fields that curl is told; those it makes itself in just the same way are left to it."""
        request = self.request
        pairs = request.headers.pairs
        authority = self.address.partition("://")[2]
        if not self._leaves_host(authority):
            self.without.append("Host")
        if request.trailers:
            self.without += ["Transfer-Encoding", "Content-Length"]
        for number, (name, value) in enumerate(pairs):
            lower = name.lower()
            if lower == b"host":
                if "Host" not in self.without:
                    continue
                value = authority.encode() if self.base else value
            elif lower == b"content-length":
                value = b"%d" % request.body.size
                if request.body.size and number == len(pairs) - 1 and name == b"Content-Length":
                    continue
            yield name, value

    def _leaves_host(self, authority: str) -> bool:
        """Whether curl's own Host is just the captured one."""
        pairs = self.request.headers.pairs
        if not pairs or pairs[0][0] != b"Host" or sum(name.lower() == b"host" for name, _ in pairs) != 1:
            return False
        own = ":443" if self.address.startswith("https:") else ":80"
        plain = PLAIN_HOST.fullmatch(authority) is not None and not authority.endswith(own)
        return plain and (self.base is not None or pairs[0][1] == authority.encode())

    def _body(self) -> list[str]:
        if not self.sends_body:
            return []
        if self.through_stdin:
            return ["--data-binary @-"]
        return ["--data-raw " + quoted(self.request.body.read())]


def is_short_text(content: bytes) -> bool:
    """Whether a body can be an argument that people can read."""
    if len(content) > TEXT_LIMIT or len(content.translate(None, CONTROLS)) != len(content):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True


def _address(request: Request, host: str) -> str:
    scheme = "https" if request.tls else "http"
    return f"{scheme}://{host if USABLE_HOST.fullmatch(host) else SOMEWHERE}"


def _field_line(pair: Pair) -> bytes:
    name, value = pair
    return name + b": " + value if value else name + b";"


CURL = Format(name="curl", label="cURL (bash)", suffix=".sh", media_type="text/x-shellscript", write=write, read=read)
