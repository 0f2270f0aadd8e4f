"""Who listens on a port already."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.listener.holders import Holder, holder_of

LISTENS = "import socket; s = socket.create_server(('127.0.0.1', 0)); print(s.getsockname()[1], flush=True); input()"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells")
def test_another_program_is_named_with_its_number(tmp_path: Path) -> None:
    """A script is named by its file, not by its interpreter alone."""
    script = tmp_path / "shop.py"
    script.write_text(LISTENS)
    with subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        found = holder_of(int(other.stdout.readline()))
        other.communicate("\n")

    assert found is not None
    assert found.pid == other.pid
    assert str(found) == f"{Path(sys.executable).name} shop.py (process {other.pid})"


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (b"/usr/sbin/nginx\0-g\0", "nginx"),
        (b"python3\0-m\0http.server\0", "python3 -m http.server"),
        (b"node\0--inspect\0server.js\0", "node"),
        (b"x" * 500 + b"\0", "x" * 60),
        (b"", "another program"),
    ],
)
def test_names_are_those_that_people_know(tmp_path: Path, command: bytes, name: str) -> None:
    """A module or a script stands behind its interpreter; a name is bounded."""
    (tmp_path / "net").mkdir()
    row = "   0: 0100007F:22B8 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1"
    (tmp_path / "net" / "tcp").write_text(f"  sl  local_address\n{row}\n")
    folder = tmp_path / "42"
    (folder / "fd").mkdir(parents=True)
    (folder / "fd" / "3").symlink_to("socket:[4711]")
    (folder / "cmdline").write_bytes(command)

    assert holder_of(8888, tmp_path) == Holder(pid=42, name=name)
    assert holder_of(8889, tmp_path) is None


def test_where_nothing_is_told_nobody_is_named(tmp_path: Path) -> None:
    """A system without /proc, and a socket that only connects, name nobody."""
    assert holder_of(8888, tmp_path / "none") is None
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getsockname()[1] != server.getsockname()[1]
        found = holder_of(client.getsockname()[1])
    assert found is None or found.pid != os.getpid()
