"""JSON is indented without being read, whatever its size."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.bodies import json_text
from inspector.bodies.json_text import JsonSource, is_json, show_json
from inspector.bodies.lines import LONGEST, Lines, whole
from inspector.bodies.shown import Unreadable

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(['"', "\\", "x,y{}[]:", "é" * 900]),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=8), inner, max_size=5),
    max_leaves=30,
)


def test_keeps_every_token_as_received() -> None:
    """Big integers, number forms, escapes and repeated keys stand as they came."""
    body = rb'{"id":1152921505151679042,"a":1.0,"b":1e5,"b":-0,"s":"x\/y \u00e9 \" z","e":{},"l":[ ],"n":[1,[null]]}'
    expected = r"""{
  "id": 1152921505151679042,
  "a": 1.0,
  "b": 1e5,
  "b": -0,
  "s": "x\/y \u00e9 \" z",
  "e": {},
  "l": [],
  "n": [
    1,
    [
      null
    ]
  ]
}"""

    assert expected == show_json(body, "application/json").text


@given(value=VALUES, block=st.sampled_from([23, 64, 333, 16 * 1024]), compact=st.booleans())
def test_only_white_space_changes(value: Any, block: int, compact: bool) -> None:
    """Indented in blocks of any size, the text has the same tokens, and as many rows as were counted."""
    body = json.dumps(value, ensure_ascii=False, separators=(",", ":") if compact else None).encode()
    size, json_text.BLOCK = json_text.BLOCK, block
    try:
        source = JsonSource(body)
        text = whole(source)
        lines = Lines(JsonSource(body))
        while lines.grow(1):
            pass
        rows = lines.read(0, 10**9)
    finally:
        json_text.BLOCK = size

    assert re.sub(r"\s", "", body.decode()) == re.sub(r"\s", "", text)
    assert value == json.loads(text)
    assert source.whole_json
    assert lines.rows == len(rows)
    assert lines.lines == sum(row.number is not None for row in rows)


@given(value=VALUES)
def test_indents_as_everybody_does(value: Any) -> None:
    """The layout is that of json.dumps with two spaces."""
    body = json.dumps(value, ensure_ascii=False).encode()

    assert json.dumps(value, ensure_ascii=False, indent=2) == show_json(body, "application/json").text


@pytest.mark.parametrize("body", [b"{", b'{"a":1}}', b'{"a":NaN}', b"[1,]", b"", b"hello", b'{"a" 1}', b'"open'])
def test_refuses_what_is_no_json(body: bytes) -> None:
    """A body that is not JSON is left to the next view."""
    with pytest.raises(Unreadable):
        show_json(body, "application/json")


def test_refuses_a_large_body_with_open_brackets(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the size that is checked, brackets and quotes still have to fit."""
    monkeypatch.setattr(json_text, "CHECKED", 0)

    with pytest.raises(Unreadable, match="brackets"):
        show_json(b'{"a": [1, 2, "x}"', "application/json")


def test_reads_utf16() -> None:
    """JSON in another charset is shown all the same."""
    assert '{\n  "ä": 1\n}' == show_json('{"ä":1}'.encode("utf-16"), "application/json").text


def test_numbers_of_any_length_are_json() -> None:
    """Python's own limit on digits does not matter, as numbers are not read."""
    assert is_json(b"9" * 10_000)


def test_long_strings_go_on_in_rows_without_number() -> None:
    """A string that is longer than a row is shown in several, and copied as one."""
    lines = Lines(JsonSource(b'["' + b"x" * 2_500 + b'"]'))
    while lines.grow(1):
        pass

    rows = lines.read(0, 10)

    assert [1, 2, None, None, 3] == [row.number for row in rows]
    assert max(len(row.text) for row in rows) == LONGEST


def test_the_first_rows_are_there_at_once() -> None:
    """Of 20 MB the first rows stand after one step, which reads one block."""
    body = b"[" + b",".join(b'{"id": %d, "name": "somebody", "tags": ["a", "b"]}' % i for i in range(400_000)) + b"]"
    lines = Lines(JsonSource(body))
    lines.grow(0)

    assert 500 < lines.rows < 20_000
    assert ["[", "  {", '    "id": 0,'] == [row.text for row in lines.read(0, 3)]
