"""Content encodings are undone for views: right, capped, and without exceptions."""

import gzip
import random
import sys
import tracemalloc
import zlib

import brotli
import pytest

from inspector.bodies.decoding import LIMIT, decode, decode_slices

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

TEXT = b'{"id": 1152921505151679042}' * 50

NOISE = random.Random(1).randbytes(400_000)


def raw_deflate(content: bytes) -> bytes:
    machine = zlib.compressobj(wbits=-15)
    return machine.compress(content) + machine.flush()


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(TEXT)),
        ("x-gzip", gzip.compress(TEXT)),
        ("gzip", gzip.compress(TEXT[:100]) + gzip.compress(TEXT[100:])),
        ("deflate", zlib.compress(TEXT)),
        ("deflate", raw_deflate(TEXT)),
        ("br", brotli.compress(TEXT)),
        ("zstd", zstd.compress(TEXT)),
        ("zstd", zstd.compress(TEXT[:100]) + zstd.compress(TEXT[100:])),
        ("GZIP, identity", gzip.compress(TEXT)),
        ("gzip, br", brotli.compress(gzip.compress(TEXT))),
        ("deflate, zstd, gzip", gzip.compress(zstd.compress(zlib.compress(TEXT)))),
    ],
)
def test_undoes_every_encoding(encoding: str, packed: bytes) -> None:
    """Each encoding, both forms of deflate, several members and chains give the body that was packed."""
    decoded = decode(packed, encoding)

    assert (TEXT, None, False) == (decoded.content, decoded.problem, decoded.truncated)


@pytest.mark.parametrize("encoding", ["", "identity", " , "])
def test_leaves_a_body_without_encoding(encoding: str) -> None:
    """A body that is not encoded is given as it is."""
    assert TEXT == decode(TEXT, encoding).content


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "zstd"])
def test_says_what_is_wrong(encoding: str) -> None:
    """Bytes that are not of the encoding are given as they came, with a sentence that names it."""
    decoded = decode(b"\xff\xff this is not packed", encoding)

    assert b"\xff\xff this is not packed" == decoded.content
    assert decoded.problem is not None
    assert encoding in decoded.problem


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(NOISE)),
        ("deflate", zlib.compress(NOISE)),
        ("br", brotli.compress(NOISE)),
        ("zstd", zstd.compress(NOISE)),
    ],
    ids=["gzip", "deflate", "br", "zstd"],
)
def test_says_that_the_end_is_missing(encoding: str, packed: bytes) -> None:
    """A body that was cut is decoded as far as it goes, and the problem says so."""
    decoded = decode(packed[:-6], encoding)

    assert f"The body ends before its {encoding} does." == decoded.problem
    assert decoded.content
    assert NOISE.startswith(decoded.content)


def test_members_may_lie_on_the_border_of_a_step() -> None:
    """A gzip body of many members is whole, wherever the steps end; what is behind the last one is left out."""
    packed = gzip.compress(b"x") * 30_000

    assert b"x" * 30_000 == decode(packed + b"trailing", "gzip").content


def test_does_not_know_every_encoding() -> None:
    """An unknown encoding leaves the body as it came and is named, but not at any length."""
    decoded = decode(TEXT, "gzip, " + "x" * 100_000)

    assert TEXT == decoded.content
    assert decoded.problem is not None
    assert len(decoded.problem) < 200


def test_refuses_a_long_chain() -> None:
    """Nobody packs a body nine times; that is a way to burn time."""
    assert "too many" in (decode(TEXT, ",".join(["gzip"] * 9)).problem or "")


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(bytes(3_000_000))),
        ("br", brotli.compress(bytes(3_000_000))),
        ("zstd", zstd.compress(bytes(3_000_000))),
    ],
)
def test_comes_in_small_steps(encoding: str, packed: bytes) -> None:
    """No step gives much, so that none takes long; brotli rounds up to its window."""
    slices = list(decode_slices(packed, encoding))

    assert 3_000_000 == sum(map(len, slices))
    assert max(map(len, slices)) <= 512 * 1024


def test_caps_what_it_makes() -> None:
    """A limit cuts the body exactly there and says so."""
    decoded = decode(gzip.compress(TEXT), "gzip", limit=100)

    assert (TEXT[:100], True) == (decoded.content, decoded.truncated)


def test_caps_a_body_without_encoding() -> None:
    """The limit holds for plain bodies too."""
    decoded = decode(TEXT, "", limit=10)

    assert (TEXT[:10], True) == (decoded.content, decoded.truncated)


def test_a_limit_is_a_limit_in_memory() -> None:
    """Decoding a body of 300 MB holds no more of it than the limit, twice while it is joined."""
    packed = gzip.compress(bytes(300_000_000), 1)
    tracemalloc.start()
    decoded = decode(packed, "gzip", limit=4_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert 4_000_000 == len(decoded.content)
    assert peak < 12_000_000
    assert LIMIT == 64 * 1024 * 1024
