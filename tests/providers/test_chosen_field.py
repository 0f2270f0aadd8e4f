"""Header fields whose name the user chose."""

import pytest

from inspector.core.errors import UsageError
from inspector.providers.chosen_field import CHOSEN, LONGEST, MOST, chosen_fields, put_token
from inspector.providers.explanation import explain
from inspector.providers.payload import Payload
from inspector.providers.reading import raw_value, read_all
from inspector.providers.registry import SCHEMES
from inspector.providers.sensitive import sensitive_places
from tests.providers.made import basis, judged, request, secret

FROM_ASSEMBLYAI = b'{"transcript_id":"5552493-16d8-42d8-8feb-c2a16b56f6e8","status":"completed"}'


def test_what_http_and_proxies_send_is_none_of_them() -> None:
    """Nor is an empty field, or one that is far too long for a secret."""
    made = request(
        {
            "User-Agent": "x",
            "X-Forwarded-For": "1.2.3.4",
            "CF-Ray": "7",
            "webhook-id": "msg_1",
            "X-My-Secret": "hush",
            "X-Empty": " ",
            "X-Long": "a" * (LONGEST + 1),
        }
    )

    assert chosen_fields(made) == [("X-My-Secret", b"hush")]


def test_how_many_are_looked_at_has_a_limit() -> None:
    """A request with a thousand fields is not tried a thousand times."""
    assert len(chosen_fields(request({f"X-{number}": "a" for number in range(MOST * 2)}))) == MOST


def test_no_field_stands_at_its_place() -> None:
    """Not even one that calls itself so."""
    made = request({"the chosen header field": "a"})

    assert raw_value(Payload(made, None), CHOSEN) is None


def test_a_token_is_found_under_any_name_and_the_name_is_told() -> None:
    """With every other field ruled out, and all of them marked as secret."""
    made = request({"X-Request-Source": "stt", "X-My-Secret": "hush"}, FROM_ASSEMBLYAI)

    good = judged(made, secret("assemblyai", b"hush"))

    assert (good.provider, good.verdict.status, good.verdict.covers_body) == ("assemblyai", "valid", False)
    assert good.verdict.explanation.startswith("X-My-Secret equals the secret “production”.")
    assert good.sensitive == ("header:X-Request-Source", "header:X-My-Secret")
    assert judged(made, secret("assemblyai", b"other")).verdict.status == "invalid"
    assert judged(made).verdict.status == "no-secret"


def test_what_is_shown_is_the_field_that_matched() -> None:
    """Masked, and not the first of the candidates."""
    made = request({"X-Request-Source": "somewhere-else", "X-My-Secret": "hush-hush-hush"}, FROM_ASSEMBLYAI)
    good = secret("assemblyai", b"hush-hush-hush")
    shown = explain(made, judged(made, good), basis(good))

    assert shown.received == "hus••••••••"
    assert shown.proof is not None
    assert "X-My-Secret" in str(shown.proof.snippets)


def test_with_no_such_field_a_request_is_unsigned() -> None:
    """Also where there is a secret."""
    made = request({"User-Agent": "python-requests/2"}, FROM_ASSEMBLYAI)

    assert judged(made, secret("assemblyai", b"hush")).verdict.status == "unsigned"
    assert read_all(SCHEMES["assemblyai-token"], Payload(made, FROM_ASSEMBLYAI)) == []
    assert sensitive_places(Payload(made, FROM_ASSEMBLYAI), None) == ()


def test_a_token_is_put_where_one_is() -> None:
    """In the field that holds it already, else in the only one that may be it, else in one of our choice."""
    two = request({"X-Trace": "abc", "X-Mine": "new"})

    assert put_token(two, "new") is two
    assert put_token(request({"X-Mine": "old"}), "new").headers.get("x-mine") == "new"
    assert put_token(request({"User-Agent": "a"}), "new").headers.get("x-webhook-token") == "new"


def test_a_foreign_field_is_never_written_over() -> None:
    """Where several may be the chosen one, a sentence names them."""
    with pytest.raises(UsageError, match="X-Trace, X-Mine"):
        put_token(request({"X-Trace": "abc", "X-Mine": "old"}), "new")
