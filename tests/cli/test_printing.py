"""Printing captures as they are stored."""

import asyncio
from pathlib import Path

from inspector.cli.printing import Printing
from inspector.core.capture import Arrival, Capture
from inspector.core.filter.parser import parse
from inspector.core.paths import Paths
from inspector.engine.engine import Engine
from tests.captures import head_of, request_of


async def test_every_own_capture_that_matches_once(tmp_path: Path) -> None:
    """A burst is shown in order; what does not match is neither shown nor counted."""
    engine = Engine(Paths(store=tmp_path / "captures.db", config=tmp_path, logs=tmp_path))
    shown: list[Capture] = []
    printing = Printing(engine, parse("path:/yes"), shown.append)
    printing.start()
    try:
        for number in range(300):
            path = b"/yes" if number % 2 else b"/no"
            arrival = Arrival(request=request_of(head_of(b"GET " + path + b" HTTP/1.1", b"Host: x")))
            engine.commit.add(arrival, lambda outcome: None)
        await engine.commit.drain()
        async with asyncio.timeout(60):
            while printing.count < 150:
                await asyncio.sleep(0.01)
        await printing.finish(0.1)
    finally:
        await engine.stop()

    assert [capture.id for capture in shown] == list(range(2, 301, 2))
