"""Filling what is new into a body."""

from dataclasses import replace

import pytest

from inspector.providers.samples.payments import PAYMENT_SUCCEEDED
from inspector.providers.samples.sample import Values, Written
from inspector.providers.samples.template import Json, body_of, fill, fill_text, headers_of

VALUES: Values = {"id": "evt_1", "n": 4200}


def test_a_name_alone_keeps_its_type() -> None:
    """A number becomes a number of JSON; inside of a text it is written; braces of others are left alone."""
    template: Json = {"id": "${id}", "list": ["${n}", "a ${n} b", "{/sha}"], "none": None, "yes": True}

    assert fill(template, VALUES) == {"id": "evt_1", "list": [4200, "a 4200 b", "{/sha}"], "none": None, "yes": True}


def test_a_name_without_a_value_is_our_mistake() -> None:
    """It never goes out unfilled."""
    with pytest.raises(KeyError):
        fill_text("${unknown}", VALUES)


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
    command = replace(PAYMENT_SUCCEEDED, provider="slack", file="slash_command")

    assert body_of(command, dict.fromkeys(("release", "response", "trigger"), "x"), written).startswith(begins)


def test_header_fields_are_filled_too() -> None:
    """In their order."""
    sample = replace(PAYMENT_SUCCEEDED, headers=(("A", "${id}"), ("B", "b")))

    assert headers_of(sample, VALUES).texts() == [("A", "evt_1"), ("B", "b")]
