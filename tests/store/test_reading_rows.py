"""Rows as what they stand for."""

import re
from dataclasses import fields, replace
from pathlib import Path

from inspector.core.capture import Origin, Summary
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.core.verdict import Judgement
from inspector.store.reader import Reader
from inspector.store.reading_rows import SUMMARY_COLUMNS
from inspector.store.store import Store
from tests.store.arrivals import arrival


def test_a_summary_has_a_column_for_each_of_its_fields() -> None:
    """In the same order, so none is taken for another."""
    columns = re.split(r", (?![^(]*\))", SUMMARY_COLUMNS)

    assert [column.rpartition(" ")[2] for column in columns] == [field.name for field in fields(Summary)]


def test_a_summary_holds_the_beginning_of_its_note(store: Store, reader: Reader) -> None:
    """A row shows no more of it, and one without a note asks the wide table nothing."""
    store.keep([replace(arrival(), note="x" * 1000), arrival()])

    assert [row.note for row in reader.summaries([1, 2])] == ["x" * 500, ""]


def test_a_summary_says_what_the_capture_says(store: Store, reader: Reader) -> None:
    """Field by field."""
    store.keep([arrival(provider="stripe", delivery_id="a", event="e"), arrival(provider="stripe", delivery_id="a")])

    for row, capture in zip(reader.summaries([1, 2]), reader.captures([1, 2]), strict=True):
        request, judgement, response = capture.request, capture.judgement, capture.response
        assert response is not None
        assert row == Summary(
            id=capture.id,
            received_at=request.received_at,
            method=request.method,
            target=request.target,
            host=request.host,
            content_type=request.content_type,
            size=request.body.size,
            endpoint=capture.endpoint,
            origin=capture.origin.kind,
            provider=judgement.provider,
            event=judgement.event,
            gist=judgement.gist,
            delivery_id=judgement.delivery_id,
            handshake=judgement.handshake,
            attempt=capture.attempt,
            duplicate_of=capture.duplicate_of,
            repeat=capture.repeat,
            signature=judgement.verdict.status,
            cause=judgement.verdict.cause,
            status=response.status,
            duration_ms=response.duration_ms,
            complete=request.complete,
            malformed=request.malformed is not None,
            pinned=capture.pinned,
            unread=capture.unread,
            has_note=capture.note != "",
            dispatches=len(capture.dispatches),
            again=1 if capture.id == 1 else 0,
            again_at=reader.capture(2).request.received_at if capture.id == 1 else None,
            again_unread=capture.id == 1,
        )


def test_an_import_brings_the_id_that_it_was_told(store: Store, reader: Reader, path: Path) -> None:
    """Ours is added only to what we told a sender."""
    told = Response(headers=Headers.of(("X-Capture-Id", "99")), duration_ms=1.0)

    store.keep([replace(arrival(response=told), origin=Origin(kind="import", file="a.har"))])

    assert reader.capture(1).response == told


def test_a_summary_of_a_handshake_says_what_was_told(store: Store, reader: Reader) -> None:
    """By what and why; other rows ask the wide table nothing."""
    asked = arrival(response=Response(by="handshake", why="It was sent back."))
    store.keep([replace(asked, judgement=Judgement(handshake="challenge")), asked])

    assert [(row.told_by, row.told_why) for row in reader.summaries([1, 2])] == [
        ("handshake", "It was sent back."),
        (None, ""),
    ]
