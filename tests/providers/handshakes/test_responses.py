"""What a handshake is told with: text, JSON or a status, and no line that ends early."""

import pytest

from inspector.providers.handshakes.handshake import LONGEST, Answered, Refused
from inspector.providers.handshakes.responses import (
    field_answer,
    json_response,
    ok_response,
    status_response,
    text_response,
    too_long,
)
from tests.providers.handshakes.asking import Asking, asked


def test_echoes_are_plain() -> None:
    """Never HTML, whatever the text is."""
    hostile = "<script>alert(1)</script>\r\nX: é"

    assert text_response(hostile).body == hostile.encode()
    assert text_response(hostile).headers.texts() == [("Content-Type", "text/plain")]
    assert json_response({"challenge": hostile + "\ud800"}).body.isascii()
    assert json_response({}).headers.get("content-type") == "application/json"


def test_a_status_alone_is_empty() -> None:
    """And what is told by default is no default any more: a handshake chose it."""
    assert (status_response(204).status, status_response(204).body) == (204, b"")
    assert (ok_response().by, ok_response().status, ok_response().body) == ("handshake", 200, b"ok")


@pytest.mark.parametrize("value", ["a\r\nSet-Cookie: x=1", "a b", "a\nb", "é", "", "x" * 1025, "a\x00"])
def test_a_field_takes_a_plain_token_only(value: str) -> None:
    """Nothing else goes into a response header."""
    assert isinstance(field_answer(asked(Asking(provider=""), value), "X-Hook-Secret", "why"), Refused)
    good = field_answer(asked(Asking(provider=""), "abc"), "X-Hook-Secret", "why")
    assert isinstance(good, Answered)
    assert good.response.headers.get("X-Hook-Secret") == "abc"


def test_length_is_bounded() -> None:
    """One more than that is said to be too long."""
    assert too_long("x" * LONGEST) == ""
    assert "4,096" in too_long("x" * (LONGEST + 1))
