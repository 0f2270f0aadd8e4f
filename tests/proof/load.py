"""Load on a running program, and what its senders were promised."""

import hashlib
import json
import subprocess
import sys
import threading
import time
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.request import Request, urlopen

from inspector.store.reader import Reader
from tests.bench.payload import event

LARGE = 9 * 1024 * 1024
DIFFERENT = 2_000


@dataclass
class Load:
    """Ids that senders were told, with the hash of the body that each had sent."""

    promised: dict[int, str] = field(default_factory=dict)
    slowest_ms: float = 0.0
    broken: int = 0
    refused: int = 0


@contextmanager
def sending(url: str, seconds: float, log: Path, *, rate: float = 0.0, large: bool = False) -> Iterator[Load]:
    """Send from another process while the block runs, from the first answer on; then gather what was promised."""
    port = url.rpartition(":")[2]
    arguments = [port, str(seconds), "--log", str(log), "--different", str(DIFFERENT), "--rate", str(rate)]
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.generator", *arguments], stdout=subprocess.PIPE)
    load = Load()
    uploads = threading.Thread(target=_upload, args=(url, time.monotonic() + seconds, load.promised))
    if large:
        uploads.start()
    while process.poll() is None and not (log.exists() and log.stat().st_size):
        time.sleep(0.01)
    try:
        yield load
    finally:
        out, _ = process.communicate(timeout=seconds + 30)
        if large:
            uploads.join(30)
    figures = json.loads(out)
    load.slowest_ms, load.broken, load.refused = figures["max_ms"], figures["broken"], figures["refused"]
    hashes = [hashlib.sha256(event(number)).hexdigest() for number in range(DIFFERENT)]
    for line in log.read_text().splitlines():
        id, number = line.split()
        load.promised[int(id)] = hashes[int(number)]


def _upload(url: str, end: float, promised: dict[int, str]) -> None:
    number = 0
    while time.monotonic() < end:
        number += 1
        body = number.to_bytes(4, "big") * (LARGE // 4)
        try:
            with urlopen(Request(url + "/large", data=body), timeout=60) as response:
                promised[int(response.headers["X-Capture-Id"])] = hashlib.sha256(body).hexdigest()
        except (OSError, urllib.error.URLError):
            return


def broken_promises(store: Path, promised: dict[int, str]) -> list[str]:
    """A line for every capture that was answered and is not in the store as it was sent."""
    reader = Reader(store)
    try:
        found = {}
        for capture in reader.captures(promised):
            digest = hashlib.sha256()
            for chunk in capture.request.body.chunks():
                digest.update(chunk)
            found[capture.id] = digest.hexdigest()
    finally:
        reader.close()
    return [f"{id}: {found.get(id, 'missing')}" for id, wanted in promised.items() if found.get(id) != wanted]
