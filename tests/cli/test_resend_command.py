"""`resend`."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from inspector.engine import custom_file
from tests.cli.conftest import Command, keep
from tests.cli.running_program import listening
from tests.providers.described import ACME, KEY, acme

pytestmark = pytest.mark.usefixtures("three")


@pytest.fixture
def refused_port() -> int:
    """A port on which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


@pytest.fixture
def teapot() -> Iterator[int]:
    """The port of a server that answers every request with 418."""
    lines: Queue[bytes] = Queue()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            try:
                while True:
                    connection, _ = server.accept()
                    with connection:
                        lines.put(connection.recv(65536))
                        connection.sendall(
                            b"HTTP/1.1 418 I'm a teapot\r\nContent-Length: 3\r\nConnection: close\r\n\r\npot"
                        )
            except OSError:
                return

        threading.Thread(target=serve, daemon=True).start()
        yield int(server.getsockname()[1])


def test_a_resend_to_ourselves_is_known_as_one(command: Command) -> None:
    """It arrives with the same bytes, origin resend, and the dispatch is stored with its response."""
    with listening() as program:
        done = command("resend", "3", "--to", program.url, "--json")
        arrived = program.line()

    assert done.code == 0
    assert done.objects[0]["status"] == 200
    assert arrived["origin"] == {"kind": "resend", "of": 3, "file": None}
    assert command("show", str(arrived["id"]), "--part", "body").raw == b"\x00\xff\r\n"
    dispatches = command("show", "3", "--json").objects[0]["dispatches"]
    assert isinstance(dispatches, list)
    assert [(d["kind"], d["status"]) for d in dispatches] == [("resend", 200)]


def test_many_that_match(command: Command, teapot: int) -> None:
    """All that match are sent, oldest first, as often as asked; a status outside 2xx is exit code 1."""
    done = command("resend", "--match", "method:POST", "--to", str(teapot), "--repeat", "2", "-c", "3", "--json")

    assert done.code == 1
    assert [(o["capture"], o["status"]) for o in done.objects] == [(2, 418), (3, 418), (2, 418), (3, 418)]


def test_a_target_that_refuses(command: Command, refused_port: int) -> None:
    """The line says what happened; the dispatch is stored; exit code 1."""
    done = command("resend", "last", "--to", str(refused_port))

    assert done.code == 1
    assert "refused" in done.out
    assert command("show", "3", "--json").objects[0]["dispatches"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("resend", "--to", "3000"), 2),
        (("resend", "1", "--match", "x", "--to", "3000"), 2),
        (("resend", "1", "--to", "ftp://x"), 2),
        (("resend", "1", "--to", "3000", "--rate", "fast"), 2),
        (("resend", "99", "--to", "3000"), 3),
        (("resend", "--match", "path:/nothing", "--to", "3000"), 3),
    ],
)
def test_bad_input(command: Command, arguments: tuple[str, ...], code: int) -> None:
    """Each mistake has its exit code and one line."""
    done = command(*arguments)

    assert done.code == code
    assert len(done.err.splitlines()) == 1


def test_signed_now_it_is_valid_again(command: Command) -> None:
    """The same delivery, a new signature; every other byte as it came, and the dispatch says what was set anew."""
    secret = ("--secret", "stripe=text:whsec_test_secret")
    with listening(*secret) as program:
        first = command("resend", "2", "--to", program.url, "--as", "signed", *secret, "--json")
        arrived = program.line()
        bad = command("resend", "2", "--to", program.url, "--break", "tampered", *secret, "--json")
        broken = program.line()

    assert (first.code, bad.code) == (0, 0)
    assert first.objects[0]["as"] == "signed"
    assert "Stripe-Signature" in first.objects[0]["changed"]  # type: ignore[operator]
    assert arrived["signature"]["status"] == "valid"  # type: ignore[index]
    assert broken["signature"]["status"] == "invalid"  # type: ignore[index]
    assert "broken on purpose: tampered" in bad.objects[0]["changed"]  # type: ignore[operator]
    assert command("show", str(arrived["id"]), "--part", "body").raw == command("show", "2", "--part", "body").raw


def test_changed_on_the_way(command: Command) -> None:
    """Places, fields and the whole body; the dispatch says that it was edited."""
    with listening() as program:
        done = command(
            "resend",
            "2",
            "--to",
            program.url,
            "--set",
            "type=a.b",
            "-H",
            "X-New: 1",
            "-H",
            "stripe-signature:",
            "--json",
        )
        arrived = program.line()

    assert (done.code, done.objects[0]["as"]) == (0, "edited")
    names = [name for name, _ in arrived["headers"]]  # type: ignore[attr-defined]
    assert "X-New" in names
    assert "Stripe-Signature" not in names
    assert b'"type":"a.b"' in command("show", str(arrived["id"]), "--part", "body").raw.replace(b" ", b"")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("2", "--as", "signed"), 3, "no secret of Stripe"),
        (("2", "--sign-with", "other", "--secret", "stripe=text:a"), 3, "“command line”"),
        (("3", "--as", "signed"), 2, "no provider that is known"),
        (("2", "--as", "received", "--break", "stale"), 2, "--break"),
        (("2", "--set", "no.such.place=1"), 2, "cannot be set"),
        (("2", "-H", "two words: x"), 2, "header field"),
    ],
)
def test_what_cannot_be_sent_so(command: Command, arguments: tuple[str, ...], code: int, said: str) -> None:
    """One line says why, and nothing is sent."""
    done = command("resend", *arguments, "--to", "3000")

    assert done.code == code
    assert said in done.err


def test_own_providers_sign_again(command: Command, tmp_path: Path) -> None:
    """A sender that the user described is signed for by its recipe, with a new time."""
    [id] = keep(acme())
    file = tmp_path / "acme.toml"
    file.write_text(custom_file.write(ACME), encoding="utf-8")
    assert command("providers", "add", str(file)).code == 0
    secret = f"custom:acme=text:{KEY.decode()}"
    with listening("--secret", secret) as program:
        done = command("resend", str(id), "--to", program.url, "--as", "signed", "--secret", secret)
        arrived = program.line()

    assert done.code == 0
    signature = arrived["signature"]
    assert isinstance(signature, dict)
    assert (arrived["provider"], signature["status"]) == ("custom:acme", "valid")
