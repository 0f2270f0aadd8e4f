"""The sender of the measurements: a process of its own, with raw sockets and prebuilt bytes.

`python -m tests.bench.generator PORT SECONDS` prints one JSON object: requests answered, seconds, its own CPU seconds,
other status codes than 200, broken connections, and the 50th, 99th and last of the response times in milliseconds.
"""

import argparse
import json
import selectors
import socket
import sys
import time
from collections import deque
from typing import TextIO

from tests.bench.payload import OTHER, SECRET, requests

CONNECTIONS = 32
DIFFERENT = 20_000
"""Different messages; they are sent in turn, again and again."""

_ID = b"X-Capture-Id: "


class Wire:
    """One keep-alive connection with at most one request under way."""

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sent_at = 0.0
        self.number = -1
        self._came = b""

    def send(self, message: bytes, number: int) -> None:
        """Send one request."""
        self.number = number
        self.sent_at = time.perf_counter()
        self.socket.sendall(message)

    def receive(self) -> bytes | None:
        """The head of a whole response, or None while it is not whole. Raises ConnectionError at the end."""
        came = self.socket.recv(65536)
        if not came:
            raise ConnectionResetError("closed")
        self._came += came
        end = self._came.find(b"\r\n\r\n")
        if end < 0 or len(self._came) < end + 4 + 2:
            return None
        head, self._came = self._came[:end], b""
        return head


class Generator:
    """Sends for a while and counts."""

    def __init__(self, port: int, messages: list[bytes], log: TextIO | None) -> None:
        self._port = port
        self._messages = messages
        self._log = log
        self._selector = selectors.DefaultSelector()
        self._idle: deque[Wire] = deque()
        self._next = 0
        self.waits: list[float] = []
        self.refused = 0
        self.broken = 0

    def run(self, seconds: float, rate: float, connections: int) -> float:
        """Send at full speed, or at `rate` a second; returns the seconds that it took."""
        for _ in range(connections):
            wire = Wire(self._port)
            self._selector.register(wire.socket, selectors.EVENT_READ, wire)
            self._idle.append(wire)
        start = time.perf_counter()
        sent = 0
        while (elapsed := time.perf_counter() - start) < seconds and self._selector.get_map():
            allowed = len(self._idle) if not rate else min(len(self._idle), int(rate * elapsed) + 1 - sent)
            for _ in range(allowed):
                self._send(self._idle.popleft())
            sent += max(allowed, 0)
            for key, _ in self._selector.select(0.001 if rate else 0.1):
                self._receive(key.data)
        return time.perf_counter() - start

    def _send(self, wire: Wire) -> None:
        number = self._next
        self._next += 1
        try:
            wire.send(self._messages[number % len(self._messages)], number)
        except OSError:
            self._lose(wire)

    def _receive(self, wire: Wire) -> None:
        try:
            head = wire.receive()
        except OSError:
            self._lose(wire)
            return
        if head is None:
            return
        self.waits.append(time.perf_counter() - wire.sent_at)
        if not head.startswith(b"HTTP/1.1 200"):
            self.refused += 1
        elif self._log is not None:
            capture_id = head[head.index(_ID) + len(_ID) :].partition(b"\r\n")[0].decode()
            self._log.write(f"{capture_id} {wire.number % len(self._messages)}\n")
            if len(self.waits) == 1:
                self._log.flush()  # whoever waits for the first answer sees that it came
        self._idle.append(wire)

    def _lose(self, wire: Wire) -> None:
        self.broken += 1
        self._selector.unregister(wire.socket)
        wire.socket.close()


def main() -> None:
    """Read the options, send, print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("port", type=int)
    parser.add_argument("seconds", type=float)
    parser.add_argument("--rate", type=float, default=0.0, help="requests a second; 0 is as many as possible")
    parser.add_argument("--connections", type=int, default=CONNECTIONS)
    parser.add_argument("--different", type=int, default=DIFFERENT)
    parser.add_argument("--bad", action="store_true", help="signed with another secret")
    parser.add_argument("--log", help="a file for a line `capture-id message-number` for each 200")
    options = parser.parse_args()
    messages = list(requests(options.different, options.port, secret=OTHER if options.bad else SECRET))
    log = open(options.log, "w", buffering=4096) if options.log else None  # noqa: SIM115  # closed below
    generator = Generator(options.port, messages, log)
    before = time.process_time()
    seconds = generator.run(options.seconds, options.rate, options.connections)
    cpu = time.process_time() - before
    if log is not None:
        log.close()
    waits = sorted(generator.waits) or [0.0]
    result = {
        "requests": len(generator.waits),
        "seconds": seconds,
        "cpu": cpu,
        "refused": generator.refused,
        "broken": generator.broken,
        "p50_ms": waits[len(waits) // 2] * 1000,
        "p99_ms": waits[len(waits) * 99 // 100] * 1000,
        "max_ms": waits[-1] * 1000,
    }
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
