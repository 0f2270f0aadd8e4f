"""`listen`, as a process of its own."""

import os
import signal
import socket
import subprocess
import sys

from tests.cli.conftest import SECRET, TWILIO, Command, stripe, twilio
from tests.cli.running_program import listening

PROGRAM = [sys.executable, "-m", "inspector"]
CURL = 'curl -s -d a=1 "$WEBHOOK_INSPECTOR_URL/from-curl"'


def test_each_capture_is_printed_once_it_is_stored(command: Command) -> None:
    """The first line is the address; then one object a capture, whose id the sender was told; Ctrl+C ends with 130."""
    with listening() as program:
        status, id = program.post(b'{"n":1}', "/one", Content_Type="application/json")
        printed = program.line()
        code = program.stop()

    assert (status, code) == (200, 130)
    assert (printed["id"], printed["target"], printed["body_text"]) == (int(id), "/one", '{"n":1}')
    assert command("show", id, "--part", "body").raw == b'{"n":1}'


def test_the_verdict_is_complete_when_it_is_printed() -> None:
    """A signature that fails is printed with the cause that was proved, not before."""
    body = b'{"id":"evt_1","object":"event","type":"invoice.paid"}'
    signature = stripe(body, secret=SECRET).headers.get("stripe-signature")
    assert signature
    with listening("--secret", f"stripe=text:{SECRET.decode()}\n") as program:
        program.post(body, Stripe_Signature=signature)
        printed = program.line()

    assert isinstance(printed["signature"], dict)
    assert (printed["signature"]["status"], printed["signature"]["cause"]) == ("invalid", "secret-whitespace")


def test_match_and_count_end_it() -> None:
    """`--match` decides what is counted; all is kept, and the count ends it with 0."""
    with listening("--match", "path:/wanted", "--count", "1", "--bodies", "none") as program:
        program.post(b"x", "/other")
        program.post(b"y", "/wanted")
        printed = program.line()
        code = program.process.wait(10)

    assert (printed["target"], printed["id"], code) == ("/wanted", 2, 0)


def test_time_limit(command: Command) -> None:
    """When the captures do not come in time it says how many came, with exit code 4."""
    done = command("listen", "--port", "0", "--count", "1", "--timeout", "200ms")

    assert done.code == 4
    assert "0 of 1" in done.err


def test_status(command: Command) -> None:
    """`--status` is what senders are told, and it is recorded."""
    with listening("--status", "202") as program:
        status, id = program.post(b"x")

    assert status == 202
    response = command("show", id, "--json").objects[0]["response"]
    assert isinstance(response, dict)
    assert (response["status"], response["by"]) == (202, "default")


def test_beside_a_command() -> None:
    """The command is given URL and store, and its exit code is the program's."""
    script = f'{CURL} && test -f "$WEBHOOK_INSPECTOR_STORE" && exit 7'
    done = subprocess.run(
        [*PROGRAM, "listen", "--json", "--", "sh", "-c", script],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )

    assert done.returncode == 7
    assert '"target":"/from-curl"' in done.stdout


def test_beside_a_command_the_captures_must_come() -> None:
    """A command that ends well without the captures that were asked for is exit code 4."""
    arguments = ["listen", "--match", "path:/wanted", "--timeout", "300ms", "--", "sh", "-c", CURL]
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, timeout=30, check=False)

    assert done.returncode == 4
    assert "0 of 1" in done.stderr


def test_a_taken_port_is_named(command: Command) -> None:
    """A port that was asked for and is taken is exit code 5; the sentence names it."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = command("listen", "--port", str(port))

    assert done.code == 5
    assert str(port) in done.err


def test_sigterm_finishes_the_writes(command: Command) -> None:
    """SIGTERM stops it in order; what was answered is there."""
    with listening() as program:
        ids = [program.post(b"x")[1] for _ in range(20)]
        program.stop(signal.SIGTERM)

    assert {str(o["id"]) for o in command("list", "--json").objects} == set(ids)


def test_temporary_store_is_removed() -> None:
    """`--store temp` leaves no file behind."""
    arguments = ["listen", "--store", "temp", "--", "sh", "-c", 'echo "$WEBHOOK_INSPECTOR_STORE"']
    done = subprocess.run([*PROGRAM, *arguments], capture_output=True, text=True, timeout=30, check=True)

    assert done.stdout.strip()
    assert not os.path.exists(os.path.dirname(done.stdout.strip()))


def test_a_command_that_is_not_there(command: Command) -> None:
    """It is named in one line; exit code 2."""
    done = command("listen", "--store", "temp", "--", "no-such-command-here")

    assert done.code == 2
    assert "no-such-command-here" in done.err.splitlines()[-1]


def test_handshakes_are_answered_unless_switched_off() -> None:
    """The answer is the sender's challenge; with `--no-handshakes` it is the usual response, and why is said."""
    body = b'{"type":"url_verification","challenge":"c0ffee"}'
    for options, by in ((), "handshake"), (("--no-handshakes",), "default"):
        with listening(*options) as program:
            program.post(body, Content_Type="application/json")
            printed = program.line()
            assert program.process.stderr is not None
            said = program.process.stderr.readline()

        response = printed["response"]
        assert isinstance(response, dict)
        assert (printed["provider"], printed["handshake"], response["by"]) == ("slack", "url_verification", by)
        assert ("switched off" in response["why"]) == bool(options)
        assert said == f"#{printed['id']}: {response['why']}\n"


def test_a_provider_that_there_is_not_cannot_be_expected(command: Command) -> None:
    """It says which there are."""
    done = command("listen", "--port", "0", "--timeout", "1s", "--expect-provider", "zom")

    assert done.code == 2
    assert "zoom" in done.err


def test_the_address_that_senders_call() -> None:
    """With `--public-url` what is signed for an address behind a tunnel is valid as it arrives."""
    made = twilio("https://far.example")
    signature = made.headers.get("x-twilio-signature") or ""
    given = ("--secret", f"twilio=text:{TWILIO.decode()}", "--public-url", "https://far.example")
    with listening(*given) as program:
        program.post(made.body.read(), "/sms", X_Twilio_Signature=signature, Content_Type=made.content_type)
        printed = program.line()

    assert isinstance(printed["signature"], dict)
    assert (printed["signature"]["status"], printed["signature"]["url"]) == ("valid", "https://far.example/sms")
