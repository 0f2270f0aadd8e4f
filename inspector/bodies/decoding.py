"""Undoes content encodings (RFC 9110, section 8.4) on a copy, for a view: capped in size, and never raises."""

import sys
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass

import brotli

from inspector.bodies.text import Bytes

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

LIMIT = 64 * 1024 * 1024
"""Most bytes that a view is given."""

SLICE = 256 * 1024
"""About how many bytes are made in one step, which takes a millisecond."""

MOST_ENCODINGS = 8

GZIP = b"\x1f\x8b"
"""How every member of a gzip body begins (RFC 1952)."""

Chunks = Iterator[bytes]
Stage = Callable[[Iterable[bytes]], Chunks]


class _Broken(Exception):
    """The bytes are not of the encoding that was named; the text says so to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How undoing ended: the encodings that were undone, outermost first, and what stood in the way."""

    encodings: tuple[str, ...] = ()
    problem: str | None = None
    truncated: bool = False
    """There was more than the limit; the rest was not looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A body without its content encodings, or as it came where they could not be undone; `problem` is a sentence."""

    content: bytes
    encodings: tuple[str, ...] = ()
    problem: str | None = None
    truncated: bool = False


def decode(content: bytes, encoding: str, *, limit: int = LIMIT) -> Decoded:
    """Undo the encodings that a Content-Encoding field lists. What could be decoded before an error is given."""
    if not _names(encoding):
        cut = len(content) > limit
        return Decoded(content=content[:limit] if cut else content, truncated=cut)
    parts: list[bytes] = []
    outcome = _drain(decode_slices(content, encoding, limit=limit), parts)
    made = b"".join(parts)
    if outcome.problem is not None and not made:
        return Decoded(content=content[:limit], problem=outcome.problem, truncated=len(content) > limit)
    return Decoded(content=made, encodings=outcome.encodings, problem=outcome.problem, truncated=outcome.truncated)


def decode_slices(content: Bytes, encoding: str, *, limit: int = LIMIT) -> Generator[bytes, None, Outcome]:
    """The same in steps of about 256 KiB, each a millisecond; the generator's value says how it ended."""
    names = _names(encoding)
    unknown = [name for name in names if name not in STAGES]
    if unknown:
        return Outcome(problem=f"The content encoding “{unknown[0][:40]}” is not known here; shown as it came.")
    if len(names) > MOST_ENCODINGS:
        return Outcome(problem=f"{len(names)} content encodings in a row are too many; shown as it came.")
    chunks: Chunks = (content[start : start + SLICE] for start in range(0, len(content), SLICE))
    for name in reversed(names):
        chunks = STAGES[name](_capped(chunks, limit))
    made = 0
    try:
        for chunk in chunks:
            if made + len(chunk) > limit:
                yield chunk[: limit - made]
                return Outcome(encodings=tuple(reversed(names)), truncated=True)
            made += len(chunk)
            yield chunk
    except _Broken as broken:
        return Outcome(encodings=tuple(reversed(names)), problem=str(broken))
    return Outcome(encodings=tuple(reversed(names)))


def _drain(slices: Generator[bytes, None, Outcome], parts: list[bytes]) -> Outcome:
    while True:
        try:
            parts.append(next(slices))
        except StopIteration as stop:
            outcome: Outcome = stop.value
            return outcome


def _names(encoding: str) -> list[str]:
    names = (name.strip().lower() for name in encoding.split(","))
    return [name.removeprefix("x-") for name in names if name not in ("", "identity")]


def _capped(chunks: Chunks, limit: int) -> Chunks:
    """Stop what lies between two encodings from growing without end."""
    made = 0
    for chunk in chunks:
        made += len(chunk)
        if made > 4 * limit:
            raise _Broken("An inner content encoding grows beyond the limit; the rest is left out.")
        yield chunk


def _inflated(chunks: Iterable[bytes], bits: Callable[[bytes], int], name: str, *, members: bool) -> Chunks:
    machine, ended = None, False
    for chunk in chunks:
        data = chunk
        while data:
            if machine is None and ended and not (members and GZIP.startswith(data[:2])):
                return
            if machine is None:
                machine = zlib.decompressobj(bits(data))
            try:
                made = machine.decompress(data, SLICE)
            except zlib.error as error:
                raise _Broken(f"The body says {name} but is not, or is damaged: {error}.") from error
            if made:
                yield made
            data = machine.unconsumed_tail
            if machine.eof:
                data, machine, ended = machine.unused_data, None, True
    if machine is not None:
        yield from _rest(machine)
        raise _Broken(f"The body ends before its {name} does.")


def _rest(machine: "zlib._Decompress") -> Chunks:
    made = machine.flush()
    if made:
        yield made


def _gzip(chunks: Iterable[bytes]) -> Chunks:
    return _inflated(chunks, lambda _: 31, "gzip", members=True)


def _deflate(chunks: Iterable[bytes]) -> Chunks:
    """Deflate is zlib's format, and without its header what several senders took it for."""
    return _inflated(chunks, _deflate_bits, "deflate", members=False)


def _deflate_bits(start: bytes) -> int:
    has_header = len(start) > 1 and start[0] & 0x0F == 8 and (start[0] << 8 | start[1]) % 31 == 0
    return 15 if has_header else -15


def _brotli(chunks: Iterable[bytes]) -> Chunks:
    machine = brotli.Decompressor()
    try:
        for chunk in chunks:
            made = machine.process(chunk, output_buffer_limit=SLICE)
            while made or not machine.can_accept_more_data():
                yield made
                made = machine.process(b"", output_buffer_limit=SLICE)
            if machine.is_finished():
                return
    except brotli.error as error:
        raise _Broken("The body says br but is not, or is damaged.") from error
    raise _Broken("The body ends before its br does.")


def _zstd(chunks: Iterable[bytes]) -> Chunks:
    machine = None
    try:
        for chunk in chunks:
            data = chunk
            while data or (machine is not None and not machine.needs_input):
                machine = machine or zstd.ZstdDecompressor()
                made = machine.decompress(data, SLICE)
                data = b""
                if made:
                    yield made
                if machine.eof:
                    data, machine = machine.unused_data, None
    except zstd.ZstdError as error:
        raise _Broken(f"The body says zstd but is not, or is damaged: {error}.") from error
    if machine is not None:
        raise _Broken("The body ends before its zstd does.")


STAGES: dict[str, Stage] = {"gzip": _gzip, "deflate": _deflate, "br": _brotli, "zstd": _zstd}
"""What each registered content encoding is undone with."""
