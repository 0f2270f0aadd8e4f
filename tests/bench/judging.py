"""Recognising and judging one capture."""

import time
from collections.abc import Iterable
from statistics import median

from inspector.core import clock
from inspector.core.body import Body
from inspector.core.head import read_head
from inspector.core.request import Request
from inspector.core.secret import Secret
from inspector.providers.basis import Basis
from inspector.providers.judging import judge
from tests.bench.figure import Effort, Figure, Measured
from tests.bench.payload import SECRET, requests

COUNT = 2000
ROUNDS = 7


def captured(message: bytes) -> Request:
    """The message as the listener would hand it over."""
    head, _, content = message.partition(b"\r\n\r\n")
    known = read_head(head + b"\r\n\r\n")
    return Request(
        received_at=clock.now(),
        head=head + b"\r\n\r\n",
        method=known.method,
        target=known.target,
        http_version="1.1",
        remote="127.0.0.1:1",
        headers=known.headers,
        body=Body.of(content),
    )


def measure(effort: Effort) -> Iterable[Measured]:
    """Different captures, each judged once, as it is when they arrive."""
    basis = Basis(secrets={"stripe": (Secret(provider="stripe", name="bench", value=SECRET.encode()),)})
    times = []
    for turn in range(ROUNDS):
        arrived = [captured(message) for message in requests(COUNT, 1, first=turn * COUNT)]
        start = time.process_time()
        judgements = [judge(request, basis) for request in arrived]
        times.append((time.process_time() - start) / COUNT * 1e6)
        wrong = {judgement.verdict.status for judgement in judgements} - {"valid"}
        if wrong:
            raise AssertionError(f"A valid signature was judged {wrong}.")
    yield Measured(
        what="recognise and judge one capture, ordinary scheme",
        value=median(times),
        unit="µs",
        hold=50,
        aim=20,
        note=f"Stripe, {COUNT} different bodies of 2,100 bytes; rounds {min(times):.1f}–{max(times):.1f} µs",
    )


JUDGING = Figure(name="judging", what="recognise and judge", measure=measure)
