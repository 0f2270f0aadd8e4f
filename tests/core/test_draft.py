"""A draft: what it is as bytes, and what is wrong with one that cannot be sent."""

from dataclasses import replace

import pytest

from inspector.core.draft import Draft, differences, read_draft
from inspector.core.headers import Headers

DRAFT = Draft(
    method="PoST",
    target=b"/a%2Fb?x=\xe9",
    headers=Headers([(b"X-A", b"1"), (b"x-a", b"\xe9"), (b"Content-Length", b"2")]),
)


def test_a_draft_is_read_as_it_was_written() -> None:
    """Case, repeats, order and bytes that are no UTF-8 stay; the body begins behind the first empty line."""
    content = DRAFT.head() + b"a\r\n\r\nb"

    draft, start = read_draft(content)

    assert draft == DRAFT
    assert content[start:] == b"a\r\n\r\nb"


def test_without_an_empty_line_there_is_no_body() -> None:
    """A file that was cut off is a head."""
    draft, start = read_draft(b"GET / HTTP/1.0\r\nHost: a")

    assert (draft.method, draft.http_version, start) == ("GET", "1.0", 23)


@pytest.mark.parametrize("line", [b"GET /a HTTP/1.1\r\n", b"GET /a HTTP/1.1\n", b"GET  /a  HTTP/1.1\r\n"])
def test_odd_request_lines_have_the_same_target(line: bytes) -> None:
    """Spaces around it, or a line feed alone at the end, are none of it."""
    draft, _ = read_draft(line + b"Host: a\n\n")

    assert (draft.method, draft.target, draft.headers.get("host")) == ("GET", b"/a", "a")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ""),
        ({"method": ""}, "needs a method"),
        ({"method": "PO ST"}, "is no method"),
        ({"method": "PÖST"}, "is no method"),
        ({"target": b""}, "needs a path"),
        ({"target": b"/a b"}, "%20"),
        ({"target": b"/a\r\nX: y"}, "control character"),
        ({"headers": Headers([(b"", b"x")])}, "has no name"),
        ({"headers": Headers([(b"A B", b"x")])}, "'A B' is no name"),
        ({"headers": Headers([(b"A", b"x\r\nB: y")])}, "The value of A holds a line break"),
    ],
)
def test_what_cannot_be_sent_is_named(changes: dict[str, object], said: str) -> None:
    """Each with what is wrong."""
    problem = replace(DRAFT, **changes).problem()  # type: ignore[arg-type]

    assert said in problem
    assert bool(problem) == bool(said)


def test_what_differs_is_named() -> None:
    """A changed repeat, a field that came, one that went; what is the same is not named."""
    draft = replace(DRAFT, method="PUT", headers=Headers([(b"X-A", b"1"), (b"New", b"n"), (b"Content-Length", b"2")]))

    named = differences(DRAFT.method, DRAFT.target, Headers([*DRAFT.headers, (b"Old", b"")]), draft)

    assert named[0] == "method"
    assert sorted(name.lower() for name in named[1:]) == ["new", "old", "x-a"]
    assert differences(DRAFT.method, DRAFT.target, DRAFT.headers, DRAFT) == ()
