"""Arrivals as rows."""

from dataclasses import replace

from inspector.core.capture import Arrival
from inspector.core.headers import Headers
from inspector.store.kept import Kept
from inspector.store.rows import CAPTURE_COLUMNS, CONTENT_COLUMNS, capture_values, cleaned, content_values, insertion
from tests.captures import head_of, request_of
from tests.store.arrivals import arrival


def narrow(one: Arrival) -> dict[str, object]:
    """The narrow row by column."""
    values = capture_values(one, Kept(id=3), 1_000_000, None, 1_250_000)
    return dict(zip(CAPTURE_COLUMNS.split(", "), values, strict=True))


def test_an_absolute_target_has_its_own_host() -> None:
    """Host and path are those that the request's properties tell."""
    for head in (
        head_of(b"GET http://a:1/b?c=/d HTTP/1.1", b"Host: other"),
        head_of(b"GET /a//b%2F?c#d HTTP/1.1", b"hOST: x", b"Content-TYPE: Text/Plain; q"),
        head_of(b"OPTIONS * HTTP/1.1"),
        b"",
    ):
        request = request_of(head)
        row = narrow(replace(arrival(), request=request))

        assert (row["path"], row["host"], row["content_type"]) == (request.path, request.host, request.content_type)


def test_truth_values_are_numbers() -> None:
    """For a bool sqlite3 looks for an adapter, which doubled the cost of a capture."""
    one = arrival(provider="stripe")

    values = capture_values(one, Kept(id=3), 1, 7, 2) + content_values(one, 3, None)

    assert {type(value) for value in values} <= {int, float, str, bytes, type(None)}


def test_rows_have_a_value_for_each_column() -> None:
    """And a statement a mark for each value."""
    one = arrival(response=None)

    assert len(content_values(one, 3, None)) == len(CONTENT_COLUMNS.split(", "))
    assert insertion("contents", CONTENT_COLUMNS, 3).count("?") == 3 * len(CONTENT_COLUMNS.split(", "))
    assert narrow(one)["status"] is None
    assert narrow(one)["duration_ms"] is None


def test_a_duration_that_was_not_measured_reaches_to_the_batch() -> None:
    """In milliseconds."""
    one = arrival()
    assert one.response is not None

    assert narrow(replace(one, response=replace(one.response, duration_ms=None)))["duration_ms"] == 250.0
    assert narrow(one)["duration_ms"] == 1.5


def test_only_text_that_utf8_cannot_hold_is_changed() -> None:
    """Bytes and numbers stay, and so does NUL."""
    assert cleaned(("a\ud800b", "é\x00", b"\xff", 1, None)) == ("a?b", "é\x00", b"\xff", 1, None)


def test_equal_response_headers_are_written_once() -> None:
    """And different ones are not taken for each other."""
    one = arrival()
    assert one.response is not None
    texts = {
        content_values(replace(one, response=replace(one.response, headers=Headers.of(("a", value)))), 1, None)[7]
        for value in ("1", "2", "1")
    }

    assert texts == {'[["a","1"]]', '[["a","2"]]'}
