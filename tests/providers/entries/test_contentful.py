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
        ("/a%20b?x=1&y=%2F", b"/a%20b?x=1&y=%2F"),
        ("/é?z='(1)'", b"/%E9?z='(1)'"),
        ("/[a]", b"/%5Ba%5D"),
    ],
)
def test_the_path_is_written_as_its_library_writes_it(target: str, path: bytes) -> None:
    """What encodeURI lets stand, escapes included, stays."""
    assert path_of(subject(asking(request({}), target), "")) == path


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
