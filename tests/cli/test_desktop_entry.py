"""The entry for desktops."""

import pytest

from inspector.cli.desktop_entry import opening, start


def test_files_are_opened_and_options_stay() -> None:
    """A file manager names files only; a person may still name options."""
    assert opening(["/a b.har", "list"]) == ["--open", "/a b.har", "--open", "list"]
    assert opening([]) == []
    assert opening(["--store", "temp", "--port", "0"]) == ["--store", "temp", "--port", "0"]


def test_it_is_the_same_program(capsys: pytest.CaptureFixture[str]) -> None:
    """With the same options and exit codes."""
    assert start(["--version"]) == 0
    assert "webhook-inspector" in capsys.readouterr().out
    assert start(["--no-such"]) == 2
