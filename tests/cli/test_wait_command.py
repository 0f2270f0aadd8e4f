"""`wait`."""

import threading
import time
from dataclasses import replace

from inspector.core import clock
from tests.captures import head_of, request_of
from tests.cli.conftest import Command, keep

GET = replace(request_of(head_of(b"GET /wanted HTTP/1.1", b"Host: x")), received_at=clock.now())
OTHER = replace(request_of(head_of(b"POST /other HTTP/1.1", b"Host: x")), received_at=clock.now())


def test_a_capture_of_another_connection_is_found(command: Command) -> None:
    """What somebody stores while it waits is printed, with exit code 0."""
    keep(OTHER)

    def later() -> None:
        time.sleep(0.3)
        keep(OTHER, GET)

    thread = threading.Thread(target=later)
    thread.start()
    done = command("wait", "path:/wanted", "--timeout", "10s", "--json")
    thread.join()

    assert done.code == 0
    assert [o["id"] for o in done.objects] == [3]


def test_time_out_names_the_nearest_misses(command: Command) -> None:
    """Exit code 4, and the captures that met most of the filter are named."""
    keep(OTHER, GET)
    done = command("wait", "method:POST path:/wanted", "--since", "1h", "--timeout", "100ms")

    assert done.code == 4
    assert "Nearly: #2" in done.err
    assert "2 others did not match" in done.err


def test_since_an_id(command: Command) -> None:
    """What came after a capture that is named counts at once."""
    first, second = keep(GET, GET)
    done = command("wait", "path:/wanted", "--since", str(first), "--json", "--timeout", "5s")

    assert [o["id"] for o in done.objects] == [second]


def test_expect(command: Command) -> None:
    """A capture that came but is not as expected is exit code 1."""
    keep(GET)

    assert command("wait", "path:/wanted", "--since", "1h", "--expect", "method:GET").code == 0
    assert command("wait", "path:/wanted", "--since", "1h", "--expect", "method:POST").code == 1
    assert command("wait", "--since", "soon").code == 2
