"""SQL says of every stored capture what the matcher says of it."""

import gzip
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.core.body import LARGE, Body
from inspector.core.capture import Arrival, Capture, Origin
from inspector.core.clock import to_micros
from inspector.core.dispatch import Dispatch
from inspector.core.filter import kinds
from inspector.core.filter.matcher import matches
from inspector.core.filter.parser import parse
from inspector.core.filter.terms import STATES, TERMS
from inspector.core.filter.tree import (
    All,
    And,
    Between,
    Condition,
    Exactly,
    Filter,
    Not,
    Number,
    Or,
    State,
    Wildcard,
    Word,
)
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Verdict
from inspector.store import filter_sql
from inspector.store.filter_sql import where
from inspector.store.reader import Reader
from inspector.store.store import Store
from tests.captures import AT, head_of, request_of

TEXTS = st.text(alphabet='aAbB/*?%_\\"é\u212a\x00\U0001f600.', max_size=5)
WORDS = st.text(alphabet="aAb\x00é%_\\:\U0001f600", min_size=1, max_size=3)
PIECES = (
    b"a",
    b"A",
    b"b",
    b"\x00",
    b"\xc3\xa9",
    b"\xc3",
    b"\xa9",
    b"\xe3",
    b"%",
    b"_",
    b"\\",
    b"\xff",
    b"\xf0\x9f\x98\x80",
)
BYTES = st.lists(st.sampled_from(PIECES), max_size=6).map(b"".join)
HOUR = timedelta(hours=1)


def gunzip(content: bytes, encoding: str) -> bytes:
    """Undo gzip; what is none stays as it is."""
    try:
        return gzip.decompress(content) if encoding.strip().lower() == "gzip" else content
    except (OSError, EOFError, zlib.error):
        return content


@st.composite
def arrivals(draw: st.DrawFn) -> Arrival:
    """A request of any bytes, with any judgement, response and state that can be stored."""
    content = draw(BYTES)
    lines = [b"POST /" + draw(st.sampled_from((b"a", b"A/b", b"\xc3\xa9", b"a?b"))) + b" HTTP/1.1", b"Host: a:80"]
    if draw(st.booleans()):
        lines.append(b"Content-Encoding: " + draw(st.sampled_from((b"gzip", b"GZIP", b"br"))))
        content = gzip.compress(content) if draw(st.booleans()) else content
    head = head_of(*lines, b"X: " + draw(BYTES))
    request = replace(
        request_of(head, content),
        received_at=AT + draw(st.integers(-3, 3)) * HOUR,
        complete=draw(st.booleans()),
        malformed=draw(st.sampled_from((None, "bad"))),
    )
    judgement = Judgement(
        provider=draw(st.none() | st.sampled_from(("stripe", "github"))),
        event=draw(st.none() | TEXTS),
        delivery_id=draw(st.none() | st.sampled_from(("evt_12345678a", "EVT_12345678A", "evt_1"))),
        handshake=draw(st.sampled_from((None, "challenge"))),
        verdict=Verdict(status=draw(st.sampled_from(("valid", "invalid", "unknown")))),
    )
    return Arrival(
        request=request,
        judgement=judgement,
        response=draw(st.none() | st.builds(Response, status=st.sampled_from((200, 404, 500)))),
        origin=Origin(kind=draw(st.sampled_from(("received", "sample", "resend", "import")))),
        pinned=draw(st.booleans()),
    )


def conditions() -> st.SearchStrategy[Filter]:
    """Any term with any test that the language has for it."""
    patterns = TEXTS | st.sampled_from(("*", "/a*", "a:*", "EVT_12345678*", "evt_12345678?", "stripe", "va*", "P?ST"))
    moments = st.integers(-4, 4).map(lambda hours: to_micros(AT + hours * HOUR))
    exact = st.builds(Exactly, text=patterns | st.sampled_from(("valid", "POST", "/A/b")))
    number = st.builds(
        Number,
        order=st.sampled_from(("=", ">", ">=", "<", "<=")),
        number=st.sampled_from((0, 1, 2, 3, 4, 7, 8, 200, 404, 2**63 - 1)),
    )
    tests = {
        kinds.TEXT: exact | st.builds(Wildcard, pattern=patterns),
        kinds.HOST: exact | st.builds(Wildcard, pattern=patterns),
        kinds.CHOICE: exact,
        kinds.STATE: st.builds(State, name=st.sampled_from((*STATES, "unheard-of"))),
        kinds.COUNT: number,
        kinds.SIZE: number,
        kinds.SINCE: st.builds(Between, start=moments),
        kinds.DAY: st.builds(Between, start=moments, end=moments),
    }
    return st.one_of([st.builds(Condition, term=st.just(term.name), test=tests[term.kind]) for term in TERMS])


TREES: st.SearchStrategy[Filter] = st.recursive(
    conditions() | st.builds(Word, text=WORDS) | st.just(All()),
    lambda parts: st.one_of(
        st.builds(Not, part=parts),
        st.builds(And, parts=st.lists(parts, min_size=1, max_size=3).map(tuple)),
        st.builds(Or, parts=st.lists(parts, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=6,
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one store of this module."""
    return tmp_path_factory.mktemp("filter_sql") / "captures.db"


@pytest.fixture(scope="module")
def store(path: Path) -> Iterator[Store]:
    """Its writing side."""
    with closing(Store.open(path)) as store:
        yield store


@pytest.fixture(scope="module")
def reader(store: Store) -> Iterator[Reader]:
    """Its reading side, which can undo gzip."""
    with closing(Reader(store.path, decode=gunzip)) as reader:
        yield reader


def keep(store: Store, reader: Reader, batch: Sequence[Arrival]) -> list[Capture]:
    """The captures as they are read back."""
    kept = store.keep(batch)
    return list(reader.captures([one.id for one in kept]))


def found(reader: Reader, tree: Filter, captures: Sequence[Capture]) -> set[int]:
    """The ids among these captures that SQL finds."""
    first = min(capture.id for capture in captures)
    return set(reader.ids(where(tree), after=first - 1))


@settings(max_examples=150)
@given(batch=st.lists(arrivals(), min_size=1, max_size=4), trees=st.lists(TREES, min_size=1, max_size=6))
def test_sql_and_matcher_agree(store: Store, reader: Reader, batch: list[Arrival], trees: list[Filter]) -> None:
    """Whatever arrives and whatever is asked: the list, the count and the matcher say the same."""
    captures = keep(store, reader, batch)

    for tree in trees:
        expected = {capture.id for capture in captures if matches(tree, capture, decode=gunzip)}
        assert found(reader, tree, captures) == expected


def test_count_is_that_of_the_list(reader: Reader) -> None:
    """Over everything that the tests before have stored."""
    for text in ("", "is:pinned", "signature:valid", "-signature:valid", "a", "status>=400 OR provider:stripe"):
        condition = where(parse(text))
        assert reader.count(condition) == len(reader.ids(condition))


@pytest.mark.parametrize("word", ["needle", "NEEDLE", "né", "n\x00", "ne%"])
def test_words_in_large_and_in_compressed_bodies(store: Store, reader: Reader, word: str) -> None:
    """A body in a file of its own is searched like one in the table, compressed or not."""
    content = f"neEdle né n\x00 ne% {word}".encode()
    plain = request_of(head_of(b"POST / HTTP/1.1"), b"." * LARGE + content)
    packed = request_of(head_of(b"POST / HTTP/1.1", b"content-encoding:gzip"), gzip.compress(content))
    other = request_of(head_of(b"POST / HTTP/1.1"), b"." * LARGE + b"nothing")
    captures = keep(store, reader, [Arrival(request=request) for request in (plain, packed, other)])

    assert found(reader, Word(text=word), captures) == {captures[0].id, captures[1].id}
    assert [matches(Word(text=word), capture, decode=gunzip) for capture in captures] == [True, True, False]


def test_a_body_whose_file_is_gone_matches_nothing(store: Store, reader: Reader, path: Path) -> None:
    """Somebody deleted it; the search goes on."""
    large = request_of(head_of(b"POST / HTTP/1.1"), b"unheardof" + b"." * LARGE)
    captures = keep(store, reader, [Arrival(request=large)])
    body: Body = captures[0].request.body

    assert found(reader, Word(text="unheardof"), captures) == {captures[0].id}

    assert body.path
    body.path.unlink()

    assert found(reader, Word(text="unheardof"), captures) == set()


def test_changes_are_seen(store: Store, reader: Reader) -> None:
    """What is recorded, judged, pinned and read later is found by it, and no longer by what was before."""
    captures = keep(store, reader, [Arrival(request=request_of(head_of(b"GET / HTTP/1.1")))])
    id = captures[0].id
    store.record_responses([(id, Response(status=599))])
    store.record_judgements([(id, Judgement(provider="acme", event="late", verdict=Verdict(status="invalid")))])
    store.pin([id], True)

    for text in ("status:599", "provider:acme", "event=late", "signature:invalid", "is:pinned", "is:unread"):
        assert found(reader, parse(text), captures) == {id}, text

    store.pin([id], False)
    store.mark_read([id])

    for text in ("is:pinned", "is:unread", "signature:unknown"):
        assert found(reader, parse(text), captures) == set(), text


def test_the_longest_filter_is_not_too_much_for_sqlite(tmp_path: Path) -> None:
    """As many terms, as deep and as long as the language allows."""
    request = request_of(head_of(b"POST /" + b"%x" * 4_000 + b"b HTTP/1.1"))
    with closing(Store.open(tmp_path / "captures.db")) as store:
        store.keep([Arrival(request=request)])
        with closing(Reader(store.path)) as reader:
            for text in (
                "-event:a*b?c " * 200,
                "-wörd " * 200,
                "(" * 50 + " OR ".join(["word"] * 199) + " OR post" + ")" * 50,
                "-" * 50 + "post",
                "path:/" + "%*" * 4_000 + "b",
            ):
                assert reader.count(where(parse(text))) == 1


def test_delivery_ids_are_looked_up_in_the_index(store: Store, reader: Reader, path: Path) -> None:
    """One delivery among millions is found without reading them."""
    for text in ("delivery:evt_12345678*", "delivery:EVT_1"):
        condition = where(parse(text))
        with closing(sqlite3.connect(path)) as connection:
            filter_sql.register_functions(connection)
            plan = connection.execute(
                f"EXPLAIN QUERY PLAN SELECT id FROM captures WHERE id > 0 AND {condition.sql} ORDER BY id DESC LIMIT 9",
                condition.parameters,
            ).fetchall()
        assert any("INDEX captures_delivery" in step[3] for step in plan)
        assert not any(step[3].startswith("SCAN") for step in plan)


def test_every_term_has_a_column() -> None:
    """A new entry of the language without its entry here would find nothing."""
    assert {*filter_sql.COLUMNS, *filter_sql.SENT, "is"} == {term.name for term in TERMS}
    assert set(filter_sql.STATES) == set(STATES)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sent.status>=400", [2, 1]),
        ("-sent.status:200", [3, 1]),
        ("sent.status>=400 OR sent.error:time*", [2, 1]),
        ("sent.status>=400 sent.status<300", [2]),
    ],
)
def test_any_dispatch_of_a_capture_counts(store: Store, reader: Reader, text: str, found: list[int]) -> None:
    """A capture that was sent three times matches by each of them, and the matcher says the same."""
    before = store.keep([Arrival(request=request_of(head_of(b"POST / HTTP/1.1")))] * 3)[0].id - 1
    sent = ((1, 500, None, 3000), (2, 200, None, 3000), (2, 404, None, 3000), (2, None, "timeout", 4000))
    dispatches = [
        Dispatch(capture_id=before + id, at=AT, target=f"http://localhost:{port}/", status=status, error=error)
        for id, status, error, port in sent
    ]
    store.record_sending(begun=[], ended=[], dispatches=dispatches)
    tree = parse(text)

    three = reader.captures(before + id for id in (3, 2, 1))

    assert [id - before for id in reader.ids(where(tree), after=before)] == found
    assert [capture.id - before for capture in three if matches(tree, capture)] == found


def test_unknown_terms_find_nothing(reader: Reader) -> None:
    """A tree from another version is no reason to fail."""
    assert len(reader.ids(where(Condition(term="mood", test=Wildcard(pattern="*"))))) == 0
    assert len(reader.ids(where(Condition(term="is", test=State(name="happy"))))) == 0
