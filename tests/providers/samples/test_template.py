"""Filling what is new into a body."""

from dataclasses import replace

import pytest

from inspector.providers.multipart_form import multipart_fields
from inspector.providers.samples.payments import PAYMENTS
from inspector.providers.samples.sample import Values, Written
from inspector.providers.samples.template import Json, body_of, fill, fill_text, headers_of, include, write

VALUES: Values = {"id": "evt_1", "n": 4200}
_ANY = dict.fromkeys(("event", "message", "order", "seconds"), "x")


def test_a_name_alone_keeps_its_type() -> None:
    """A number becomes a number of JSON; inside of a text it is written; braces of others are left alone."""
    template: Json = {"id": "${id}", "list": ["${n}", "a ${n} b", "{/sha}"], "none": None, "yes": True}

    assert fill(template, VALUES) == {"id": "evt_1", "list": [4200, "a 4200 b", "{/sha}"], "none": None, "yes": True}


def test_a_name_without_a_value_is_our_mistake() -> None:
    """It never goes out unfilled."""
    with pytest.raises(KeyError):
        fill_text("${unknown}", VALUES)


def test_what_many_bodies_share_stands_once() -> None:
    """A part comes with the parts inside of it; fields beside its name replace its own, or stand behind them."""
    mira = include({"$include": "mira"}, "github")
    template: Json = [{"sender": {"$include": "mira", "login": "lena", "note": {"$include": "mira"}}}]
    included = include(template, "github")

    assert isinstance(mira, dict)
    assert mira["type"] == "User"
    assert included == [{"sender": {**mira, "login": "lena", "note": mira}}]


@pytest.mark.parametrize(
    ("written", "begins"),
    [
        ("compact", b'{"token":"sample-verification-token","team_id":"T07'),
        ("spaced", b'{"token": "sample-verification-token", "team_id": "T07'),
        ("indented", b'{\n  "token": "sample-verification-token",\n  "team_id": "T07'),
        ("form", b"token=sample-verification-token&team_id=T07"),
    ],
)
def test_bodies_are_written_as_their_provider_writes_them(written: Written, begins: bytes) -> None:
    """Down to the white space."""
    command = replace(PAYMENTS[0], provider="slack", file="slash_command")

    assert body_of(command, dict.fromkeys(("release", "response", "trigger"), "x"), written).startswith(begins)


def test_a_list_repeats_its_field() -> None:
    """Of a form; what is nested beyond that is JSON in one field."""
    template: Json = {"to": ["a@x", "b@x"], "n": 4, "items": [{"sku": "é"}], "raw": {"q": 1}}

    assert _written(template, "form") == (
        b"to=a%40x&to=b%40x&n=4&items=%5B%7B%22sku%22%3A%22%C3%A9%22%7D%5D&raw=%7B%22q%22%3A1%7D"
    )


def test_a_form_in_parts() -> None:
    """It is read back with the boundary that its header names."""
    body = _written({"to": ["a@x", "b@x"], "raw": {"q": "ü"}}, "multipart")

    assert body.startswith(b'--x1\r\nContent-Disposition: form-data; name="to"\r\n\r\na@x\r\n--x1\r\n')
    assert body.endswith(b"\r\n--x1--\r\n")
    assert multipart_fields(body, "multipart/form-data; boundary=x1") == {"to": "a@x", "raw": '{"q":"ü"}'}


def test_what_stands_behind_a_document() -> None:
    """Some providers end it with the end of a line, and sign that too."""
    assert body_of(replace(PAYMENTS[0], provider="sendgrid", file="delivered", end="\r\n"), _ANY, "compact")[-4:] == (
        b"}]\r\n"
    )


def test_a_text_is_sent_as_it_is() -> None:
    """Without the quotes of JSON."""
    assert _written("eyJ.${id}", "text") == b"eyJ.evt_1"


def _written(template: Json, written: Written) -> bytes:
    headers = (("Content-Type", "multipart/form-data; boundary=x1"),)
    return write(fill(template, VALUES), replace(PAYMENTS[0], headers=headers), written)


def test_header_fields_are_filled_too() -> None:
    """In their order."""
    sample = replace(PAYMENTS[0], headers=(("A", "${id}"), ("B", "b")))

    assert headers_of(sample, VALUES).texts() == [("A", "evt_1"), ("B", "b")]
