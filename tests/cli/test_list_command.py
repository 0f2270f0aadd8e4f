"""`list`."""

import pytest

from tests.cli.conftest import Command

pytestmark = pytest.mark.usefixtures("three")


def test_newest_first(command: Command) -> None:
    """Without options the newest capture is the first line."""
    done = command("list")

    assert done.code == 0
    assert [line.split()[0] for line in done.out.splitlines()] == ["#3", "#2", "#1"]


def test_number_and_reverse(command: Command) -> None:
    """`-n` limits, `--reverse` begins with the oldest."""
    assert [o["id"] for o in command("list", "-n", "2", "--json").objects] == [3, 2]
    assert [o["id"] for o in command("list", "--reverse", "--json").objects] == [1, 2, 3]


def test_filter(command: Command) -> None:
    """Only captures that match are listed; none is no error."""
    assert [o["id"] for o in command("list", "provider:stripe", "--json").objects] == [2]
    assert command("list", "provider:github").out == ""


def test_bodies(command: Command) -> None:
    """`--bodies` decides whether text, bytes or nothing of a body is printed."""
    assert "evt_1" in str(command("list", "provider:stripe", "--json").objects[0]["body_text"])
    assert not command("list", "path:/blob", "--json").objects[0].get("body_base64")
    assert command("list", "path:/blob", "--json", "--bodies", "all").objects[0]["body_base64"] == "AP8NCg=="


def test_unreadable_filter_is_one_line(command: Command) -> None:
    """A filter that cannot be read names the place, on one line, with exit code 2."""
    done = command("list", "size>")

    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert "expected" in done.err
