"""Files that ship with the program."""

import pytest

from inspector.core.resources import resource


def test_a_shipped_file_is_found() -> None:
    """In a checkout the folder lies beside the package."""
    assert resource("style").is_dir()


def test_a_missing_file_says_what_to_do() -> None:
    """It is the installation that is broken, not what the person did."""
    with pytest.raises(FileNotFoundError, match=r"lacks resources/style/nothing\.css; install Webhook Inspector again"):
        resource("style", "nothing.css")
