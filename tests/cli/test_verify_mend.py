"""`verify --mend`, and what to run where that does not help."""

import os
from pathlib import Path

import pytest

from inspector.cli.verify_mend import mend_line, mend_words, next_step
from inspector.core.mend import Mend
from inspector.core.verdict import Judgement, Verdict
from tests.cli.conftest import SECRET, Command, keep, stripe

BODY = b'{"id":"evt_1","object":"event","type":"invoice.paid"}'


@pytest.fixture(autouse=True)
def passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    """Secrets go to the encrypted file, which this opens."""
    monkeypatch.setenv("WEBHOOK_INSPECTOR_PASSPHRASE", "a passphrase of the test")


def test_a_secret_is_kept_as_it_matches(command: Command, tmp_path: Path) -> None:
    """Without the line break that was pasted along; the earlier capture is valid then, and no value is printed."""
    keep(stripe(BODY))
    (tmp_path / "pasted").write_bytes(SECRET + b"\r\n")
    given = f"stripe=file:{tmp_path / 'pasted'}"
    before = command("verify", "1", "--secret", given)
    assert "To mend it: the same command with --mend keeps “pasted” without its last 2 characters" in before.out
    assert command("verify", "1", "--secret", given, "--json").objects[0]["mend"] is not None

    done = command("verify", "1", "--secret", given, "--mend")

    assert (done.code, done.err) == (0, "")
    assert "Kept stripe “pasted” without its last 2 characters" in done.out
    assert "1 earlier capture judged again" in done.out
    assert SECRET.decode() not in done.out
    after = command("verify", "1")
    assert (after.code, "To mend it" in after.out) == (0, False)


def test_a_secret_of_another_provider_is_kept_for_this_one(command: Command) -> None:
    """Under its own name."""
    keep(stripe(BODY))
    done = command("verify", "1", "--secret", f"slack=text:{SECRET.decode()}", "--secret", "stripe=text:x", "--mend")

    assert "Kept stripe “" in done.out
    assert command("verify", "1").code == 0


def test_nothing_to_do(command: Command) -> None:
    """Said in one line, and nothing is kept."""
    keep(stripe(BODY))
    done = command("verify", "1", "--secret", "stripe=text:wrong", "--mend")

    assert (done.code, done.out) == (3, "")
    assert "mends it" in done.err
    assert not Path(os.environ["WEBHOOK_INSPECTOR_STORE"]).with_name("secrets.enc").exists()


def test_words_of_other_mends() -> None:
    """Commands for captures, none for a file where nothing could be shown or sent again."""
    assert mend_words(Mend(kind="public-url", url="https://x.de"), "7", captured=True).endswith("URL to https://x.de")
    assert "--public-url URL" in mend_words(Mend(kind="enter-url"), "a.http", captured=False)
    assert mend_words(Mend(kind="sign-again"), "7", captured=True) == "webhook-inspector resend 7 --as signed"
    assert mend_words(Mend(kind="bytes"), "last", captured=True) == "webhook-inspector show last --part body"
    assert mend_words(Mend(kind="headers"), "last", captured=True) == "webhook-inspector show last --part headers"
    assert mend_words(Mend(kind="bytes"), "a.http", captured=False) == ""


def test_a_command_that_only_looks_is_not_said_to_mend() -> None:
    """What is to be changed stands before it, as that is outside this program."""
    assert mend_line(Mend(kind="bytes"), "show it").endswith("sign what it sends. To look at it: show it")
    assert mend_line(Mend(kind="headers"), "show it").startswith("What writes that header is to be changed")
    assert mend_line(Mend(kind="sign-again"), "resend it") == "To mend it: resend it"


def test_what_to_run_where_something_is_missing() -> None:
    """A secret, a public key or the scheme; nothing where a verdict was computed."""
    missing, unfetched = Verdict(status="no-secret"), Verdict(status="no-secret", cause="key-unavailable")

    assert "secrets add stripe NAME" in next_step(Judgement(provider="stripe", verdict=missing), "1")
    assert "--fetch-keys" in next_step(Judgement(provider="aws-sns", verdict=unfetched), "1")
    assert "verify 'a file' --find-scheme" in next_step(Judgement(), "a file")
    assert next_step(Judgement(provider="stripe", verdict=Verdict(status="valid")), "1") == ""
