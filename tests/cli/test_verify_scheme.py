"""`verify --find-scheme`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command, keep
from tests.providers.described import KEY, acme


def test_a_scheme_is_found_and_becomes_a_provider(
    command: Command, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """All that is printed can be added; the capture is valid then. The secret is printed nowhere."""
    keep(acme())
    monkeypatch.setenv("ACME", KEY.decode())

    done = command("verify", "1", "--find-scheme", "--secret", "env:ACME")
    assert done.code == 0
    assert "{X-Acme-Time}.{body}" in done.out
    assert KEY.decode() not in done.out + done.err
    file = tmp_path / "found.toml"
    file.write_text(done.out, encoding="utf-8")

    assert command("providers", "add", str(file)).code == 0
    verified = command("verify", "1", "--secret", "custom:acme=env:ACME")
    assert (verified.code, verified.out.split()[0]) == (0, "valid:")


def test_no_match_and_no_secret(command: Command) -> None:
    """1 where nothing matches, 3 where there is nothing to search with, 2 where a secret names nobody."""
    keep(acme())

    missed = command("verify", "1", "--find-scheme", "--secret", "text:wrong", "--json")
    assert missed.code == 1
    [answer] = missed.objects
    assert (answer["found"], answer["complete"], answer["places"]) == ([], True, ["header:X-Acme-Signature"])
    assert isinstance(answer["tried"], int)
    assert answer["tried"] > 500
    assert command("verify", "1", "--find-scheme").code == 3
    nobody = command("verify", "1", "--secret", "text:wrong")
    assert nobody.code == 2
    assert "PROVIDER=VALUE" in nobody.err
    assert command("verify", "1", "--find-scheme", "--secret", "text:").code == 2
