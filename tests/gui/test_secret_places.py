"""The places that hold a sender's secret."""

from dataclasses import replace

from inspector.core.verdict import Judgement
from inspector.gui.secret_places import body_names, header_names, names_of, noting, place_words
from tests.captures import capture_of, head_of

JUDGEMENT = Judgement(sensitive=("header:X-Gitlab-Token", "json:event.token", "form:code"))


def test_a_place_is_named_without_its_kind() -> None:
    """One without a kind is named as it is."""
    assert place_words("header:X-Gitlab-Token") == "X-Gitlab-Token"
    assert place_words("Authorization") == "Authorization"


def test_places_in_the_head_and_in_the_body() -> None:
    """Together they are all."""
    assert header_names(JUDGEMENT) == ("X-Gitlab-Token",)
    assert body_names(JUDGEMENT) == ("event.token", "code")
    assert names_of(JUDGEMENT) == header_names(JUDGEMENT) + body_names(JUDGEMENT)


def test_what_goes_by_is_noted_once() -> None:
    """Only what went by, each name once, in the order in which it came."""
    plain = capture_of(head_of(b"POST / HTTP/1.1"), b"")
    secret = replace(plain, judgement=JUDGEMENT)
    found: dict[str, None] = {}
    passing = noting([plain, secret, secret], found)

    assert (next(passing), found) == (plain, {})
    assert list(passing) == [secret, secret]
    assert list(found) == ["X-Gitlab-Token", "event.token", "code"]
