"""One value set in a JSON text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.errors import UsageError
from inspector.core.json_splice import put

TEXT = '{\n  "id": "evt_1",\n  "n": 1.50,\n  "data": {"items": [ {"sku":"a"}, {"sku":"b"} ], "none": {}}\n}\n'


@pytest.mark.parametrize(
    ("path", "value", "old", "new"),
    [
        (("id",), '"evt_2"', '"evt_1"', '"evt_2"'),
        (("n",), "1152921505151679042", "1.50", "1152921505151679042"),
        (("data", "items", 1, "sku"), "null", '"b"', "null"),
        (("data", "items", 0), "[]", '{"sku":"a"}', "[]"),
    ],
)
def test_nothing_but_the_value_changes(path: tuple[str | int, ...], value: str, old: str, new: str) -> None:
    """White space, the look of other numbers and the order stay as they were."""
    assert put(TEXT, path, value) == TEXT.replace(old, new)


@pytest.mark.parametrize(
    ("text", "path", "wanted"),
    [
        (TEXT, ("note",), TEXT.replace("}}\n}", '}},\n  "note": 1\n}')),
        (TEXT, ("data", "none", "x"), TEXT.replace('"none": {}', '"none": {"x":1}')),
        ('{"a":1}', ("b",), '{"a":1,"b":1}'),
        ('{"a": 1, "c": 2}', ("b",), '{"a": 1, "c": 2, "b": 1}'),
        ('[{"a":0}]', (0, "b"), '[{"a":0,"b":1}]'),
    ],
)
def test_a_name_that_is_missing_is_added_like_the_others(text: str, path: tuple[str | int, ...], wanted: str) -> None:
    """Behind the last one, with the white space that the others have."""
    assert put(text, path, "1") == wanted


def test_of_a_repeated_name_the_last_is_set() -> None:
    """That is the one which most readers see."""
    assert put('{"a":1,"a":2}', ("a",), "3") == '{"a":1,"a":3}'


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (("dat", "items"), "there is no “dat”; there is id, n, data."),
        (("data", "items", 7, "sku"), "there is no “data.items[7]”; the list has 2 entries"),
        (("data", "none", "x", "y"), "there is no “data.none.x”; the object is empty."),
        (("id", "x"), "“id” is not an object"),
        (("data", 0), "“data” is not a list"),
        ((0,), "The body is not a list"),
    ],
)
def test_the_place_that_is_not_there_is_named(path: tuple[str | int, ...], sentence: str) -> None:
    """With what is there instead."""
    with pytest.raises(UsageError) as raised:
        put(TEXT, path, "1")

    assert sentence in str(raised.value)


@pytest.mark.parametrize("text", ["", "hello", '{"a":', "[" * 100_000])
def test_a_body_that_is_no_json(text: str) -> None:
    """Said in a sentence, however it is broken."""
    with pytest.raises(UsageError, match="no JSON"):
        put(text, ("a",), "1")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(st.text(), JSON, max_size=4), st.text(), JSON, st.sampled_from([None, 1]))
def test_what_was_put_is_what_is_read(
    document: dict[str, object], name: str, value: object, indent: int | None
) -> None:
    """Any name of any object, whatever stands around it."""
    text = json.dumps(document, indent=indent)

    assert json.loads(put(text, (name,), json.dumps(value))) == document | {name: value}
