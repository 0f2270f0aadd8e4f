"""Options that commands share."""

from pathlib import Path

import pytest

from inspector.cli.options import Common, make_paths


def test_option_before_environment_before_default(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--store` counts before the variable, the variable before the platform's folder."""
    monkeypatch.setenv("WEBHOOK_INSPECTOR_STORE", str(tmp_path / "variable.db"))

    assert make_paths(str(tmp_path / "option.db"), None).store == tmp_path / "option.db"
    assert make_paths(None, None).store == tmp_path / "variable.db"
    monkeypatch.delenv("WEBHOOK_INSPECTOR_STORE")
    assert make_paths(None, None).store.name == "captures.db"


def test_temporary_store_is_removed_behind_the_command() -> None:
    """`temp` is a new folder that is gone at the end, whatever was put into it."""
    common = Common(store="temp", config_dir=None, quiet=True, verbose=False)
    with common.paths() as paths:
        paths.store.write_bytes(b"x")
        folder = paths.store.parent

    assert not folder.exists()


def test_quiet_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A notice goes to standard error, unless `-q` was given."""
    Common(store=None, config_dir=None, quiet=True, verbose=False).notice("hush")
    Common(store=None, config_dir=None, quiet=False, verbose=False).notice("hear")

    assert capsys.readouterr() == ("", "hear\n")
