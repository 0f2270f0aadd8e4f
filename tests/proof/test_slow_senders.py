"""Slow senders do not hold up the others."""

import resource
import socket
import subprocess
import sys
import time
from contextlib import ExitStack, suppress

from tests.cli.running_program import listening

CONNECTIONS = 2_000


def test_two_thousand_slow_connections_with_few_open_files() -> None:
    """With `ulimit -n 1024` and 2,000 connections that send a byte and wait, everybody else is still answered."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    command = ["sh", "-c", f'ulimit -n 1024; exec "{sys.executable}" -m inspector listen --json -q --port 0']
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, CONNECTIONS + 500), hard))
    try:
        assert process.stdout is not None
        port = int(process.stdout.readline().rstrip('"}\n').rpartition(":")[2])
        with ExitStack() as slow:
            for _ in range(CONNECTIONS):
                connection = slow.enter_context(socket.socket())
                connection.setblocking(False)
                connection.connect_ex(("127.0.0.1", port))
                with suppress(OSError):
                    connection.sendall(b"P")
            waits = [_post(port) for _ in range(20)]
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
        process.terminate()
        process.communicate(timeout=60)

    assert len(waits) == 20


def _post(port: int) -> float:
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx")
        assert connection.recv(100).startswith(b"HTTP/1.1 200 ")
    return time.monotonic() - began


def test_ten_large_bodies_at_once_stay_out_of_memory() -> None:
    """Ten bodies of 60 MiB arriving together cost the listener less memory than one of them."""
    with listening("-q") as program:
        program.post(b"x")
        before = _peak_kib(program.process.pid)
        senders = [
            subprocess.Popen(
                ["sh", "-c", f'head -c 62914560 /dev/zero | curl -s -T - "{program.url}/big"'],
                stdout=subprocess.DEVNULL,
            )
            for _ in range(10)
        ]
        assert [sender.wait(60) for sender in senders] == [0] * 10
        grown = _peak_kib(program.process.pid) - before

    assert grown < 60 * 1024


def _peak_kib(pid: int) -> int:
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
