"""`show`."""

import pytest

from tests.captures import head_of, request_of
from tests.cli.conftest import Command, keep, stripe

pytestmark = pytest.mark.usefixtures("three")


def test_body_and_raw_are_exact(command: Command) -> None:
    """`--part body` and `--part raw` write the very bytes."""
    assert command("show", "3", "--part", "body").raw == b"\x00\xff\r\n"
    raw = command("show", "last", "--part", "raw").raw
    assert raw == b"POST /blob HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n\r\n\x00\xff\r\n"


def test_summary_says_the_verdict(command: Command) -> None:
    """People see who sent it, which event, and the verdict in words."""
    done = command("show", "2")

    assert done.code == 0
    for part in ("stripe", "invoice.paid", "no-secret", "Content-Type: application/json"):
        assert part in done.out


def test_json_holds_everything(command: Command) -> None:
    """`--json` gives the whole object, bytes included."""
    shown = command("show", "last~1", "--json").objects[0]

    assert shown["v"] == 1
    assert shown["id"] == 2
    assert shown["body_base64"]
    assert shown["provider"] == "stripe"


@pytest.mark.parametrize(
    ("name", "code"), [("99", 3), ("last~7", 3), ("9" * 30, 3), ("last~" + "9" * 30, 3), ("first", 2)]
)
def test_no_such_capture(command: Command, name: str, code: int) -> None:
    """A capture that is not there is exit code 3, a name that is none 2; each is one line."""
    done = command("show", name)

    assert done.code == code
    assert len(done.err.splitlines()) == 1


def test_control_characters_are_shown_as_marks(command: Command) -> None:
    """Captured text cannot steer the terminal."""
    keep(request_of(head_of(b"GET / HTTP/1.1", b"Host: x", b"X-Evil: \x1b[2Jgone")))
    done = command("show", "last")

    assert "\x1b" not in done.out
    assert r"\x1b[2Jgone" in done.out


def test_a_repeat_is_explained(command: Command) -> None:
    """Why it came again in a sentence, and a warning where its bytes are others; the object stays as it is."""
    keep(
        stripe(b'{"id":"evt_1","object":"event","type":"invoice.paid","data":{"object":{"id":"in_1"}}}'),
        stripe(b'{"id":"evt_9","object":"event"}'),
    )
    again, alone = command("show", "4").out, command("show", "5").out
    shown = command("show", "4", "--json").objects[0]

    assert "Arrival    Second arrival: no response to #2 is recorded. How Stripe retries: live" in again
    assert "Warning    The same delivery id, but not the body of #2: SHA-256" in again
    assert "Arrival" not in alone
    assert "Warning" not in alone
    assert "history" not in shown
    assert (shown["repeat"], shown["duplicate_of"], shown["attempt"]) == ("retry", 2, 2)


def test_secrets_that_the_sender_sent_are_hidden_until_asked_for(command: Command) -> None:
    """In the query and in header fields; `list` hides the query, too. `--part` shows what came."""
    keep(
        request_of(head_of(b"GET /?hub.mode=subscribe&hub.verify_token=s3cret HTTP/1.1", b"Host: x", b"Cookie: s3cret"))
    )

    assert "s3cret" not in command("show", "4").out + command("list").out
    assert command("show", "4", "--part", "headers").out.count("s3cret") == 1
    assert command("show", "4", "--part", "raw").out.count("s3cret") == 2
