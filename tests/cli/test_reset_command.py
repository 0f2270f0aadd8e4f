"""`reset`."""

from pathlib import Path

import pytest

from tests.cli.conftest import Command


def test_without_yes_nothing_goes(command: Command, three: list[int]) -> None:
    """Where nobody can be asked it says what would go."""
    done = command("reset", "--captures", "--settings")

    assert done.code == 2
    assert "3 captures" in done.err
    assert "--yes" in done.err
    assert len(command("list").out.splitlines()) == len(three)


@pytest.mark.usefixtures("three")
def test_captures_secrets_and_settings_go(command: Command, home: Path) -> None:
    """What was named is gone from the disk, and the program starts anew."""
    config = home / "config"
    config.mkdir()
    (config / "settings.toml").write_text('port = 9000\nsecrets = [{provider = "stripe", name = "x", kept = "file"}]\n')
    done = command("--config-dir", str(config), "reset", "--captures", "--secrets", "--settings", "--yes")

    assert done.code == 0, done.err
    assert "3 captures" in done.out
    assert "1 secret," in done.out
    assert list(config.iterdir()) == []
    assert not (home / "data" / "captures.db").exists()
    assert command("list").out == ""


def test_it_has_to_be_said_what_goes(command: Command) -> None:
    """There is no reset of everything by accident."""
    done = command("reset", "--yes")

    assert done.code == 2
    assert "--captures" in done.err
