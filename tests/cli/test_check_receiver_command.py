"""`check-receiver`."""

import hashlib
import hmac
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from tests.cli.conftest import SECRET, Command

pytestmark = pytest.mark.usefixtures("three")
Receiver = Callable[[float], Iterator[str]]


@contextmanager
def receiver(seconds: float) -> Iterator[str]:
    """The port of a server that accepts what Stripe's library accepts, up to that age."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            found = re.fullmatch(r"t=(\d+),v1=(\w+)", self.headers.get("Stripe-Signature", ""))
            signed = found and hmac.new(SECRET, found[1].encode() + b"." + body, hashlib.sha256).hexdigest() == found[2]
            young = found and time.time() - int(found[1]) <= seconds
            self.send_response(200 if signed and young else 400)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield str(server.server_address[1])
        server.shutdown()


@pytest.fixture
def secret() -> str:
    """The option that names the receiver's secret."""
    return f"stripe=text:{SECRET.decode()}"


def test_a_good_receiver(command: Command, secret: str) -> None:
    """A line for each that was sent, a sentence, and exit code 0."""
    with receiver(300) as port:
        done = command("check-receiver", "stripe", "--to", port, "--secret", secret)

    assert done.code == 0
    lines = done.out.splitlines()
    assert [line[:1] for line in lines[:-1]] == ["✓", "✓", "–", "✓", "✓", "✓", "✓"]
    assert "does what it should with events of Stripe" in lines[-1]


def test_one_that_accepts_old_events(command: Command, secret: str) -> None:
    """Exit code 1, and the object says which."""
    with receiver(1e9) as port:
        done = command(
            "check-receiver", "stripe", "--to", port, "--secret", secret, "--event", "invoice.payment_failed", "--json"
        )

    assert done.code == 1
    told = done.objects[0]
    assert (told["provider"], told["event"], told["passed"]) == ("stripe", "invoice.payment_failed", False)
    checks = told["checks"]
    assert isinstance(checks, list)
    assert [check["step"] for check in checks if not check["passed"]] == ["stale"]
    assert checks[0].keys() == {"step", "expected", "status", "duration_ms", "error", "left_out", "passed"}


def test_another_secret_is_suspected(command: Command) -> None:
    """Where even the good one is refused."""
    with receiver(300) as port:
        done = command("check-receiver", "stripe", "--to", port)

    assert done.code == 1
    assert "Does it check with the secret that signed these (“sample”)?" in done.out


def test_with_a_capture(command: Command, secret: str) -> None:
    """It is signed now, and what was sent stands with it."""
    with receiver(300) as port:
        done = command("check-receiver", "2", "--to", port, "--secret", secret, "--json")

    assert done.code == 0
    dispatches = command("show", "2", "--json").objects[0]["dispatches"]
    assert isinstance(dispatches, list)
    assert [dispatch["status"] for dispatch in dispatches] == [200, 400, 400, 400, 400, 200]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("stripe", "--to", "1"), 5),
        (("nobody", "--to", "3000"), 2),
        (("stripe", "--to", "ftp://x"), 2),
        (("2", "--to", "3000", "--event", "x"), 2),
        (("stripe", "--to", "3000", "--event", "no.such"), 2),
        (("stripe", "--to", "3000", "--sign-with", "a", "--secret", "stripe=text:b"), 2),
        (("99", "--to", "3000"), 3),
        (("stripe", "--to", "3000", "--sign-with", "nobody"), 3),
    ],
)
def test_what_cannot_be_checked(command: Command, arguments: tuple[str, ...], code: int) -> None:
    """One line says why."""
    done = command("check-receiver", *arguments)

    assert done.code == code
    assert len(done.err.strip().splitlines()) == 1
