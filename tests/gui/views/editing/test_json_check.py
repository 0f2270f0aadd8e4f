"""JSON that can be read, and JSON that cannot."""

import pytest

from inspector.gui.views.editing.json_check import json_problem, says_json, set_out


@pytest.mark.parametrize("text", ["1", '{"a": [1.0, 1e400], "a": "\\u0000"}', "[" * 100_000 + "]" * 100_000, ' "x" '])
def test_json_is_no_problem(text: str) -> None:
    """Numbers are not read, and no depth is too much."""
    assert json_problem(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Line 1, column 1: no JSON value begins here."),
        ('{"a": 1,\n "b": tru}', "Line 2, column 7: no JSON value begins here."),
        ('{"a" 1}', "Line 1, column 6: a colon is expected."),
        ('{"a": 1 "b"}', "Line 1, column 9: a comma or a closing bracket is expected."),
        ("{a: 1}", "Line 1, column 2: a name in double quotes is expected."),
        ('["NaN",\n NaN]', "Line 2, column 2: JSON has no such number."),
        ("[1]\n]", "Line 2, column 1: the JSON ended before this."),
        ('["a', "Line 1, column 2: this string has no closing quote."),
        ('["\n"]', "Line 1, column 3: a line break or control character stands inside of a string."),
    ],
)
def test_the_place_is_named(text: str, said: str) -> None:
    """Line and column, counted from 1, and what is wrong there in words."""
    assert json_problem(text) == said


def test_set_out_changes_white_space_alone() -> None:
    """Big integers, number forms, escapes, repeated names and the last line end stay."""
    text = '{"n":1152921505151679042,"n":1.0,"e":1E5,"s":"\\u00e9 \\/","o":{},"l":[1,2]}\n'
    shown = set_out(text)

    assert shown is not None
    assert shown.count("\n") == 11
    assert "".join(line.strip() for line in shown.split("\n")).replace('": ', '":') == text.strip()
    assert shown.endswith("}\n")
    assert set_out("{") is None


def test_the_media_type_decides() -> None:
    """JSON by itself or behind a plus."""
    assert says_json("application/json; charset=utf-8")
    assert says_json("application/cloudevents+json")
    assert not says_json("text/plain")
