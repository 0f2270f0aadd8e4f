"""Contentful's lines of method, path, listed header fields and body."""

from datetime import timedelta

import pytest

from inspector.core.request import Request
from inspector.providers.entries.contentful import LISTED, TIME, fields_of, list_fields, path_of
from inspector.providers.signing import sign_request
from tests.providers.entries.sending import asking, subject
from tests.providers.made import NOW, diagnosed, judged, request, secret, with_header

SECRET = b"a" * 64
GOOD = secret("contentful", SECRET)


def sent() -> Request:
    """An entry was published."""
    bare = request({"X-Contentful-Topic": "ContentManagement.Entry.publish", "X-Other": "1"})
    return sign_request("contentful", bare, secret=SECRET, now=NOW)


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/hook", b"/hook"),
        ("/a%20b?x=1&y=%2F", b"/a%2520b?x%253D1%2526y%253D%25252F"),
        ("/é?z='(1)'", b"/%C3%A9?z%253D'(1)'"),
        ("/[a]", b"/%5Ba%5D"),
        ("/a?", b"/a"),
        ("/a?x?y", b"/a?x"),
    ],
)
def test_the_path_is_written_as_its_library_writes_it(target: str, path: bytes) -> None:
    """What encodeURI lets stand stays; a query is escaped as one value before that, and ends at a question mark."""
    assert path_of(subject(asking(request({}), target), "")) == path


@pytest.mark.parametrize(
    ("target", "digest"),
    [
        ("/hook", "19c070d42d795e8c9f8cbbc56b568479c3d7354d75065d98762f1c871275cf9c"),
        ("/a/b?x=1&y=z", "96a56926a1d69fbd5e06d7a936eb36a3c67bb91414d345aa73eba87a22cf5a0a"),
        ("/caf%C3%A9?x=%20y", "d972355c9d5e1e899e945247532c8954d7457fe74632ba00dca817dbd5dcc859"),
        ("/a?x=1?y=2", "b5f579a640d977faa97b17de62b09052399cd60ddffc362c1a03d37ca31841f5"),
    ],
)
def test_what_its_library_signed_matches(target: str, digest: str) -> None:
    """Made with signRequest of @contentful/node-apps-toolkit 3.16.1; the time is long ago."""
    listed = {"x-a": "1", LISTED: f"x-a,{LISTED},{TIME}", TIME: "1700000000000", "x-contentful-signature": digest}
    verdict = judged(asking(request(listed, b"{}"), target), GOOD).verdict

    assert verdict.matches is True


def test_listed_fields_stand_in_order_of_their_names() -> None:
    """In lower case, without blanks around their values; a list that names one which is not there signs nothing."""
    made = request({LISTED: f"X-B,{LISTED},x-a", "x-a": " 1 ", "X-B": "2"})

    assert fields_of(subject(made, "")) == f"x-a:1;x-b:2;{LISTED}:X-B,{LISTED},x-a".encode()
    assert fields_of(subject(request({LISTED: "x-a,x-b", "x-a": "1"}), "")) is None
    assert fields_of(subject(request({LISTED: ""}), "")) is None
    assert fields_of(subject(request({}), "")) is None


def test_a_list_of_any_length_ends() -> None:
    """Names without end are no list."""
    assert fields_of(subject(request({LISTED: "x-a," * 5000, "x-a": "1"}), "")) is None


def test_our_own_list_names_what_is_there() -> None:
    """Content type, topic, time and the list itself; a list that came with a request is kept."""
    listed = list_fields(request({"X-Contentful-Topic": "t"}), NOW)
    kept = list_fields(request({LISTED: TIME}), NOW)

    assert listed.headers.get(LISTED) == f"content-type,{LISTED},{TIME},x-contentful-topic"
    assert (kept.headers.get(LISTED), kept.headers.get(TIME)) == (TIME, "1700000000000")


def test_everything_that_is_listed_is_protected() -> None:
    """Path and listed fields, too; a field that is not listed may change."""
    assert judged(sent(), GOOD).verdict.status == "valid"
    assert judged(with_header(sent(), "X-Other", "2"), GOOD).verdict.status == "valid"
    assert judged(with_header(sent(), "X-Contentful-Topic", "t"), GOOD).verdict.status == "invalid"
    assert judged(asking(sent(), "/hook2"), GOOD).verdict.status == "invalid"


def test_thirty_seconds_are_the_limit() -> None:
    """As its library has it."""
    late = sign_request("contentful", request({}), secret=SECRET, now=NOW - timedelta(seconds=31))

    assert diagnosed(late, GOOD).verdict.causes == ("timestamp-stale",)
