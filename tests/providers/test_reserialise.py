"""Documents written anew."""

import json
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.providers.lossless import Number
from inspector.providers.reserialise import ESCAPES, NUMBERS, ORDERS, SPACINGS, Writer, rewritten

JAVASCRIPT = dict(NUMBERS)["numbers as JavaScript writes them"]
EXAMPLES = {
    "1.50": "1.5", "1.0": "1", "-0": "0", "-0.0": "0", "1e3": "1000", "1E400": "null", "1e21": "1e+21",
    "123456789012345680000": "123456789012345680000", "9007199254740993": "9007199254740992",
    "1152921505151679042": "1152921505151679000", "1e-6": "0.000001", "1.25e-5": "0.0000125", "1e-7": "1e-7",
    "-2.5e-9": "-2.5e-9", "0.1": "0.1", "5e-324": "5e-324", "1.7976931348623157e308": "1.7976931348623157e+308",
}  # fmt: skip

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(("number", "written"), EXAMPLES.items())
def test_numbers_as_javascript_writes_them(number: str, written: str) -> None:
    """As the standard says; `-0` loses its sign."""
    assert JAVASCRIPT(number) == written


def test_the_examples_are_what_node_says() -> None:
    """Where a real JavaScript is at hand, it agrees with the table above."""
    node = shutil.which("node")
    if node is not None:
        program = f"console.log(JSON.stringify({json.dumps(list(EXAMPLES))}.map(n => JSON.stringify(JSON.parse(n)))))"
        said = subprocess.run([node, "-e", program], capture_output=True, check=True).stdout
        assert json.loads(said) == list(EXAMPLES.values())


@given(JSON)
def test_python_writes_the_same(document: object) -> None:
    """Each spacing that json.dumps has is written byte for byte as json.dumps does."""
    for spacing, indent, separators in (
        (SPACINGS[0], None, (",", ":")),
        (SPACINGS[1], None, None),
        (SPACINGS[2], 2, None),
        (SPACINGS[3], 4, None),
        (SPACINGS[4], "\t", None),
        (SPACINGS[5], None, (",", ": ")),
    ):
        for ascii_only in (False, True):
            for sort_keys in (False, True):
                expected = json.dumps(
                    document, indent=indent, separators=separators, ensure_ascii=ascii_only, sort_keys=sort_keys
                )
                writer = Writer(spacing, ESCAPES[ascii_only][1], NUMBERS[0][1], ORDERS[sort_keys][1])
                assert writer.write(document) == expected  # type: ignore[arg-type]


def test_variants_differ_from_each_other_and_from_the_body() -> None:
    """Nothing is tried twice, and the likeliest comes first."""
    content = b'{"a": "\\u00eb/<", "n": 1.50}'
    variants = list(rewritten(content))

    assert len({variant for _, variant in variants}) == len(variants)
    assert content not in {variant for _, variant in variants}
    assert variants[0][0].startswith("compactly")
    assert b'{"a":"\xc3\xab/\\u003c","n":1.50}' in {variant for _, variant in variants}


@pytest.mark.parametrize("content", [b"", b"hello", b"7", b'"text"', b"[" * 5000 + b"]" * 5000, b"\xff"])
def test_bodies_that_are_no_documents(content: bytes) -> None:
    """Text, single values and endless nesting have no other way to be written."""
    assert list(rewritten(content)) == []


def test_whole_numbers_and_single_values() -> None:
    """Native numbers and the three words of JSON are written too."""
    writer = Writer(SPACINGS[0], ESCAPES[0][1], NUMBERS[2][1], ORDERS[0][1])

    assert writer.write([1, True, False, None, Number("1.50"), Number("7")]) == "[1,true,false,null,1.5,7]"


def test_keys_that_are_numbers() -> None:
    """JavaScript moves them to the front."""
    assert b'{"1":0,"10":0,"b":0}' in {variant for _, variant in rewritten(b'{"b":0,"10":0,"1":0}')}


def test_lone_surrogates() -> None:
    """A document that is no UTF-8 when it is written out is no reason to stop."""
    assert list(rewritten(b'{"a":"\\ud800"}'))


def test_numbers_as_php_writes_them() -> None:
    """What json_encode of PHP 8.2 gave for each; where there is a PHP it is asked again."""
    given = "[1e15,1e16,1e17,1.5e25,-2.0,0.0001,0.00001,1.5e-7,0.30000000000000004,9223372036854775808,17,2.50]"
    written = (
        "[1000000000000000,10000000000000000,1.0e+17,1.5e+25,-2,0.0001,1.0e-5,1.5e-7,0.30000000000000004,"
        "9.223372036854776e+18,17,2.5]"
    )
    if php := shutil.which("php"):
        program = [php, "-r", "echo json_encode(json_decode(stream_get_contents(STDIN)));"]
        written = subprocess.run(program, input=given, capture_output=True, check=True, text=True).stdout
    found = {words for words, variant in rewritten(given.encode()) if variant.decode() == written}

    assert any("numbers as PHP writes them" in words for words in found)
