"""Secrets that stand on a request themselves."""

from base64 import b64encode

import pytest

from inspector.providers.payload import Payload
from inspector.providers.scheme_tokens import tokens_in
from tests.providers.described import KEY, secret, sent

TEXT = KEY.decode()


@pytest.mark.parametrize(
    ("headers", "target", "signature", "form"),
    [
        ({"X-Pass": TEXT}, "/", "header:X-Pass", "single"),
        ({"Authorization": f"Bearer {TEXT}"}, "/", "header:Authorization", "single"),
        ({"Authorization": "Basic " + b64encode(KEY).decode()}, "/", "header:Authorization", "basic"),
        ({}, f"/hook?key={TEXT}", "query:key", "single"),
    ],
)
def test_tokens_are_found(headers: dict[str, str], target: str, signature: str, form: str) -> None:
    """In a header field, behind Bearer, as Basic and in the query."""
    [(recipe, _)] = tokens_in(Payload(sent(headers, target=target), b""), secret())

    assert (recipe.signature, recipe.form, recipe.digest) == (signature, form, "token")


@pytest.mark.parametrize("value", [b"abc", KEY[:-1], KEY + b"4"])
def test_what_is_not_the_secret(value: bytes) -> None:
    """A part of it, or more than it, is none; one of three letters is not looked for."""
    request = sent({"X-Pass": TEXT, "X-Short": "abc"})

    assert list(tokens_in(Payload(request, b""), secret(value))) == []
