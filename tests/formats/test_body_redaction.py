"""A body without the values under certain names."""

import json
from urllib.parse import parse_qs

import pytest

from inspector.formats.body_redaction import without_values

TOKEN = frozenset({"token"})
NONE = frozenset[str]()


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (rb'{"tok\u0065n" : "SECRET","a":1.50}', rb'{"tok\u0065n" : "[redacted]","a":1.50}'),
        (b'{"token":"SECRET","token":"SECRET"}', b'{"token":"[redacted]","token":"[redacted]"}'),
        (b'[{"a": {"Token": "SECRET"}}, "token"]', b'[{"a": {"Token": "[redacted]"}}, "token"]'),
        (b'{"token":{"x":["SECRET","}"]} , "b":[]}', b'{"token":"[redacted]" , "b":[]}'),
        (rb'{"a":"\"token\":\"kept\"","token":-1E3}', rb'{"a":"\"token\":\"kept\"","token":"[redacted]"}'),
        (b'\xef\xbb\xbf {"token":null}\n', b'\xef\xbb\xbf {"token":"[redacted]"}\n'),
        (b'{"token":"SECRET', b'{"token":"[redacted]"'),
        (rb'{"tok\xen":1}', rb'{"tok\xen":1}'),
    ],
)
def test_members_are_found_however_they_are_written(body: bytes, left: bytes) -> None:
    """Escaped, repeated, nested, in another case, as a list or an object; text that looks like a member stays."""
    assert without_values(body, TOKEN, NONE) == left


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (b"tok%65n=SECRET&a=%41", b"tok%65n=[redacted]&a=%41"),
        (b"token=SECRET&TOKEN=SECRET&token", b"token=[redacted]&TOKEN=[redacted]&token=[redacted]"),
        (b"token=SE CRET\r\n", b"token=[redacted]"),
        (b"my+token=kept&a=token=kept", b"my+token=kept&a=token=kept"),
        (b"{=1&token=SECRET", b"{=1&token=[redacted]"),
    ],
)
def test_fields_are_found_however_they_are_written(body: bytes, left: bytes) -> None:
    """Escaped, repeated, in another case, without a value; the others stay as they came."""
    assert without_values(body, NONE, TOKEN) == left


def test_a_document_in_a_form_loses_its_members() -> None:
    """Slack sends what people click as JSON in the field `payload`; a form without one stays byte for byte."""
    left = without_values(b"a=%41&payload=%7B%22token%22%3A%22SECRET%22%2C%22b%22%3A%22x+y%22%7D", TOKEN, TOKEN)

    assert left.startswith(b"a=%41&payload=")
    assert json.loads(parse_qs(left.decode())["payload"][0]) == {"token": "[redacted]", "b": "x y"}
    plain = b"payload=%7b%22a%22%3a1%7d"
    assert without_values(plain, TOKEN, NONE) == plain
