"""Bodies that were made to do harm: bombs, depth, bad text, endless lines."""

import gzip
import sys
import tracemalloc
import zlib

import brotli
import pytest

from inspector.bodies.decoding import decode
from inspector.bodies.json_text import JsonSource
from inspector.bodies.json_tree import root
from inspector.bodies.lines import LONGEST, Lines, Source
from inspector.bodies.registry import VIEWS, view
from inspector.bodies.text import TextSource

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MB = 1024 * 1024

BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9))
    + b"]><l>&j;</l>"
)
QUADRATIC = b'<!DOCTYPE q [<!ENTITY a "' + b"a" * 100_000 + b'">]><q>' + b"&a;" * 100_000 + b"</q>"
EXTERNAL = b'<!DOCTYPE e [<!ENTITY x SYSTEM "file:///etc/hostname">]><e>&x;</e>'
PARAMETER = b'<!DOCTYPE e [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd"> %p;]><e/>'


def grown(source: Source) -> Lines:
    lines = Lines(source)
    while lines.grow(1):
        pass
    return lines


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        ("gzip", gzip.compress(bytes(100 * MB), 1)),
        ("gzip, gzip", gzip.compress(gzip.compress(bytes(100 * MB), 9))),
        ("deflate", zlib.compress(bytes(100 * MB), 1)),
        ("br", brotli.compress(bytes(100 * MB), quality=1)),
        ("zstd", zstd.compress(bytes(100 * MB))),
        ("gzip", gzip.compress(b"") * 20_000),
    ],
    ids=["gzip", "gzip in gzip", "deflate", "br", "zstd", "many members"],
)
def test_bombs_do_not_go_off(encoding: str, bomb: bytes) -> None:
    """Of a small body that becomes 100 MB, what the limit allows is made, in little more memory."""
    tracemalloc.start()
    decoded = decode(bomb, encoding, limit=8 * MB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 40 * MB
    assert len(decoded.content) in (8 * MB, 0)
    assert decoded.truncated or not decoded.content


def test_an_inner_bomb_does_not_go_off() -> None:
    """What lies between two encodings is bounded too."""
    decoded = decode(zstd.compress(gzip.compress(b"") * (MB // 2)), "gzip, zstd", limit=MB)

    assert decoded.problem is not None


@pytest.mark.parametrize("body", [b"[" * 100_000 + b"]" * 100_000, b'{"a":' * 100_000 + b"1" + b"}" * 100_000])
def test_deep_json_has_rows(body: bytes) -> None:
    """A hundred thousand levels are shown, indented no further than is of use."""
    shown = view(body, "application/json")

    assert "json" == shown.kind
    assert shown.text is not None
    assert body.replace(b"\n", b"") == shown.text.replace("\n", "").replace(" ", "").encode()


def test_deep_json_has_a_tree() -> None:
    """The tree reads one level and needs no recursion."""
    body = b"[" * 100_000 + b"]" * 100_000

    assert ["[ 1 ]"] == [node.preview(body) for node in root(body) if node is not None]


def test_open_brackets_without_end() -> None:
    """A million brackets that open are rows, and known to be no JSON."""
    source = JsonSource(b"[" * MB)
    lines = grown(source)

    assert not source.whole_json
    assert lines.rows == lines.lines == MB


@pytest.mark.parametrize(
    "line", [b"x" * 10 * MB, b'{"a": "' + b"x" * 10 * MB + b'"}', "€".encode() * (3 * MB), b"\\" * 10 * MB]
)
@pytest.mark.parametrize("source", [TextSource, JsonSource])
def test_a_line_of_ten_megabytes(line: bytes, source: type[TextSource] | type[JsonSource]) -> None:
    """It is many short rows, and none of its bytes is lost."""
    lines = grown(source(line))
    rows = lines.read(0, lines.rows)

    assert all(len(row.text) <= LONGEST for row in rows)
    assert line.replace(b" ", b"") == "".join(row.text for row in rows).replace(" ", "").encode()


def test_quotes_and_backslashes_without_end() -> None:
    """Ten megabytes of escapes are read in linear time."""
    source = JsonSource(b'["' + b'\\"' * 5 * MB)
    lines = grown(source)

    assert not source.whole_json
    assert lines.rows > 10_000


@pytest.mark.parametrize(
    "bad", [b"\xff\xfe\xfd" * 1000, b'{"a": "\xc3\x28"}', b"\xed\xa0\x80" * 1000, b"\xf8\x88\x80\x80\x80" * 99]
)
@pytest.mark.parametrize("header", ["application/json", "text/plain; charset=utf-8", "text/xml", ""])
def test_bad_utf8(bad: bytes, header: str) -> None:
    """Bytes that are no UTF-8 are shown as something, always."""
    shown = view(bad, header)

    assert shown.text
    shown.text.encode("utf-8", "strict")


@pytest.mark.parametrize("body", [BILLION_LAUGHS, QUADRATIC, EXTERNAL, PARAMETER])
def test_xml_that_does_harm_is_shown_as_it_came(body: bytes) -> None:
    """Entities are not resolved, nothing is read, and the note says why."""
    shown = view(body, "application/xml")

    assert body.decode() == shown.text
    assert shown.note is not None


@pytest.mark.parametrize("name", [one.name for one in VIEWS])
@pytest.mark.parametrize(
    "body",
    [
        b"<" * MB,
        b'<a b="' * 100_000,
        b"<!--" * 200_000,
        b"&" * MB,
        b"%" * MB,
        b"--b" * 300_000,
        b"--b\r\n" * 200_000,
        b"\r\n--b\r\n" + b"X: " * 300_000,
        b"\0" * MB,
        b'"' * MB,
        b"{}" * 500_000,
        b"9" * MB,
    ],
    ids=lambda body: repr(body[:8]),
)
def test_no_view_takes_more_than_linear_time(name: str, body: bytes) -> None:
    """A megabyte that was made to be slow is shown, or refused, like any other."""
    assert name == view(body, "multipart/form-data; boundary=b", chosen=name).kind
