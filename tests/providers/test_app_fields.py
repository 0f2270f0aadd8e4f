"""Fields that an app lost, added or changed are named from the body that it saw."""

import pytest

from inspector.providers.app_fields import LARGEST, fields_apart
from inspector.providers.frameworks import find_framework

CAME = b'{"id": "e", "note": "", "text": " x ", "n": 1.50, "e": {}, "data": {"url": "u", "l": [1, 2]}}'


@pytest.mark.parametrize(
    ("framework", "seen", "words"),
    [
        ("go", b'{"id":"e","note":"","text":" x ","n":1.5,"e":{},"data":{"l":[1,2]}}', "a field is missing: data.url."),
        ("go", b'{"id":"e"}', "fields are missing: note, text, n, e, data. A struct keeps only"),
        ("rails", (b'{"id":"e","note":"","text":" x ","n":1.5,"e":{},"data":{"url":"u","l":[1,2]},"controller":"c",'
         b'"action":"a"}'), "fields are added: controller, action. Those are of the route"),
        ("laravel", b'{"id":"e","note":null,"text":"x","n":1.5,"e":[],"data":{"url":"u","l":[1,2]}}',
         "a text is trimmed: text; an empty text is null: note. That is what TrimStrings"),
        ("flask", b'{"id":"f","note":"","text":" x ","n":1.5,"e":{},"data":{"url":"u","l":[1,2,3]}}',
         "a field is added: data.l[2]; a value is another: id."),
    ],
)  # fmt: skip
def test_what_is_apart(framework: str, seen: bytes, words: str) -> None:
    """By their paths, and with the framework's own reason where there is one."""
    assert words in fields_apart(CAME, seen, find_framework(framework))


@pytest.mark.parametrize(
    "seen",
    [b'{"data":{"l":[1.0,2],"url":"u"},"e":[],"n":1.5,"text":" x ","note":"","id":"e"}', b"[]", b"no", b"1", CAME],
)
def test_nothing_is_apart(seen: bytes) -> None:
    """Order, white space and the form of a number are no fields; what is no such document is not compared."""
    assert fields_apart(CAME, seen, None) == ""


def test_many_and_large() -> None:
    """Five are named and the others counted; above 2 MB nothing is read."""
    assert fields_apart(b'{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1}', b"{}", None).endswith(
        "a, b, c, d, e and 2 more."
    )
    assert fields_apart(b"[1]" + b" " * LARGEST, b"[2]", None) == ""


def test_a_true_is_no_one() -> None:
    """A value of another kind is another value."""
    assert "values are others: a, b" in fields_apart(b'{"a": true, "b": 1}', b'{"a": 1, "b": "1"}', None)
