"""A document put together in many styles."""

from itertools import product

import pytest

from inspector.providers.flat_json import FlatJson
from inspector.providers.lossless import parse_verbatim
from inspector.providers.reserialise import ESCAPES, NUMBERS, ORDERS, SPACINGS, Writer

DOCUMENT = parse_verbatim(
    '{"b":[1,2.50,{},[],{"x":null,"a":[true,false,[[]]]}],"a":"Zo\u00eb/<b>","10":1e3,"9":"","":{"k":"k"}}'.encode()
)


def test_it_writes_what_the_writer_writes() -> None:
    """In every style, with every escape, number and order."""
    for (_, arrange), spacing, (_, escape), (_, number) in product(ORDERS, SPACINGS, ESCAPES, NUMBERS):
        flat = FlatJson(DOCUMENT, arrange)
        written = flat.write(escape, number, comma=spacing.comma, colon=spacing.colon, indent=spacing.indent)

        assert written == Writer(spacing, escape, number, arrange).write(DOCUMENT)


def test_what_cannot_be_written() -> None:
    """A number that a style cannot write is said, and so is a document that is too deep."""
    flat = FlatJson(parse_verbatim(b'{"a":1e999}'), list)
    with pytest.raises(OverflowError):
        flat.write(str, lambda number: str(int(float(number))), comma=",", colon=":", indent=None)
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(RecursionError):
        FlatJson(deep, list)  # type: ignore[arg-type]
