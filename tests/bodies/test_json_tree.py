"""The tree of a JSON body: one level at a time, everything as received."""

from inspector.bodies.json_tree import Node, children, path_of, root

BODY = rb'{"id": 1152921505151679042, "a": 1.0, "a": [1, {"k": null}, []], "e\"s": "x\/y, {}", "o": {}}'


def only(nodes: object) -> list[Node]:
    return [node for node in nodes if node is not None]  # type: ignore[attr-defined]


def test_shows_values_as_received() -> None:
    """Keys and values stand as in the bytes, repeated keys in order, and brackets say how many values they hold."""
    [top] = only(root(BODY))

    assert ("object", 5) == (top.kind, top.held)
    assert [
        ('"id"', "number", "1152921505151679042"),
        ('"a"', "number", "1.0"),
        ('"a"', "array", "[ 3 ]"),
        (r'"e\"s"', "string", r'"x\/y, {}"'),
        ('"o"', "object", "{}"),
    ] == [(node.key, node.kind, node.preview(BODY)) for node in only(children(BODY, top))]


def test_goes_deeper_when_asked() -> None:
    """Values of an array have no key but a place."""
    [top] = only(root(BODY))
    array = only(children(BODY, top))[2]
    inner = only(children(BODY, array))

    assert [(None, 0, "1"), (None, 1, "{ 1 }"), (None, 2, "[]")] == [
        (node.key, node.index, node.preview(BODY)) for node in inner
    ]
    assert "a[1].k" == path_of([top, array, inner[1], only(children(BODY, inner[1]))[0]])


def test_pauses_in_large_values() -> None:
    """Reading through a large value gives chances to pause."""
    body = b"[" + b"[1]," * 50_000 + b"1]"

    assert list(root(body)).count(None) > 40


def test_the_outermost_value_of_a_large_body_is_there_at_once() -> None:
    """Nothing is counted before it is shown; its values come one by one."""
    body = b" [" + b"[1]," * 100_000 + b"{}]"
    [top] = list(root(body))

    assert top is not None
    assert "[ … ]" == top.preview(body)
    assert 100_001 == len(only(children(body, top)))


def test_an_unfinished_body_has_a_tree() -> None:
    """What was cut off in the middle is shown as far as it goes."""
    body = b'{"a": [1, 2'
    [top] = only(root(body))

    assert ['"a"'] == [node.key for node in only(children(body, top))]


def test_long_values_are_cut() -> None:
    """A value of a megabyte does not go into the tree whole."""
    body = b'"' + b"x" * 1_000_000 + b'"'
    [top] = only(root(body))

    assert 301 == len(top.preview(body))
