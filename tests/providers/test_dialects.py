"""What single programs make of a document."""

import pytest

from inspector.providers.dialects import every_way

DOCUMENT = '{"e":{},"l":[],"n":{"0":"a","1":2.0},"t":"Zoë/<x> & \'y\'=\\"+😀"}'.encode()


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (
            "by PHP's json_encode, empty objects as []",
            rb'{"e":[],"l":[],"n":["a",2],"t":"Zo\u00eb\/<x> & ' + rb"'y'=\"+\ud83d\ude00" + b'"}',
        ),
        (
            "compactly, escaped as .NET's System.Text.Json does",
            rb'{"e":{},"l":[],"n":{"0":"a","1":2.0},"t":%b}'
            % rb'"Zo\u00EB/\u003Cx\u003E \u0026 \u0027y\u0027=\u0022\u002B\uD83D\uDE00"',
        ),
        (
            "compactly, characters beyond ASCII as \\uXXXX in capitals",
            rb'{"e":{},"l":[],"n":{"0":"a","1":2.0},"t":"Zo\u00EB/<x> & ' + rb"'y'=\"+\uD83D\uDE00" + b'"}',
        ),
        (
            "compactly, “<”, “>”, “&”, “=” and “'” as \\uXXXX, as Gson does",
            r'{"e":{},"l":[],"n":{"0":"a","1":2.0},"t":"Zoë/\u003cx\u003e \u0026 \u0027y\u0027\u003d\"+😀"}'.encode(),
        ),
        (
            "by Ruby's JSON.pretty_generate",
            '{\n  "e": {\n  },\n  "l": [\n\n  ],\n  "n": {\n    "0": "a",\n    "1": 2.0\n  },\n'
            '  "t": "Zoë/<x> & \'y\'=\\"+😀"\n}'.encode(),
        ),
    ],
)
def test_ways_of_single_programs(words: str, written: bytes) -> None:
    """Each writes the document byte for byte as its program does."""
    assert dict(every_way(DOCUMENT))[words] == written


def test_what_has_no_such_way() -> None:
    """A document without empty objects is not written as PHP's arrays, and what is no document not at all."""
    assert not [words for words, _ in every_way(b'{"a": [1]}') if "[]" in words]
    assert not list(every_way(b"a=1"))
    assert not list(every_way(DOCUMENT, lambda: False))
