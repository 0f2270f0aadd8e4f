"""Starting and stopping everything."""

import asyncio
import os
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from inspector import settings_file
from inspector.core.errors import ResourceError
from inspector.core.messages import Health
from inspector.engine.engine import Engine
from inspector.listener import listener
from tests.engine.conftest import Running, paths_in


async def test_a_taken_port(running: Running, tmp_path: Path) -> None:
    """One that was asked for is an error that names it; else the next free one is taken."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        await running.engine.stop_listening()
        with pytest.raises(ResourceError, match=str(port)):
            await running.engine.listen(port=port)


async def test_a_taken_port_is_told_until_another_is_open(running: Running) -> None:
    """For the window the reason stands in the health, without options of the command line, and goes with success."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        await running.engine.stop_listening()
        with pytest.raises(ResourceError, match="--port 0"):
            await running.engine.try_to_listen(port=port)
        problem = running.engine.health.problem
        assert problem is not None
        assert problem.startswith(f"Port {port} on 127.0.0.1 is taken by ")
        assert "--port" not in problem

        await running.engine.try_to_listen(port=0)
    assert running.engine.health.problem is None


async def test_an_address_that_is_lost_is_not_said_to_be_open(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where neither the other address nor the one of before can be had, the health says that nothing listens."""
    port = int(running.url.rpartition(":")[2])

    def refuse(host: str, port: int, *, next_free: bool) -> list[socket.socket]:
        raise ResourceError(f"{host} is no address of this machine; use one that it has.")

    monkeypatch.setattr(listener, "bind", refuse)
    with pytest.raises(ResourceError, match=r"203\.0\.113\.7 is no address .* nothing listens"):
        await running.engine.move("203.0.113.7", port)
    health = running.engine.health
    assert (health.listening, health.exposed) == ((), False)
    assert "nothing listens" in (health.problem or "")

    monkeypatch.undo()
    await running.engine.try_to_listen(port=0)
    assert running.engine.health.problem is None


async def test_another_problem_stays_when_a_port_is_opened(running: Running) -> None:
    """A full disk is not solved by another port."""
    await running.engine.stop_listening()
    running.engine.be(problem="The disk is full.")
    await running.engine.try_to_listen(port=0)

    assert running.engine.health.problem == "The disk is full."


async def test_stop_frees_the_port_and_the_store(tmp_path: Path) -> None:
    """Another engine can begin at once on the same port and store, and sees what the first had stored."""
    for expected in (1, 2):
        engine = Engine(paths_in(tmp_path))
        await engine.start()
        addresses = await engine.listen(port=0)
        _, id = await Running(engine, addresses[0]).post(b"x")
        await engine.stop()
        assert id == expected


async def test_a_damaged_store_is_said(tmp_path: Path) -> None:
    """It is set aside, a new one begun, and the state that the user sees says so."""
    (tmp_path / "captures.db").write_bytes(b"no database at all " * 500)
    engine = Engine(paths_in(tmp_path))
    told: list[object] = []
    engine.facts.subscribe(told.append)
    await engine.start()
    await engine.stop()

    assert any(isinstance(fact, Health) and fact.problem and "damaged" in fact.problem for fact in told)


async def test_other_addresses_are_exposed_only_when_asked_for(running: Running) -> None:
    """Loopback is the default; 0.0.0.0 is open to others, and the state says so."""
    assert not running.engine.health.exposed
    await running.engine.stop_listening()

    await running.engine.listen(host="0.0.0.0", port=0)

    assert running.engine.health.exposed


FULL = """
import asyncio, resource, signal, sys
from pathlib import Path
from inspector.core.paths import Paths
from inspector.engine.engine import Engine
from inspector.listener import listener

async def main():
    folder = Path(sys.argv[1])
    engine = Engine(Paths(store=folder / "captures.db", config=folder, logs=folder))
    await engine.start()
    print((await engine.listen(port=0))[0], flush=True)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    loop = asyncio.get_running_loop()
    for line in iter(lambda: None, 1):
        line = await loop.run_in_executor(None, sys.stdin.readline)
        if not line:
            break
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(line), hard))
        print(engine.health.problem, flush=True)
    await engine.stop()

asyncio.run(main())
"""


def curl(url: str, size: int) -> str:
    """The status that the real curl sees for a body of so many bytes."""
    done = subprocess.run(
        ["curl", "-s", "-o", os.devnull, "-w", "%{http_code}", "--data-binary", "@-", url],
        input=b"x" * size,
        capture_output=True,
        check=True,
        timeout=20,
    )
    return done.stdout.decode()


def test_a_full_disk(tmp_path: Path) -> None:
    """No room: 503 and the state says so; room again: 200, by itself, and all that was answered 200 is there."""
    process = subprocess.Popen(
        [sys.executable, "-c", FULL, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdin is not None
    assert process.stdout is not None

    def limit(size: int) -> str:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(f"{size}\n")
        process.stdin.flush()
        return process.stdout.readline()

    try:
        url = process.stdout.readline().strip()
        assert curl(url, 1000) == "200"
        limit(4096)
        assert curl(url, 100_000) == "503"
        said = limit(10**9)
        assert "full" in said
        assert curl(url, 100_000) == "200"
        assert limit(10**9).strip() == "None"
    finally:
        process.communicate(timeout=60)


async def test_stopping_waits_for_what_was_accepted(running: Running) -> None:
    """Requests under way when it stops are answered or refused, never both lost and answered."""
    posts = [asyncio.ensure_future(running.post(b"x")) for _ in range(50)]
    await asyncio.sleep(0.01)
    await running.engine.stop_listening()
    outcomes = await asyncio.gather(*posts, return_exceptions=True)
    answered = [outcome[1] for outcome in outcomes if isinstance(outcome, tuple)]

    assert set(answered) <= set(await running.engine.reading.run(lambda reader: reader.ids(None)))


async def test_settings_edited_by_hand_are_followed(running: Running) -> None:
    """The listener goes where the file says; what cannot be read is told until it is mended."""
    file = running.engine.paths.settings
    running.engine.follows_settings = True
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"port = {port}\nbody_timeout = 7.5\n")
    async with asyncio.timeout(20):
        while not running.engine.health.listening[0].endswith(f":{port}"):
            await asyncio.sleep(0.02)
        file.write_text("port = 70000\n")
        while running.engine.health.problem is None:
            await asyncio.sleep(0.02)
        assert "expected 0 to 65535" in running.engine.health.problem
        assert running.engine.settings.body_timeout == 7.5
        file.write_text(f"port = {port}\n")
        while running.engine.health.problem is not None:
            await asyncio.sleep(0.02)


async def test_a_listener_that_was_told_where_to_listen_stays(running: Running) -> None:
    """Beside a window, a command keeps the port that it has printed."""
    before = running.engine.health.listening
    settings_file.change(running.engine.paths.settings, lambda settings: replace(settings, port=1))
    await running.engine.take_settings()

    assert running.engine.health.listening == before
