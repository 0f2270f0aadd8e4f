"""The view of a body is chosen politely."""

import logging
from dataclasses import replace

import pytest

from inspector.bodies import registry
from inspector.bodies.json_text import JSON
from inspector.bodies.registry import VIEWS, view


@pytest.mark.parametrize(
    ("content", "header", "kind"),
    [
        (b'{"a":1}', "application/json", "json"),
        (b'{"a":1}', "application/vnd.api+json; charset=utf-8", "json"),
        (b"  [1]", "", "json"),
        (b'{"a":1}', "text/plain", "json"),
        (b"a=1&b=2", "application/x-www-form-urlencoded", "form"),
        (b"--b\r\n\r\nx\r\n--b--", "multipart/mixed; boundary=b", "multipart"),
        (b"<a/>", "application/soap+xml", "xml"),
        (b"<?xml version='1.0'?><a/>", "", "xml"),
        (b"hello", "text/plain", "text"),
        (b"hello", "", "text"),
        (b"", "", "text"),
        (b"\x89PNG\0", "image/png", "hex"),
    ],
)
def test_chooses_by_type_and_content(content: bytes, header: str, kind: str) -> None:
    """The media type counts, and where it says nothing the first bytes."""
    assert kind == view(content, header).kind


@pytest.mark.parametrize(
    ("content", "header", "kind", "note"),
    [
        (b"{broken", "application/json", "text", "not JSON"),
        (b"\0\1\2", "application/json", "hex", "not text"),
        (b"<broken", "text/xml", "text", "not XML"),
        (b"no parts", "multipart/form-data; boundary=b", "text", "boundary"),
    ],
)
def test_falls_back_with_a_note(content: bytes, header: str, kind: str, note: str) -> None:
    """What a type promises and the bytes do not hold is shown as text or hex, and the note says why."""
    shown = view(content, header)

    assert kind == shown.kind
    assert note in (shown.note or "")


def test_a_chosen_view_shows_its_error() -> None:
    """Asked for JSON, bytes that are none give the reason and not another view."""
    shown = view(b"hello", "text/plain", chosen="json")

    assert ("json", "", "This body is not JSON.") == (shown.kind, shown.text, shown.note)


def test_an_unknown_view_is_named() -> None:
    """Asked for what there is not, it says so."""
    assert "picture" in (view(b"", "", chosen="picture").note or "")


@pytest.mark.parametrize("name", [one.name for one in VIEWS])
def test_every_view_can_be_chosen(name: str) -> None:
    """No view raises, for any bytes."""
    for content in (b"", b"\0\xff" * 99, b'{"a":', b"a=1", b"<a/>"):
        assert name == view(content, "multipart/x; boundary=b", chosen=name).kind


@pytest.mark.logs(logging.ERROR)
def test_a_view_with_a_defect_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of our own in one view is logged, and the body is shown all the same."""

    def fail(content: bytes, header: str) -> None:
        raise KeyError("ours")

    broken = replace(JSON, show=fail)  # type: ignore[arg-type]
    monkeypatch.setattr(registry, "VIEWS", (broken, *VIEWS[1:]))
    shown = view(b'{"a":1}', "application/json")

    assert "text" == shown.kind
    assert "failed" in (shown.note or "")
