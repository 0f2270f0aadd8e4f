"""A filter's tree as SQL over the tables `captures` and `contents`; it says of every capture what `matches` says."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from inspector.core.body import Body
from inspector.core.filter import search, wildcard
from inspector.core.filter.search import Decode
from inspector.core.filter.tree import All, And, Condition, Filter, Not, Or, State, Wildcard, Word
from inspector.core.head import read_head
from inspector.store.column_tests import NEVER, Fragment, Parameter, column_test, escape_like, prefix_range

COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "provider": "captures.provider",
        "event": "captures.event",
        "signature": "captures.signature",
        "cause": "captures.cause",
        "status": "captures.status",
        "method": "captures.method",
        "path": "captures.path",
        "host": "captures.host",
        "delivery": "captures.delivery_id",
        "size": "captures.size",
        "since": "captures.received_at",
        "on": "captures.received_at",
    }
)
"""Where the value of each term stands; `is` has its own table below."""

SENT: Mapping[str, str] = MappingProxyType(
    {"sent.status": "dispatches.status", "sent.to": "dispatches.target", "sent.error": "dispatches.error"}
)
"""Where the values of each term stand that is about any dispatch of a capture."""

STATES: Mapping[str, str] = MappingProxyType(
    {
        "pinned": "captures.pinned = 1",
        "unread": "captures.unread = 1",
        "retry": "captures.repeat IS 'retry'",
        "duplicate": "captures.repeat IS 'duplicate'",
        "redelivery": "captures.repeat IS 'redelivery'",
        "same-event": "captures.repeat IS 'same-event'",
        "handshake": "captures.handshake IS NOT NULL",
        "sample": "captures.origin = 'sample'",
        "resend": "captures.origin = 'resend'",
        "import": "captures.origin = 'import'",
        "incomplete": "captures.complete = 0",
        "malformed": "captures.malformed = 1",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A condition for `FROM captures`, the values of its question marks, and the filter that it was made of."""

    sql: str
    parameters: tuple[Parameter, ...] = ()
    tree: Filter = field(default_factory=All)


def where(tree: Filter) -> Where:
    """The condition that a capture passes the filter. Its functions are registered by `register_functions`."""
    sql, parameters = _fragment(tree)
    return Where(sql=sql, parameters=parameters, tree=tree)


def _fragment(tree: Filter) -> Fragment:
    match tree:
        case All():
            return "1", ()
        case And(parts=parts):
            return _joined(" AND ", parts)
        case Or(parts=parts):
            return _joined(" OR ", parts)
        case Not(part=part):
            sql, parameters = _fragment(part)
            return f"NOT {sql}", parameters
        case Word(text=text):
            return _word(text)
        case Condition():
            return _condition(tree)


def _joined(connective: str, parts: tuple[Filter, ...]) -> Fragment:
    fragments = [_fragment(part) for part in parts]
    values = tuple(value for _, parameters in fragments for value in parameters)
    return "(" + connective.join(sql for sql, _ in fragments) + ")", values


def _condition(condition: Condition) -> Fragment:
    if isinstance(condition.test, State):
        state = STATES.get(condition.test.name)
        return (f"({state})", ()) if state else NEVER
    sent = SENT.get(condition.term)
    if sent is not None:
        sql, parameters = column_test(sent, condition.test)
        # As a list: few captures were ever sent, so it is shorter than asking of each one.
        return f"(captures.id IN (SELECT dispatches.capture_id FROM dispatches WHERE {sql}))", parameters
    column = COLUMNS.get(condition.term)
    if column is None:
        return NEVER
    sql, parameters = column_test(column, condition.test)
    if condition.term == "delivery" and isinstance(condition.test, Wildcard):
        narrow = prefix_range("one.delivery_id", condition.test.pattern)
        if narrow:
            # As a list: asked for a range in the order of ids, SQLite would rather read the whole table.
            listed = f"captures.id IN (SELECT one.id FROM captures AS one WHERE {narrow[0]})"
            return f"({listed} AND {sql})", narrow[1] + parameters
    return sql, parameters


def _word(word: str) -> Fragment:
    """In the head or the body as they came, or in the body as it is in its file or with its encoding undone."""
    head, head_values = _in_bytes("contents.head", word)
    body, body_values = _in_bytes("contents.body", word)
    elsewhere = "(contents.body_file IS NOT NULL OR CAST(contents.head AS TEXT) LIKE '%content-encoding%')"
    function = "filter_body(contents.head, contents.body, contents.body_file, ?)"
    found = f"({head} OR {body} OR ({elsewhere} AND {function}))"
    sql = f"EXISTS (SELECT 1 FROM contents WHERE contents.capture_id = captures.id AND {found})"
    return sql, (*head_values, *body_values, search.needle(word))


def _in_bytes(column: str, word: str) -> Fragment:
    """LIKE is four times as fast as a function, but stops at a NUL and is exact over any bytes for ASCII alone.

    `printf` stops at a NUL too: so bytes that hold one are told from those that do not.
    """
    wanted = search.needle(word)
    if not word.isascii() or "\0" in word:
        return f"filter_contains({column}, ?)", (wanted,)
    text = f"CAST({column} AS TEXT)"
    like = f"{text} LIKE ? ESCAPE '\\'"
    holds_nul = f"length(CAST(printf('%s', {text}) AS BLOB)) < length({column})"
    sql = f"({like} OR ({holds_nul} AND filter_contains({column}, ?)))"
    return sql, (f"%{escape_like(word)}%", wanted)


def register_functions(
    connection: sqlite3.Connection, decode: Decode | None = None, bodies: Path | None = None
) -> None:
    """Give a connection what conditions call: `decode` undoes a content encoding, `bodies` holds large bodies."""

    def body(head: bytes | None, content: bytes | None, file: str | None, wanted: bytes) -> bool:
        path = None if file is None or bodies is None else bodies / file
        whole = Body(size=0, sha256="", content=None if path else content or b"", path=path)
        return search.body_contains(whole, read_head(head or b"").headers, wanted, decode)

    def contains(content: bytes | None, wanted: bytes) -> bool:
        return content is not None and search.contains(content, wanted)

    # SQLite may call a function before it looks whether the column is NULL.
    def matches(pattern: str, value: str | None) -> bool:
        return value is not None and wildcard.matches(pattern, value)

    connection.create_function("filter_wildcard", 2, matches, deterministic=True)
    connection.create_function("filter_contains", 2, contains, deterministic=True)
    connection.create_function("filter_body", 4, body, deterministic=True)
