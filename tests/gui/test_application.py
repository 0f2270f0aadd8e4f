"""End to end: a real window, a real engine, real requests."""

import asyncio
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector.core.paths import Paths
from inspector.core.settings import Settings
from inspector.gui import tasks
from inspector.gui.application import make_application, make_window, name_of
from inspector.gui.life import Parts, build, live
from inspector.gui.memory import Memory
from inspector.gui.opening import Opened, open_list
from inspector.gui.signals import Signals
from inspector.gui.single_window import SingleWindow
from tests.gui.stage import Loop, until
from tests.gui.test_bridge import send


@pytest.fixture
def parts(loop: Loop, qapp: QApplication, paths: Paths) -> Parts:
    """A window that is about to live."""
    make_application()
    single = SingleWindow(paths.server_name)
    assert single.claim()
    window, memory = make_window(paths), Memory(paths.config)

    async def open_it() -> Opened:
        return open_list(window, paths, memory)

    opened = loop.run(open_it())
    return build(window, paths, Settings(), opened, host=None, port=0, single=single, memory=memory)


def lived(loop: Loop, parts: Parts, script: Callable[[], "asyncio.Future[None]"]) -> int:
    """Let the window live while a script runs, then close it; gives the exit code."""
    window = parts.desktop.desk.window
    signals = Signals()
    failed: list[BaseException] = []

    async def play() -> None:
        try:
            await script()
        except BaseException as error:
            failed.append(error)
        window.close()

    async def life() -> int:
        window.show()
        tasks.spawn(play(), name="script")
        return await live(parts, signals)

    code = loop.run(life(), seconds=60)
    signals.close()
    if failed:
        raise failed[0]
    return code


class Target(BaseHTTPRequestHandler):
    """A program under development that refuses everything."""

    bodies: list[bytes] = []  # noqa: RUF012

    def do_POST(self) -> None:
        """Keep the body and say no."""
        self.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(422)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def target() -> Iterator[str]:
    """Where captures are sent again."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Target)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_from_the_socket_to_the_screen_and_back_out(loop: Loop, parts: Parts, target: str) -> None:
    """A POST stands in the list, its body in the detail; sent again, the target's answer is told; closing ends all."""
    desk = parts.desktop.desk
    window = desk.window

    async def script() -> None:
        await until(lambda: parts.bridge.health.listening)
        await send(parts.bridge.health.listening[0], 2)
        await until(lambda: window.total == 2)
        # The first is open, and so no longer new.
        await until(lambda: window.windowTitle() == "(1) Webhook Inspector")
        await until(lambda: window.detail.capture is not None)
        assert window.detail.capture is not None
        assert window.detail.capture.request.body.read() == b"ok"
        desk.resending.resend(desk.selection.ids(), target)
        await until(lambda: [one for one in window.notices.notices() if "responded 422" in one.text])
        await until(lambda: window.detail.capture is not None and window.detail.capture.dispatches)

    assert lived(loop, parts, script) == 0  # type: ignore[arg-type]
    assert Target.bodies == [b"ok"]
    assert not window.isVisible()


def test_the_port_is_closed_and_opened_again_where_it_was(loop: Loop, parts: Parts) -> None:
    """Stop and Start keep the address that was given to senders."""
    desk = parts.desktop.desk

    async def script() -> None:
        await until(lambda: parts.bridge.health.listening)
        before = parts.bridge.health.listening[0]
        desk.listening.toggle()
        await until(lambda: not parts.bridge.health.listening)
        assert [notice.key for notice in desk.window.notices.notices()] == ["stopped"]
        with pytest.raises(OSError):  # noqa: PT011
            await send(before)
        desk.listening.toggle()
        await until(lambda: parts.bridge.health.listening)
        assert parts.bridge.health.listening[0] == before
        await send(before)

    assert lived(loop, parts, script) == 0  # type: ignore[arg-type]


def window_process(store: Path, *more: str) -> "subprocess.Popen[bytes]":
    """The program itself, as a person starts it."""
    command = [sys.executable, "-m", "inspector", "--store", str(store), "--config-dir", str(store.parent / "config")]
    return subprocess.Popen([*command, "--port", "0", *more], stderr=subprocess.PIPE)


def test_a_signal_closes_the_window_in_order(tmp_path: Path) -> None:
    """SIGTERM ends window and engine within seconds, with exit code 0 and nothing on standard error."""
    process = window_process(tmp_path / "captures.db")
    began = time.monotonic()
    while not (tmp_path / "captures.db").exists():
        assert time.monotonic() - began < 30
        time.sleep(0.05)
    time.sleep(0.5)
    engines = children(process.pid)
    process.send_signal(signal.SIGTERM)
    _, errors = process.communicate(timeout=30)

    assert (process.returncode, errors) == (0, b"")
    assert engines
    while [pid for pid in engines if not is_dead(pid)]:
        assert time.monotonic() - began < 40
        time.sleep(0.05)


def test_the_title_names_a_store_that_is_not_the_usual_one(tmp_path: Path) -> None:
    """By its file, or by its folder where the file has the usual name."""
    paths = Paths(store=tmp_path / "work" / "captures.db", config=tmp_path, logs=tmp_path)

    assert name_of(paths) == ""
    assert name_of(replace(paths, usual=False)) == "work/captures.db"
    assert name_of(replace(paths, store=tmp_path / "x.db")) == "x.db"
    assert name_of(replace(paths, temporary=True)) == "temporary store"


def test_a_second_start_passes_on_what_it_was_asked(loop: Loop, parts: Parts, tmp_path: Path) -> None:
    """The files are imported into the window that is there, and its filter is the one that was asked for."""
    desk = parts.desktop.desk
    file = tmp_path / "one.http"
    file.write_bytes(b"GET /one HTTP/1.1\r\nHost: a\r\n\r\n")

    async def script() -> None:
        await until(lambda: parts.bridge.health.listening)
        second = window_process(desk.paths.store, "--open", str(file), "--filter", "path:/one")
        await until(lambda: desk.window.total == 1)
        assert desk.listing.text == "path:/one"
        assert desk.habits.settings.recent_stores == (str(desk.paths.store),)
        await until(lambda: second.poll() is not None)
        assert second.communicate()[1] == b""

    assert lived(loop, parts, script) == 0  # type: ignore[arg-type]


def test_a_second_start_ends_at_once(tmp_path: Path) -> None:
    """There is one window for a store; the second process raises it."""
    first = window_process(tmp_path / "captures.db")
    began = time.monotonic()
    while not (tmp_path / "captures.db").exists():
        assert time.monotonic() - began < 30
        time.sleep(0.05)
    second = window_process(tmp_path / "captures.db")
    _, errors = second.communicate(timeout=30)
    assert (second.returncode, errors) == (0, b"")
    assert first.poll() is None

    first.terminate()
    first.communicate(timeout=30)
    assert first.returncode == 0


def children(pid: int) -> list[int]:
    """Processes that a process has started."""
    if not Path("/proc").exists():
        return []
    parents = {int(entry.name): status(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdigit()}
    return [one for one, (parent, _) in parents.items() if parent == pid]


def status(pid: int) -> tuple[int, str]:
    """Parent and state of a process."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0, "X"
    return int(fields[1]), fields[0]


def is_dead(pid: int) -> bool:
    """Whether nobody but its parent remembers it."""
    return status(pid)[1] in "ZX"
