"""`verify`."""

from pathlib import Path

import pytest

from inspector.cli.options import make_paths
from inspector.engine.secret_keeping import open_samples
from tests.captures import head_of, request_of
from tests.cli.conftest import SECRET, TWILIO, Command, keep, stripe, twilio

BODY = b'{"id":"evt_1","object":"event","type":"invoice.paid"}'


def test_exit_codes_follow_the_verdict(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """0 valid, 1 not valid, 3 nothing to check."""
    keep(stripe(BODY), request_of(head_of(b"GET / HTTP/1.1", b"Host: x")))
    monkeypatch.setenv("GOOD", SECRET.decode())

    assert command("verify", "1", "--secret", "stripe=env:GOOD").code == 0
    assert command("verify", "1", "--secret", "stripe=text:wrong").code == 1
    assert command("verify", "1").code == 3
    assert command("verify", "2").code == 3


def test_the_secret_that_matched_is_named(command: Command, tmp_path: Path) -> None:
    """Several secrets are tried in turn, and the verdict names the one that matched, never its value."""
    keep(stripe(BODY))
    file = tmp_path / "staging"
    file.write_bytes(SECRET)

    done = command("verify", "1", "--secret", "stripe=text:wrong", "--secret", f"stripe=file:{file}", "--json")

    signature = done.objects[0]["signature"]
    assert isinstance(signature, dict)
    assert (signature["status"], signature["secret"]) == ("valid", "staging")
    assert SECRET.decode() not in done.out


def test_a_secret_with_a_line_break_is_explained(command: Command, tmp_path: Path) -> None:
    """The cause is proved and said in a sentence."""
    keep(stripe(BODY))
    file = tmp_path / "staging"
    file.write_bytes(SECRET + b"\n")

    done = command("verify", "1", "--secret", f"stripe=file:{file}")

    assert done.code == 1
    assert "secret-whitespace" in done.out


def test_a_file_that_was_never_captured(command: Command, tmp_path: Path) -> None:
    """A raw HTTP request in a file is judged as if it arrived now, or at the time that is given."""
    request = stripe(BODY, age_s=0)
    file = tmp_path / "request.http"
    file.write_bytes(request.head + BODY)

    assert command("verify", str(file), "--secret", f"stripe=text:{SECRET.decode()}").code == 0
    late = command("verify", str(file), "--secret", f"stripe=text:{SECRET.decode()}", "--at", "2099-01-01T00:00:00Z")
    assert late.code == 1
    assert "timestamp-stale" in late.out


def test_a_sample_in_a_file_is_known_as_one(command: Command, tmp_path: Path) -> None:
    """What the user hands over counts as sent from this machine; the verdict names the sample secret."""
    sample = open_samples(make_paths(None, None))["stripe"]
    file = tmp_path / "request.http"
    file.write_bytes(stripe(BODY, secret=sample.value).head + BODY)

    done = command("verify", str(file), "--json")

    signature = done.objects[0]["signature"]
    assert isinstance(signature, dict)
    assert (done.code, signature["status"], signature["secret"]) == (0, "valid", "sample")
    assert "sample secret" in str(signature["explanation"])


@pytest.mark.parametrize(
    "arguments",
    [
        ("verify", "no-such-file"),
        ("verify", "1", "--secret", "stripe"),
        ("verify", "1", "--secret", "nobody=text:x"),
        ("verify", "1", "--secret", "stripe=env:NOT_THERE"),
        ("verify", "1", "--at", "yesterday"),
    ],
)
def test_bad_input_is_one_line(command: Command, arguments: tuple[str, ...]) -> None:
    """Each mistake is exit code 2 and one line that names it."""
    keep(stripe(BODY))
    done = command(*arguments)

    assert done.code == 2
    assert len(done.err.splitlines()) == 1


def test_the_address_that_was_called_is_given(command: Command) -> None:
    """With `--public-url` the signature of an address behind a tunnel is valid; a path in it is refused."""
    keep(twilio("https://far.example"))
    given = ("verify", "1", "--secret", f"twilio=text:{TWILIO.decode()}")

    assert command(*given).code == 1
    assert "--public-url URL" in command(*given, "--mend").err
    done = command(*given, "--public-url", "https://far.example")
    assert (done.code, "https://far.example/sms, by the public URL" in done.out) == (0, True)
    wrong = command(*given, "--public-url", "https://far.example/sms")
    assert (wrong.code, "--public-url" in wrong.err) == (2, True)
