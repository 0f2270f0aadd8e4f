"""Arrivals for the tests of the store."""

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from inspector.core.capture import Arrival
from inspector.core.clock import now
from inspector.core.headers import Headers
from inspector.core.response import Response
from inspector.core.verdict import Judgement, Status, Verdict
from tests.captures import head_of, request_of

TOLD = Response(
    headers=Headers.of(("Content-Type", "text/plain"), ("Content-Length", "2")), body=b"ok", duration_ms=1.5
)


def arrival(
    body: bytes = b'{"a":1}',
    *,
    provider: str | None = None,
    delivery_id: str | None = None,
    event_key: str | None = None,
    event: str | None = None,
    status: Status = "valid",
    response: Response | None = TOLD,
    remote: str = "127.0.0.1:53122",
    path: str = "/hooks",
) -> Arrival:
    """One that came now; judged where a provider is named."""
    head = head_of(b"POST " + path.encode() + b" HTTP/1.1", b"Host: 127.0.0.1:8765", b"Content-Type: application/json")
    judgement = Judgement(
        provider=provider,
        event=event,
        delivery_id=delivery_id,
        event_key=event_key,
        verdict=Verdict(status=status if provider else "unknown"),
    )
    request = replace(request_of(head, body), received_at=now(), remote=remote)
    return Arrival(request=request, judgement=judgement, response=response)


def delivery(id: str, *, body: bytes | None = None, response: Response | None = TOLD) -> Arrival:
    """A delivery of Stripe, with a body of its own unless one is given."""
    return arrival(os.urandom(8) if body is None else body, provider="stripe", delivery_id=id, response=response)


def rows(store: Path, statement: str) -> list[tuple[object, ...]]:
    """What a query gives, over a connection of its own."""
    with closing(sqlite3.connect(store)) as connection:
        return connection.execute(statement).fetchall()


def run_sql(store: Path, *statements: str) -> None:
    """Change a store behind its back."""
    with closing(sqlite3.connect(store)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
