"""The terms of the filter language, one entry each. The store says in which column it keeps what a term reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias, get_args

from inspector.core.capture import Capture
from inspector.core.clock import to_micros
from inspector.core.filter.kinds import CHOICE, COUNT, DAY, HOST, SINCE, SIZE, STATE, TEXT, Kind
from inspector.core.verdict import Cause, Status

One: TypeAlias = str | int
Value: TypeAlias = One | frozenset[str] | tuple[One | None, ...] | None
"""A text, a number (times are microseconds since 1970), the names of states, one of several values, or nothing."""

STATES: Mapping[str, Callable[[Capture], bool]] = MappingProxyType(
    {
        "pinned": lambda capture: capture.pinned,
        "unread": lambda capture: capture.unread,
        "retry": lambda capture: capture.repeat == "retry",
        "duplicate": lambda capture: capture.repeat == "duplicate",
        "redelivery": lambda capture: capture.repeat == "redelivery",
        "same-event": lambda capture: capture.repeat == "same-event",
        "handshake": lambda capture: capture.judgement.handshake is not None,
        "sample": lambda capture: capture.origin.kind == "sample",
        "resend": lambda capture: capture.origin.kind == "resend",
        "import": lambda capture: capture.origin.kind == "import",
        "incomplete": lambda capture: not capture.request.complete,
        "malformed": lambda capture: capture.request.malformed is not None,
    }
)
"""What `is:` takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term: how its value is written, and what it reads from a capture."""

    name: str
    meaning: str
    example: str
    kind: Kind
    read: Callable[[Capture], Value]
    choices: tuple[str, ...] = ()
    """Every value it takes, where these are few and known; also what completion offers."""


TERMS: tuple[Term, ...] = (
    Term(
        name="provider",
        meaning="who sent it",
        example="provider:stripe",
        kind=TEXT,
        read=lambda capture: capture.judgement.provider,
    ),
    Term(
        name="event",
        meaning="the event's name",
        example="event:invoice.*",
        kind=TEXT,
        read=lambda capture: capture.judgement.event,
    ),
    Term(
        name="signature",
        meaning="the verdict on its signature",
        example="signature:invalid",
        kind=CHOICE,
        read=lambda capture: capture.judgement.verdict.status,
        choices=get_args(Status),
    ),
    Term(
        name="cause",
        meaning="why its signature failed; of several causes the first",
        example="cause:body-reserialised",
        kind=CHOICE,
        read=lambda capture: capture.judgement.verdict.cause,
        choices=get_args(Cause),
    ),
    Term(
        name="status",
        meaning="the status code the sender was told",
        example="status>=400",
        kind=COUNT,
        read=lambda capture: capture.response.status if capture.response else None,
    ),
    Term(
        name="method",
        meaning="the request's method",
        example="method:POST",
        kind=TEXT,
        read=lambda capture: capture.request.method,
    ),
    Term(
        name="path",
        meaning="the path, without the query",
        example="path:/hooks/*",
        kind=TEXT,
        read=lambda capture: capture.request.path,
    ),
    Term(
        name="host",
        meaning="the host that was asked for, with or without its port",
        example="host:example.com",
        kind=HOST,
        read=lambda capture: capture.request.host,
    ),
    Term(
        name="delivery",
        meaning="the sender's own id of the delivery",
        example="delivery:evt_1*",
        kind=TEXT,
        read=lambda capture: capture.judgement.delivery_id,
    ),
    Term(
        name="size",
        meaning="the body's size; a kb is 1,024 bytes",
        example="size>10kb",
        kind=SIZE,
        read=lambda capture: capture.request.body.size,
    ),
    Term(
        name="is",
        meaning="the state it is in",
        example="is:retry",
        kind=STATE,
        read=lambda capture: frozenset(name for name, holds in STATES.items() if holds(capture)),
        choices=tuple(STATES),
    ),
    Term(
        name="sent.status",
        meaning="the status code that a target responded with",
        example="sent.status>=400",
        kind=COUNT,
        read=lambda capture: tuple(dispatch.status for dispatch in capture.dispatches),
    ),
    Term(
        name="sent.to",
        meaning="the target that it was sent to",
        example="sent.to:*3000*",
        kind=TEXT,
        read=lambda capture: tuple(dispatch.target for dispatch in capture.dispatches),
    ),
    Term(
        name="sent.error",
        meaning="why a target gave no response",
        example="sent.error:*refused*",
        kind=TEXT,
        read=lambda capture: tuple(dispatch.error for dispatch in capture.dispatches),
    ),
    Term(
        name="since",
        meaning="it arrived since then",
        example="since:15m",
        kind=SINCE,
        read=lambda capture: to_micros(capture.request.received_at),
    ),
    Term(
        name="on",
        meaning="it arrived on that day",
        example="on:today",
        kind=DAY,
        read=lambda capture: to_micros(capture.request.received_at),
        choices=("today", "yesterday"),
    ),
)

_BY_NAME = {term.name: term for term in TERMS}


def find(name: str) -> Term | None:
    """The term of this name, in any case."""
    return _BY_NAME.get(name.lower())
