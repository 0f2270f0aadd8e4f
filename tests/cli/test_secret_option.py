"""Where the value of a secret may come from."""

import io
from pathlib import Path

import click
import pytest

from inspector.cli.secret_option import SecretOption, number, read_value
from inspector.core.errors import UsageError
from inspector.core.secret import Secret
from tests.cli.conftest import Command


def test_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Variable, file, standard input, marked text and bare text, byte for byte."""
    monkeypatch.setenv("HOOK", "from variable")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"from input\n")))
    file = tmp_path / "key"
    file.write_bytes(b"from file\xff\n")

    assert read_value("env:HOOK") == ("HOOK", b"from variable")
    assert read_value(f"file:{file}") == ("key", b"from file\xff\n")
    assert read_value("-") == ("standard input", b"from input\n")
    assert read_value("text:env:HOOK") == ("command line", b"env:HOOK")
    assert read_value("bare") == ("command line", b"bare")
    with pytest.raises(UsageError, match="no place to read a secret from"):
        read_value("bare", literal=False)
    with pytest.raises(UsageError, match="cannot be read"):
        read_value("file:/no/such/file")


def test_a_literal_is_noticed_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A value that others can see works, with one notice that does not repeat it."""
    secret = SecretOption().convert("stripe=whsec_visible", None, None)

    assert secret == Secret(provider="stripe", name="command line", value=b"whsec_visible")
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("options", [("-q",), ("-v", "-q"), ("-qv",), ()])
def test_quiet_silences_the_notice(command: Command, options: tuple[str, ...]) -> None:
    """Wherever it stands; without it the notice comes."""
    done = command("verify", "9", "--secret", "stripe=whsec_visible", *options)

    assert done.code != 0
    assert ("Others on this machine" in done.err) == (not options)


def test_names_tell_secrets_apart() -> None:
    """Two secrets of one provider from the same place get different names."""
    given = tuple(Secret(provider="stripe", name="command line", value=v) for v in (b"a", b"b"))

    named = number(click.Context(click.Command("x")), click.Option(["--secret"]), given)

    assert [secret.name for secret in named] == ["command line", "command line 2"]
