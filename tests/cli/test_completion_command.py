"""`completion`."""

import pytest

from tests.cli.conftest import Command


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell(command: Command, shell: str) -> None:
    """It prints a script for the shell that completes this program."""
    done = command("completion", shell)

    assert done.code == 0
    assert "_WEBHOOK_INSPECTOR_COMPLETE" in done.out
