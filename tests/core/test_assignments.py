"""Assignments: how they are written and what they do to a body."""

import pytest

from inspector.core.assignments import Assignment, assign, parse_assignment, steps_of
from inspector.core.errors import UsageError

FORM = "application/x-www-form-urlencoded; charset=utf-8"


@pytest.mark.parametrize(
    ("written", "path", "json"),
    [
        ("data.currency=eur", "data.currency", '"eur"'),
        ("a=", "a", '""'),
        ("a=b=c", "a", '"b=c"'),
        ("a:=4200", "a", "4200"),
        ("a:=1.50", "a", "1.50"),
        ("a:= [1, 2] ", "a", "[1, 2]"),
        ("a=4200", "a", '"4200"'),
        ("name=Zoë", "name", '"Zoë"'),
    ],
)
def test_an_assignment_is_read(written: str, path: str, json: str) -> None:
    """`=` sets a text, `:=` a value of JSON exactly as it is written."""
    assert parse_assignment(written) == Assignment(path=path, json=json)


@pytest.mark.parametrize("written", ["amount", "=x", ":=1", "a:=eur", "a:=", "a:=NaN", "a:={", ""])
def test_what_is_no_assignment(written: str) -> None:
    """Refused with an example, not guessed."""
    with pytest.raises(UsageError, match=r"Write it like|JSON is expected"):
        parse_assignment(written)


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("a", ("a",)),
        ("data.object.id", ("data", "object", "id")),
        ("items[0].sku", ("items", 0, "sku")),
        ("[2]", (2,)),
        ("a[0][12].b-c", ("a", 0, 12, "b-c")),
    ],
)
def test_a_path_is_read(path: str, steps: tuple[str | int, ...]) -> None:
    """Names between dots, indexes in brackets."""
    assert steps_of(path) == steps


@pytest.mark.parametrize("path", [".a", "a.", "a..b", "a[", "a[x]", "a[0]b", "a.[0]x", "]"])
def test_a_path_that_cannot_be_read(path: str) -> None:
    """The place where reading stopped is named."""
    with pytest.raises(UsageError, match="cannot be read at"):
        steps_of(path)


def test_a_json_body_keeps_all_but_the_places() -> None:
    """Several are set in order, the second upon the first."""
    body = '{ "amount": 1.0, "name": "Zoë" }'.encode()
    sets = [parse_assignment(one) for one in ("amount:=4200", "name=Ada", "more:={}", "more.deep=yes")]

    assert assign(body, "application/json", sets) == b'{ "amount": 4200, "name": "Ada", "more": {"deep":"yes"} }'


def test_a_field_of_a_form() -> None:
    """The whole path is the name of the field; one that is missing is added, a value of JSON is written as it is."""
    body = b"token=a%20b&items%5B0%5D=1&text="
    sets = [parse_assignment(one) for one in ("text=to staging & back", "items[0]:=2", 'new:="ä"')]

    assert assign(body, FORM, sets) == b"token=a%20b&items%5B0%5D=2&text=to+staging+%26+back&new=%C3%A4"
    assert assign(b"", FORM, [parse_assignment("a=1")]) == b"a=1"


def test_a_document_in_a_field_of_a_form() -> None:
    """As Slack sends what somebody clicked: the path goes on into it; a field of exactly that name comes first."""
    body = b"token=x&payload=%7B%22user%22%3A%7B%22id%22%3A%22U1%22%7D%2C%22n%22%3A1%7D&a.b=1"

    assert set_to(body, "payload.user.id=Ü 2") == (
        b"token=x&payload=%7B%22user%22%3A%7B%22id%22%3A%22%C3%9C+2%22%7D%2C%22n%22%3A1%7D&a.b=1"
    )
    assert set_to(body, "a.b=2").endswith(b"&a.b=2")
    assert set_to(body, "token.part=2").endswith(b"&token.part=2")
    assert set_to(b"items=[1,2]", "items[1]:=3") == b"items=%5B1%2C3%5D"
    with pytest.raises(UsageError, match=r"“team\.id”"):
        set_to(body, "payload.team.id=T1")


def set_to(body: bytes, written: str) -> bytes:
    """A form with one assignment made."""
    return assign(body, FORM, [parse_assignment(written)])


def test_a_body_that_is_no_text() -> None:
    """Nothing of it can be set."""
    with pytest.raises(UsageError, match="no text in UTF-8"):
        assign(b"\xff\x00", "application/json", [parse_assignment("a=1")])
