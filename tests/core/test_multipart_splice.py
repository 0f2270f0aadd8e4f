"""Fields of multipart forms, where they stand."""

import pytest

from inspector.core.assignments import assign, parse_assignment
from inspector.core.errors import UsageError
from inspector.core.multipart_splice import boundary_of, text_fields, with_field

TYPE = 'multipart/form-data; boundary="b 1"'
HEAD = b'--b 1\r\ncontent-disposition: form-data; name="'
BODY = (
    HEAD + b'json"\r\n\r\n{ "event":{"n":1}, "z":1.0 }\r\n'
    + HEAD + b'json.file"; filename="a.pdf"\r\n\r\n\x00\xff\r\n'
    + HEAD + b'text"\r\nContent-Type: text/plain\r\n\r\n\r\n--b 1--\r\n'
)  # fmt: skip


@pytest.mark.parametrize(
    ("content_type", "boundary"),
    [(TYPE, b"b 1"), ("multipart/form-data;Boundary=---x", b"---x"), ("multipart/form-data", b"")],
)
def test_the_boundary(content_type: str, boundary: bytes) -> None:
    """Quoted or not, in any case; empty where none is named."""
    assert boundary_of(content_type) == boundary


def test_fields_without_files() -> None:
    """By name, with the bytes of their values; what is no form has none."""
    assert [(field.name, BODY[field.start : field.end]) for field in text_fields(BODY, b"b 1")] == [
        ("json", b'{ "event":{"n":1}, "z":1.0 }'), ("text", b""),
    ]  # fmt: skip
    assert text_fields(b"hello", b"b 1") == []
    assert with_field(b"hello", b"b 1", "a", "1") == b"hello"


@pytest.mark.parametrize(
    ("written", "old", "new"),
    [
        ("text=Ü & 2", b"text/plain\r\n\r\n", "text/plain\r\n\r\nÜ & 2".encode()),
        ("json.event.n:=2", b'{"n":1}', b'{"n":2}'),
        ('new=a"b', b"--b 1--", b'--b 1\r\nContent-Disposition: form-data; name="new"\r\n\r\na"b\r\n--b 1--'),
    ],
)
def test_one_is_set(written: str, old: bytes, new: bytes) -> None:
    """All other bytes stay, files too."""
    assert assign(BODY, TYPE, [parse_assignment(written)]) == BODY.replace(old, new)


def test_a_path_that_leads_nowhere() -> None:
    """Is told as in any other JSON."""
    with pytest.raises(UsageError, match=r"there is event, z"):
        assign(BODY, TYPE, [parse_assignment("json.evnt.n=1")])
