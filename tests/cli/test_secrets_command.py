"""`secrets`, with a keyring that a test can look into."""

import base64
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import SECRET, Command, keep, stripe

BODY = b'{"id":"evt_1","object":"event","type":"invoice.paid"}'


@pytest.fixture
def keyring_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A keyring backend that keeps its entries in a file, for this process and those it starts."""
    (tmp_path / "file_keyring.py").write_text(
        "import json, pathlib\n"
        "from keyring.backend import KeyringBackend\n"
        f"FILE = pathlib.Path({str(tmp_path / 'keyring.json')!r})\n"
        "class Keyring(KeyringBackend):\n"
        "    priority = 5\n"
        "    def _all(self): return json.loads(FILE.read_text()) if FILE.exists() else {}\n"
        "    def get_password(self, service, name): return self._all().get(service + '|' + name)\n"
        "    def set_password(self, service, name, value):\n"
        "        FILE.write_text(json.dumps(self._all() | {service + '|' + name: value}))\n"
        "    def delete_password(self, service, name):\n"
        "        left = self._all(); left.pop(service + '|' + name); FILE.write_text(json.dumps(left))\n"
    )
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "file_keyring.Keyring")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    return tmp_path / "keyring.json"


def run(*arguments: str, given: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    """A command as a process of its own, which finds the keyring of the environment."""
    return subprocess.run(
        [sys.executable, "-m", "inspector", *arguments], input=given, capture_output=True, timeout=60, check=False
    )


def test_a_secret_is_kept_and_earlier_captures_are_judged_again(keyring_in_a_file: Path, command: Command) -> None:
    """Its value goes to the keyring alone; a capture that had no secret becomes valid."""
    keep(stripe(BODY))

    added = run("secrets", "add", "stripe", "staging", given=SECRET + b"\n")

    assert added.returncode == 0, added.stderr
    assert b"1 earlier capture judged" in added.stdout
    assert base64.b64encode(SECRET).decode() in keyring_in_a_file.read_text()
    listed = run("secrets", "list", "--json").stdout
    assert b'"name":"staging"' in listed
    assert SECRET not in listed + added.stdout + added.stderr
    signature = command("show", "1", "--json").objects[0]["signature"]
    assert isinstance(signature, dict)
    assert (signature["status"], signature["secret"]) == ("valid", "staging")
    assert run("secrets", "remove", "stripe", "staging").returncode == 0
    assert run("secrets", "list", "--json").stdout == b""


def test_no_keyring_is_said_plainly(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a keyring a secret would end with the command: it says so and what to do."""
    monkeypatch.setenv("GOOD", SECRET.decode())
    done = command("secrets", "add", "stripe", "--from", "env:GOOD")

    assert done.code == 2
    assert "--secret" in done.err


def test_values_never_stand_on_the_command_line(command: Command) -> None:
    """A bare value as source is refused."""
    done = command("secrets", "add", "stripe", "--from", "whsec_abc")

    assert done.code == 2
    assert "whsec_abc" not in done.err


def test_a_provider_that_there_is_not_is_named_as_such(command: Command) -> None:
    """One that there is has merely no secret of that name."""
    wrong, empty = command("secrets", "remove", "strip"), command("secrets", "remove", "stripe")

    assert (wrong.code, "There is no provider “strip”; did you mean stripe" in wrong.err) == (2, True)
    assert (empty.code, "no provider" in empty.err) == (3, False)
