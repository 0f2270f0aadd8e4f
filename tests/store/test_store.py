"""A store keeps what arrives, byte for byte, and says why it came again."""

import sqlite3
import stat
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.core.body import LARGE, Body
from inspector.core.capture import Arrival
from inspector.core.clock import from_micros
from inspector.core.dispatch import Dispatch
from inspector.core.errors import NothingError, StoreBusyError, StoreError
from inspector.core.head import read_head
from inspector.core.headers import Headers
from inspector.core.paths import bodies_of
from inspector.core.request import Request
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Verdict
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.captures import AT
from tests.store.arrivals import arrival, delivery, rows

TEXTS = st.none() | st.text(max_size=8)
BYTES = st.binary(max_size=12)
HEADERS = st.lists(st.tuples(BYTES, BYTES), max_size=3).map(Headers)
MOMENTS = st.integers(0, 4 * 10**15).map(from_micros)
VERDICTS = st.builds(
    Verdict,
    status=st.sampled_from(["valid", "invalid", "no-secret"]),
    scheme=TEXTS,
    secret=TEXTS,
    matches=st.none() | st.booleans(),
    signed_at=st.none() | MOMENTS,
    fresh=st.none() | st.booleans(),
    causes=st.sampled_from([(), ("timestamp-stale", "body-charset")]),
    tried=st.integers(0, 9),
    explanation=st.text(max_size=9),
    final=st.booleans(),
)
JUDGEMENTS = st.builds(
    Judgement,
    provider=TEXTS,
    event=TEXTS,
    gist=TEXTS,
    event_key=TEXTS,
    handshake=TEXTS,
    verdict=VERDICTS,
    sensitive=st.lists(st.text(max_size=5), max_size=2).map(tuple),
    deadline_s=st.none() | st.floats(0, 99),
    retries=st.booleans(),
)
RESPONSES = st.none() | st.builds(
    Response,
    status=st.integers(100, 599),
    by=st.sampled_from(["default", "limit"]),
    rule=TEXTS,
    headers=HEADERS,
    body=BYTES,
    duration_ms=st.floats(0, 99),
    why=st.text(max_size=20),
)


@st.composite
def requests(draw: st.DrawFn) -> Request:
    """Requests of any bytes, read as the listener reads them."""
    head = draw(st.binary(max_size=60) | st.just(b"POST /a?b HTTP/1.1\r\nX: \xff\r\nx:  two \r\n\r\n"))
    malformed = draw(TEXTS)
    read = read_head(head)
    return Request(
        received_at=draw(MOMENTS),
        head=head,
        method=read.method if malformed is None else draw(st.text(max_size=5)),
        target=read.target if malformed is None else draw(st.text(max_size=5)),
        http_version=read.http_version if malformed is None else "9",
        remote=draw(st.text(max_size=9)),
        tls=draw(TEXTS),
        headers=read.headers,
        trailers=draw(HEADERS),
        body=Body.of(draw(st.binary(max_size=300))),
        complete=draw(st.booleans()),
        malformed=malformed,
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    arrivals=st.lists(
        st.builds(Arrival, request=requests(), judgement=JUDGEMENTS, response=RESPONSES, note=st.text(max_size=5)),
        min_size=1,
        max_size=3,
    )
)
def test_every_byte_comes_back(store: Store, reader: Reader, arrivals: list[Arrival]) -> None:
    """Whatever bytes came and whatever was said of them is read as it was kept."""
    kept = store.keep(arrivals)

    for given_, one in zip(arrivals, kept, strict=True):
        capture = reader.capture(one.id)
        assert capture.request == given_.request
        assert capture.judgement == given_.judgement
        assert capture.note == given_.note
        told = given_.response
        if told is not None:
            told = replace(told, headers=Headers([*told.headers, (b"X-Capture-Id", b"%d" % one.id)]))
        assert capture.response == told


def test_large_bodies_are_files(store: Store, reader: Reader) -> None:
    """What was streamed is renamed, what is large in memory is written; both are read back with their hash."""
    folder = bodies_of(store.path)
    folder.mkdir()
    part = folder / "4e12.part"
    part.write_bytes(b"streamed")
    streamed = Body(size=8, sha256=Body.of(b"streamed").sha256, content=None, path=part)
    large = Body.of(b"x" * (LARGE + 1))
    bodies = [streamed, large]
    sample = arrival()

    kept = store.keep([replace(sample, request=replace(sample.request, body=body)) for body in bodies])

    found = [reader.capture(one.id).request.body for one in kept]
    assert [body.path is not None and body.path.parent for body in found] == [folder, folder]
    assert [Body.of(body.read()).sha256 for body in found] == [body.sha256 for body in bodies]
    assert sorted(entry.suffix for entry in folder.iterdir()) == ["", ""]


def test_text_that_utf8_cannot_hold_costs_nobody_the_place(store: Store, reader: Reader) -> None:
    """Half a surrogate pair from a sender's JSON is replaced, and the rest of the batch is kept as it came."""
    bad = arrival(provider="stripe", event="in\ud800voice")

    kept = store.keep([arrival(b"first"), bad, arrival(b"last")])

    assert [one.id for one in kept] == [1, 2, 3]
    assert reader.capture(2).judgement.event == "in?voice"
    assert reader.capture(3).request.body.content == b"last"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no modes")
def test_nobody_else_can_read_it(path: Path) -> None:
    """A folder that is made is 0700, every file of the store 0600, whatever the umask."""
    part = bodies_of(path) / "a.part"
    with closing(Store.open(path)) as store:
        bodies_of(path).mkdir(mode=0o700)
        part.write_bytes(b"1")
        part.chmod(0o600)
        sample = arrival()
        body = Body.of(b"x" * (LARGE + 1))
        store.keep([replace(sample, request=replace(sample.request, body=body))])
        modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in path.parent.rglob("*")}

    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {mode for name, mode in modes.items() if name != bodies_of(path).name} == {0o600}
    assert {"captures.db", "captures.db-wal", "captures.db-shm", "captures.db.lock"} <= modes.keys()


def test_a_response_that_came_later_is_written_down(store: Store, reader: Reader) -> None:
    """It is null until it was sent, and a change of the capture afterwards."""
    (kept,) = store.keep([arrival(response=None)])
    assert reader.capture(kept.id).response is None
    seq = reader.change_seq()

    store.record_responses([(kept.id, Response(status=204, duration_ms=7.5))])

    assert reader.capture(kept.id).response == Response(
        status=204, duration_ms=7.5, headers=Headers.of(("X-Capture-Id", str(kept.id)))
    )
    assert reader.changed_since(seq) == [kept.id]


def test_the_time_to_the_batch_stands_for_a_duration_that_was_not_measured(store: Store, reader: Reader) -> None:
    """A response that is kept with its request was not sent yet."""
    sample = arrival(response=Response())

    store.keep([replace(sample, request=replace(sample.request, received_at=AT))])

    duration = reader.page(None, limit=1)[0].duration_ms
    assert duration is not None
    assert duration > 1000


def test_judging_again_replaces_the_judgement(store: Store, reader: Reader) -> None:
    """The counts follow, and the capture is no longer waiting for its cause."""
    first = Judgement(provider="stripe", verdict=Verdict(status="invalid", final=False))
    sample = arrival()
    (kept,) = store.keep([replace(sample, judgement=first)])
    assert reader.pending(9) == [kept.id]
    judgement = Judgement(provider="stripe", event="ping", verdict=Verdict(status="invalid", cause="body-decoded"))

    store.record_judgements([(kept.id, judgement)])

    assert reader.capture(kept.id).judgement == judgement
    assert reader.pending(9) == []
    assert reader.provider_counts() == [("stripe", 1, 1)]
    assert reader.summaries([kept.id])[0].cause == "body-decoded"


def test_a_dispatch_is_stored_whole(store: Store, reader: Reader) -> None:
    """It stands with its capture; one of a capture that is gone is refused."""
    store.keep([arrival()])
    sent = Dispatch(
        capture_id=1,
        at=AT,
        target="http://[::1]:3000/a",
        status=500,
        duration_ms=2.5,
        body=b"\x00no",
        changed=("Host",),
    )

    (id, gone) = store.record_sending(dispatches=[sent, replace(sent, capture_id=7)])

    assert reader.capture(1).dispatches == (replace(sent, id=id),)
    assert reader.page(None, limit=1)[0].dispatches == 1
    assert gone is None


def test_pins_notes_and_read_marks(store: Store, reader: Reader) -> None:
    """Each is kept, changes nothing else, and is told to other processes."""
    store.keep([arrival(), arrival(), arrival()])
    seq = reader.change_seq()

    store.pin([2], True)
    store.set_note(3, "look\x00here")
    store.mark_read([1])

    assert [(row.pinned, row.has_note, row.unread) for row in reader.summaries([1, 2, 3])] == [
        (False, False, False),
        (True, False, True),
        (False, True, True),
    ]
    assert reader.capture(3).note == "look\x00here"
    assert reader.changed_since(seq) == [1, 2, 3]
    store.keep([delivery("a"), delivery("a"), delivery("b")])
    store.mark_read([4], with_repeats=True)
    assert [row.unread for row in reader.summaries([4, 5, 6])] == [False, False, True]
    store.mark_read(None)
    assert not any(row.unread for row in reader.page(None, limit=9))
    with pytest.raises(NothingError):
        store.set_note(9, "nobody")


def test_settings_are_counted(store: Store, reader: Reader) -> None:
    """Other processes see that they changed."""
    assert reader.settings_seq() == 0
    assert store.bump_settings() == 1
    assert reader.settings_seq() == 1


def test_another_writer_is_waited_for_only_so_long(store: Store) -> None:
    """Then it is an error that says so, and nothing is stored; afterwards everything goes on."""
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreBusyError):
            store.keep([arrival()], patience=0.05)
        other.execute("ROLLBACK")

    assert [one.id for one in store.keep([arrival()])] == [1]


def test_damage_met_in_use_is_set_aside_at_the_next_start(path: Path) -> None:
    """The store that is in use cannot be taken away; the start after that looks at every page."""
    with closing(Store.open(path)) as store:
        store.keep([arrival(bytes(5000)) for _ in range(50)])
    page_size, roots = 8192, rows(path, "SELECT rootpage FROM sqlite_master WHERE name = 'captures_removed'")
    with path.open("rb+") as file:
        file.seek((int(str(roots[0][0])) - 1) * page_size)
        file.write(b"\xff" * page_size)
    with closing(Store.open(path)) as store, pytest.raises(StoreError, match="damaged"):
        store.keep([arrival()])

    with closing(Store.open(path)) as store:
        assert store.damaged is not None
        assert store.damaged.exists()
        assert store.keep([arrival()])[0].id == 1


def test_closing_twice_is_harmless(path: Path) -> None:
    """As a program that ends in a hurry does."""
    store = Store.open(path)
    store.close()
    store.close()
