"""Requests of every kind that a listener takes, for round trips."""

from pathlib import Path

from hypothesis import strategies as st

from inspector.core.capture import Arrival, Capture
from inspector.core.headers import Headers
from inspector.core.request import Request
from inspector.formats.format import Format
from tests.captures import capture_of

TOKEN = "!#$%&'*+-.^_`|~0123456789ABCXYZabcxyz"
VISIBLE = bytes(range(0x21, 0x7F)).decode()
FRAMING = (b"host", b"content-length", b"transfer-encoding", b"connection", b"expect", b"upgrade")

names = st.one_of(
    st.sampled_from([b"User-Agent", b"accept", b"Accept", b"Content-Type", b"content-type", b"X-A", b"x-a", b"Cookie"]),
    st.text(TOKEN, min_size=1, max_size=8).map(str.encode).filter(lambda name: name.lower() not in FRAMING),
)
value_bytes = st.lists(st.sampled_from([*range(0x20, 0x7F), 9, *range(0x80, 0x100)]), max_size=20)
values = st.one_of(
    st.sampled_from(
        [b"", b"@file", b"a'b\"c", b"$HOME `id` \\", b"caf\xc3\xa9", b"caf\xe9", b"!x", b"a;", b"a:b", b"-H"]
    ),
    value_bytes.map(lambda codes: bytes(codes).strip(b" \t")),
)
blanks = st.sampled_from([b" ", b" ", b" ", b"", b"  ", b"\t"])
targets = st.one_of(
    st.sampled_from(
        [
            "/",
            "/?",
            "/a?",
            "/a#f",
            "//x//y",
            "/%2F%2f",
            "/../a/./b",
            "/a?b=[1-3]{x,y}",
            "/'$x`",
            "/?a?b",
            "/\\",
            "/a%zz",
        ]
    ),
    st.text(VISIBLE, max_size=12).map(lambda text: "/" + text),
)
bodies = st.one_of(
    st.sampled_from(
        [
            b"", b"{}", b"@file", b"it's \"quoted\" $HOME `id` \\n !x", b"a\nb\r\nc\n", b"\n", b"\0", b"\xff\xfe",
            "naïve ✓ \u202e".encode(), b"EOF\n", b"0\r\n\r\n", b"--data-raw x", b"POST / HTTP/1.1\r\n\r\n", b"tab\t",
            b"### head=1\n",
        ]
    ),
    st.binary(max_size=200),
)  # fmt: skip
methods = st.sampled_from([b"POST", b"POST", b"PUT", b"GET", b"DELETE", b"OPTIONS", b"PATCH", b"HEAD", b"PROPFIND"])
trailers = st.one_of(
    st.just(Headers()), st.lists(st.tuples(names, values.filter(bool)), min_size=1, max_size=2).map(Headers)
)


@st.composite
def captures(draw: st.DrawFn, host: bytes = b"127.0.0.1:8765") -> Capture:
    """A capture of a request as some listener could have taken it."""
    body = draw(bodies)
    fields = draw(st.lists(st.tuples(names, values), max_size=5))
    host_field = (draw(st.sampled_from([b"Host", b"Host", b"host", b"HOST"])), host)
    fields.insert(draw(st.sampled_from([0, 0, len(fields)])), host_field)
    chunked = draw(st.booleans())
    if chunked:
        fields.insert(draw(st.integers(0, len(fields))), (b"Transfer-Encoding", b"chunked"))
    elif body or draw(st.booleans()):
        name = draw(st.sampled_from([b"Content-Length", b"content-length"]))
        fields.insert(draw(st.integers(0, len(fields))), (name, b"%d" % len(body)))
    lines = [name + b":" + draw(blanks) + value + draw(blanks) + b"\r\n" for name, value in fields]
    version = b"1.1" if chunked else draw(st.sampled_from([b"1.1", b"1.1", b"1.0"]))
    line = draw(methods) + b" " + draw(targets).encode() + b" HTTP/" + version + b"\r\n"
    return capture_of(line + b"".join(lines) + b"\r\n", body, trailers=draw(trailers) if chunked else Headers())


def is_strict(capture: Capture) -> bool:
    """Whether our listener takes it for HTTP: fields that its parser wants once stand once, among trailers too."""
    request = capture.request
    both = ([name.lower() for name, _ in fields] for fields in (request.headers, request.trailers))
    once = (b"user-agent", b"content-type", b"host", b"content-length", b"transfer-encoding")
    return all(names.count(name) <= 1 for names in both for name in once)


def parts_of(request: Request) -> tuple[str, str, str, Headers, Headers, bytes]:
    """What is the same when a request is sent again, whichever blanks stood around its values."""
    body = request.body.read()
    return request.method, request.target, request.http_version, request.headers, request.trailers, body


def bytes_of(request: Request) -> tuple[bytes, Headers, bytes, bool, str | None]:
    """A request to the byte."""
    return request.head, request.trailers, request.body.read(), request.complete, request.malformed


def read_back(format: Format, written: bytes, folder: Path) -> list[Request]:
    """The requests of what a format wrote; fails where one was refused."""
    assert format.read is not None
    path = folder / f"written{format.suffix}"
    path.write_bytes(written)
    requests = []
    for item in format.read(path):
        assert isinstance(item, Arrival), item.reason
        requests.append(item.request)
    return requests


def reasons(format: Format, content: bytes, folder: Path) -> list[str]:
    """What each item of a file was refused with; empty text for one that was taken."""
    assert format.read is not None
    path = folder / f"given{format.suffix}"
    path.write_bytes(content)
    return ["" if isinstance(item, Arrival) else item.reason for item in format.read(path)]
