"""The engine as a child process, at the other end of the window's pipe.

It ends when the window asks for it or when the pipe closes: then it finishes its writes and frees the port.
"""

import asyncio
import logging
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from inspector.core.errors import InspectorError
from inspector.core.frames import Call, Done, Frame, Quit
from inspector.core.messages import Erase, Health
from inspector.core.paths import Paths
from inspector.log_file import start_log
from inspector.pipe import PipeEnd

if TYPE_CHECKING:
    from inspector.engine.engine import Engine

log = logging.getLogger(__name__)


def run(connection: Connection, paths: Paths, host: str | None, port: int | None) -> None:
    """The life of the engine's process, from spawn to exit."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    start_log(paths.logs)
    with asyncio.Runner(loop_factory=new_loop_factory()) as runner:
        runner.run(serve(connection, paths, host, port))


def new_loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    """uvloop where there is one, else asyncio's own loop."""
    if sys.platform == "win32":
        return None
    # Imported here: the window imports this module for `run` and must not load uvloop before it paints.
    import uvloop

    return uvloop.new_event_loop


async def serve(connection: Connection, paths: Paths, host: str | None, port: int | None) -> None:
    """Start the engine, answer calls and pass on facts until the window says Quit or is gone."""
    # Imported here: the window's process imports this module and must not load aiohttp and the store before it paints.
    from inspector.engine.engine import Engine

    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    frames: asyncio.Queue[Frame] = asyncio.Queue()
    end = PipeEnd(
        connection,
        on_frame=lambda frame: call_soon(loop, frames.put_nowait, frame),
        on_closed=lambda: call_soon(loop, frames.put_nowait, Quit()),
    )
    try:
        engine = Engine(paths)
    except InspectorError as error:
        end.start()
        end.send(Health(problem=str(error)))
        end.close()
        return
    engine.facts.subscribe(end.send)
    engine.follows_settings = host is None and port is None
    await engine.start()
    with suppress(InspectorError):
        # Why not stands in its health.
        await engine.try_to_listen(host, port)
    end.start()
    end.send(engine.health)
    last: list[Call] = []
    engine.tasks.spawn(answer_all(engine, frames, end, ended, last), name="answering the window")
    await ended.wait()
    await engine.stop()
    for call in last:
        erase_last(paths, call, end)
    end.close()


def call_soon(loop: asyncio.AbstractEventLoop, function: Callable[[Frame], None], frame: Frame) -> None:
    """Hand a frame to the loop's thread; a loop that has ended needs it no more."""
    try:
        loop.call_soon_threadsafe(function, frame)
    except RuntimeError:
        log.debug("The loop ended before %s", type(frame).__name__)


async def answer_all(
    engine: "Engine", frames: "asyncio.Queue[Frame]", end: PipeEnd, ended: asyncio.Event, last: list[Call]
) -> None:
    """Answer each call in a task of its own, so that a slow one holds up nobody; `last` gets what is for the end."""
    while True:
        frame = await frames.get()
        if isinstance(frame, Call) and isinstance(frame.wish, Erase):
            last.append(frame)
        if isinstance(frame, Quit) or last:
            ended.set()
            return
        if isinstance(frame, Call):
            engine.tasks.spawn(answer(engine, frame, end), name=type(frame.wish).__name__)


def erase_last(paths: Paths, call: Call, end: PipeEnd) -> None:
    """Remove what a window wants removed behind it; the engine has stopped."""
    # Imported here for the same reason as the engine.
    from inspector.engine.erasing import erase

    assert isinstance(call.wish, Erase)
    try:
        erase(paths, call.wish)
    except InspectorError as error:
        end.send(Done(number=call.number, error=str(error), exit_code=error.exit_code))
    else:
        end.send(Done(number=call.number))


async def answer(engine: "Engine", call: Call, end: PipeEnd) -> None:
    """Fulfil one wish and send its answer, or the sentence that says why not."""
    # Imported here for the same reason as the engine.
    from inspector.engine.wishes import fulfil

    try:
        done = Done(number=call.number, answer=await fulfil(engine, call.wish))
    except InspectorError as error:
        done = Done(number=call.number, error=str(error), exit_code=error.exit_code)
    except Exception:
        log.exception("%s failed", type(call.wish).__name__)
        done = Done(
            number=call.number, error="Something failed inside; the log says more. Nothing was lost.", exit_code=1
        )
    end.send(done)
