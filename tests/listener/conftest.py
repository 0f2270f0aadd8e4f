"""The listener runs on uvloop where there is one and on asyncio's own loop elsewhere, so it is tested on both."""

import asyncio
import sys
from collections.abc import Callable

import pytest

if sys.platform == "win32":
    LOOPS: dict[str, Callable[[], asyncio.AbstractEventLoop]] = {"asyncio": asyncio.new_event_loop}
else:
    import uvloop

    LOOPS = {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}


def pytest_asyncio_loop_factories(
    config: pytest.Config, item: pytest.Item
) -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Every asynchronous test of this folder runs once on each loop."""
    return LOOPS
