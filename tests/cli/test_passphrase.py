"""The passphrase of the encrypted file, asked for on a real terminal."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from inspector.cli.options import make_paths
from inspector.cli.passphrase import passphrase_for_reading, unlock_to_keep
from inspector.core.errors import UsageError
from inspector.engine.secret_keeping import PASSPHRASE_VARIABLE, open_vault
from tests.captures import head_of, request_of
from tests.cli.conftest import SECRET, Command, keep, stripe

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a terminal of Unix is typed into")
BODY = b'{"id":"evt_1","object":"event","type":"invoice.paid"}'


def typed(answers: list[tuple[str, str]], *arguments: str) -> tuple[int, str]:
    """Run the program on a terminal of its own and type each answer behind its question; exit code and screen."""
    terminal, other = os.openpty()
    program = [sys.executable, "-m", "inspector", *arguments]
    process = subprocess.Popen(program, stdin=other, stdout=other, stderr=other, start_new_session=True)
    os.close(other)
    shown, left, behind = "", list(answers), 0
    with suppress(OSError):  # the program has closed the other end
        while read := os.read(terminal, 65536):
            shown += read.decode()
            if left and shown[behind:].rstrip().endswith(left[0][0]):
                behind = len(shown)
                os.write(terminal, left.pop(0)[1].encode() + b"\n")
    os.close(terminal)
    return process.wait(20), shown


def test_a_new_one_is_asked_for_twice_and_the_file_opens_with_it(tmp_path: Path) -> None:
    """What is typed is not seen; later it is asked for where it is needed, and again if it is wrong."""
    keep(stripe(BODY))
    file = tmp_path / "key"
    file.write_bytes(SECRET)
    new = [("New passphrase:", "correct horse"), ("The same again:", "correct horse")]
    code, shown = typed(new, "secrets", "add", "stripe", "live", f"file:{file}")
    assert code == 0, shown
    assert "Kept stripe “live” (encrypted file); 1 earlier capture judged again." in shown
    assert "correct horse" not in shown

    asks = "Passphrase for 1 secret in secrets.enc (Enter goes on without):"
    code, shown = typed([(asks, "battery staple"), (asks, "correct horse")], "verify", "1")
    assert (code, "valid: stripe" in shown) == (0, True), shown
    assert "does not open the file of secrets; try another." in shown
    code, shown = typed([(asks, "")], "verify", "1")
    assert (code, "Not all secrets can be read now." in shown) == (3, True), shown


def test_nobody_is_asked_without_a_terminal(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable serves there; without it the sentence says what to do, and reading goes on without."""
    monkeypatch.setenv("GOOD", SECRET.decode())
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "correct horse")
    assert command("secrets", "add", "stripe", "live", "env:GOOD", "--keep", "file").code == 0
    assert command("secrets", "rename", "stripe", "live", "production").code == 0
    assert "production" in command("secrets", "list").out
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "battery staple")
    listed = command("secrets", "list")
    assert "does not open it" in listed.err
    removed = command("secrets", "remove", "stripe", "production")
    assert (removed.code, f"in {PASSPHRASE_VARIABLE} does not open secrets.enc" in removed.err) == (2, True)
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    told: list[str] = []
    assert passphrase_for_reading(make_paths(None, None), told.append, of=("github",)) == ""
    assert not told
    keep(
        request_of(head_of(b"POST / HTTP/1.1", b"Host: x", b"X-GitHub-Event: push", b"X-Hub-Signature-256: sha256=00"))
    )
    assert PASSPHRASE_VARIABLE not in command("verify", "1").err
    resent = command("resend", "1", "--to", "9", "--as", "signed", "--sign-with", "sample").err
    assert "Not all secrets" not in resent
    keep(stripe(BODY))
    assert "Not all secrets can be read now." in command("verify", "2").err
    assert passphrase_for_reading(make_paths(None, None), told.append) == ""
    assert f"secrets.enc is locked: give its passphrase. Set {PASSPHRASE_VARIABLE} to it." in told[0]
    with pytest.raises(UsageError, match="or do something else"):
        unlock_to_keep(open_vault(make_paths(None, None)), ", or do something else")
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "correct horse")
    assert command("secrets", "move", "stripe", "production", "keyring").code == 2
    assert command("secrets", "remove", "stripe", "production").code == 0


def test_another_passphrase(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal alone; the one before is asked for too."""
    monkeypatch.setenv("GOOD", SECRET.decode())
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "correct horse")
    command("secrets", "add", "stripe", "live", "env:GOOD")
    monkeypatch.delenv(PASSPHRASE_VARIABLE)
    assert command("secrets", "passphrase").code == 2
    answers = [("Passphrase now:", "correct horse"), ("New passphrase:", "other"), ("The same again:", "other")]
    code, shown = typed(answers, "secrets", "passphrase")

    assert code == 0, shown
    monkeypatch.setenv(PASSPHRASE_VARIABLE, "other")
    assert command("secrets", "remove", "stripe", "live").code == 0
