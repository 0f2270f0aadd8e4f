"""Two programs on one store."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from inspector.store.reader import Reader
from tests.cli.running_program import Program, listening

POSTS = 5_000
DELIVERIES = 500


def test_ids_and_attempts_of_two_listeners(tmp_path: Path) -> None:
    """5,000 posts with 500 delivery ids to each of two listeners: ids unique, attempts without gaps."""
    with listening("-q") as one, listening("-q") as other:
        senders = [_start_sending(program, number) for number, program in enumerate((one, other))]
        assert [sender.wait(60) for sender in senders] == [0, 0]

    reader = Reader(Path(os.environ["WEBHOOK_INSPECTOR_STORE"]))
    attempts: dict[str | None, list[int]] = {}
    for summary in reader.page(None, limit=3 * POSTS):
        attempts.setdefault(summary.delivery_id, []).append(summary.attempt)
    reader.close()
    assert len(attempts) == DELIVERIES
    each = 2 * POSTS // DELIVERIES
    assert all(sorted(numbers) == list(range(1, each + 1)) for numbers in attempts.values())


def _start_sending(program: Program, number: int) -> "subprocess.Popen[bytes]":
    address = urlsplit(program.url)
    return subprocess.Popen([sys.executable, "-c", SENDER, str(address.port), str(POSTS), str(DELIVERIES)])


SENDER = """
import http.client, sys
port, posts, deliveries = map(int, sys.argv[1:])
connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
for number in range(posts):
    body = b'{"id":"evt_%d","object":"event","type":"invoice.paid"}' % (number % deliveries)
    connection.request("POST", "/", body, {"Stripe-Signature": "t=1,v1=00"})
    response = connection.getresponse()
    response.read()
    assert response.status == 200, response.status
"""
