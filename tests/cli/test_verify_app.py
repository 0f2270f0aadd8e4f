"""`verify --app-body`, `--app-digest` and `--snippet`."""

import io
import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.captures import head_of, request_of
from tests.cli.conftest import SECRET, TWILIO, Command, keep, stripe, twilio

BODY = b'{"id":"evt_1","object":"event","type":"invoice.paid"}'
MADE = json.dumps(json.loads(BODY)).encode()
GOOD = ("--secret", f"stripe=text:{SECRET.decode()}")


def test_exit_codes_follow_the_app(command: Command, tmp_path: Path) -> None:
    """0 the same bytes, 1 others, 3 nothing that can be told."""
    keep(stripe(BODY))
    files = {name: tmp_path / name for name in ("same", "other", "strange")}
    for file, content in zip(files.values(), (BODY, MADE, b"strange"), strict=True):
        file.write_bytes(content)

    assert command("verify", "1", *GOOD, "--app-body", str(files["same"])).code == 0
    assert command("verify", "1", *GOOD, "--app-body", str(files["strange"])).code == 1
    assert command("verify", "1", *GOOD, "--app-digest", "0" * 64).code == 3
    done = command("verify", "1", *GOOD, "--app-body", str(files["other"]), "--framework", "flask")
    assert done.code == 1
    assert "hashes json.dumps(request.json)" not in done.out
    assert f"sees json.dumps(request.json): {len(MADE)} bytes, where {len(BODY)} came" in done.out
    assert "request.get_data()" in done.out


def test_a_digest_and_the_printed_line(command: Command) -> None:
    """Both name what the app did; as JSON the answer stands beside the signature."""
    keep(stripe(BODY))
    line = f"webhook-inspector {len(MADE)} {sha256(MADE).hexdigest()}"
    done = command("verify", "1", *GOOD, "--app-digest", line, "--framework", "django", "--json")
    app, signature = done.objects[0]["app"], done.objects[0]["signature"]

    assert isinstance(app, dict)
    assert isinstance(signature, dict)
    assert (done.code, app["status"], signature["status"]) == (1, "found", "valid")
    assert "json.loads(request.body)" in app["title"]


def test_body_and_digest_together(command: Command, tmp_path: Path) -> None:
    """Where the body is the one that came, the digest says what else is wrong."""
    keep(stripe(BODY))
    file = tmp_path / "same"
    file.write_bytes(BODY)
    done = command("verify", "1", *GOOD, "--app-body", str(file), "--app-digest", "0" * 64)

    assert done.code == 3
    assert "fits no body and no secret" in done.out


def test_the_body_on_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` is standard input, which cannot be the request too."""
    keep(stripe(BODY))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BODY)))
    assert command("verify", "1", *GOOD, "--app-body", "-").code == 0

    both = command("verify", "-", "--app-body", "-")
    assert both.code == 2
    assert "cannot be both" in both.err


@pytest.mark.parametrize(
    "arguments",
    [("--app-digest", "nonsense"), ("--app-body", "no-such-file"), ("--snippet", "cobol"), ("--framework", "cgi")],
)
def test_bad_input(command: Command, arguments: tuple[str, ...]) -> None:
    """Each mistake is exit code 2 with what was expected."""
    keep(stripe(BODY))
    assert command("verify", "1", *GOOD, *arguments).code == 2


def test_the_snippet_verifies_the_capture(command: Command, tmp_path: Path) -> None:
    """What is printed is a program and nothing else, and it says what we say."""
    keep(stripe(BODY))
    done = command("verify", "1", *GOOD, "--snippet", "python")
    program, body = tmp_path / "verify.py", tmp_path / "body.bin"
    program.write_text(done.out, encoding="utf-8")

    for content, expected in ((BODY, 0), (BODY + b" ", 1)):
        body.write_bytes(content)
        environment = {**os.environ, "WEBHOOK_SECRET": SECRET.decode()}
        ran = subprocess.run([sys.executable, program, body], env=environment, check=False, capture_output=True)
        assert ran.returncode == expected
    assert done.code == 0
    assert SECRET.decode() not in done.out


def test_a_snippet_as_json_and_where_there_is_none(command: Command) -> None:
    """JSON names language and file; without a signature that is known there is nothing to write, exit code 3."""
    keep(stripe(BODY), request_of(head_of(b"GET / HTTP/1.1", b"Host: x")))
    snippet = command("verify", "1", *GOOD, "--snippet", "go", "--json").objects[0]["snippet"]

    assert isinstance(snippet, dict)
    assert (snippet["language"], snippet["file"]) == ("go", "verify.go")
    none = command("verify", "2", "--snippet", "go")
    assert none.code == 3
    assert "There is no snippet" in none.err


def test_an_app_behind_a_proxy_is_asked_for_its_address(command: Command, tmp_path: Path) -> None:
    """Where the address is signed, the same body leaves the address to look at."""
    made = twilio("https://far.example")
    keep(made)
    file = tmp_path / "same"
    file.write_bytes(made.body.read())
    given = ("--secret", f"twilio=text:{TWILIO.decode()}", "--public-url", "https://far.example")
    done = command("verify", "1", *given, "--app-body", str(file))

    assert done.code == 0
    assert "does your app see https://far.example/sms? Behind a proxy it sees http://far.example/sms" in done.out
