"""`delete`."""

import pytest

from tests.cli.conftest import Command

pytestmark = pytest.mark.usefixtures("three")


def test_without_yes_nothing_goes(command: Command) -> None:
    """Where nobody can be asked it says how many would go, and removes nothing."""
    done = command("delete", "--all")

    assert done.code == 2
    assert "3 captures" in done.err
    assert len(command("list").out.splitlines()) == 3


def test_by_id_and_by_filter(command: Command) -> None:
    """What is named or matches is gone from lists at once."""
    assert command("delete", "3", "--yes").code == 0
    assert command("delete", "--match", "provider:stripe", "--yes", "--json").objects == [{"removed": 1}]
    assert [o["id"] for o in command("list", "--json").objects] == [1]
    assert command("show", "3").code == 3


@pytest.mark.parametrize(
    ("arguments", "code"), [((), 2), (("1", "--all"), 2), (("99",), 3), (("--match", "path:/nothing"), 3)]
)
def test_bad_input(command: Command, arguments: tuple[str, ...], code: int) -> None:
    """Nothing named, two ways at once, and nothing that matches are told apart."""
    assert command("delete", "--yes", *arguments).code == code


def test_a_filter_that_is_empty_removes_nothing(command: Command) -> None:
    """An unset variable of a script must not empty the store; nor must an empty name of a store mean another."""
    assert command("delete", "--match", "", "--yes").code == 2
    assert command("delete", "--all", "--yes", "--store", "").code == 2
    assert len(command("list").out.splitlines()) == 3
