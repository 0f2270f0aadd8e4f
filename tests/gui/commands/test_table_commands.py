"""Sorting and columns without a mouse."""

import pytest

from inspector.gui.commands.registry import find
from inspector.gui.commands.table_commands import TABLE_COMMANDS
from inspector.gui.models.columns import COLUMNS
from inspector.store.ordering import KEYS
from tests.gui.commands.conftest import Stage, stage

__all__ = ["stage"]


def run(stage: Stage, name: str) -> None:
    """Do what the menu does."""
    stage.do(lambda: find(name).run(stage.desk))


def ids(stage: Stage) -> list[int]:
    """What the list shows, from the first row down."""
    model = stage.window.model
    return [model.id_at(row) for row in range(model.rowCount())]


def test_a_column_sorts_one_way_then_the_other_then_not_at_all(stage: Stage) -> None:
    """The menu says which, as the header does."""
    newest_first = ids(stage)
    run(stage, "sort-provider")
    stage.loop.until(lambda: ids(stage) != newest_first)
    github = ids(stage)
    assert find("sort-provider").checked(stage.desk)  # type: ignore[misc]
    assert stage.window.model.headerData(3, stage.window.table.header.orientation()) == "Provider ↑"

    run(stage, "sort-provider")
    stage.loop.until(lambda: ids(stage) not in (newest_first, github))
    assert stage.window.model.headerData(3, stage.window.table.header.orientation()) == "Provider ↓"

    run(stage, "sort-provider")
    stage.loop.until(lambda: ids(stage) == newest_first)
    assert find("sort-newest").checked(stage.desk)  # type: ignore[misc]


@pytest.mark.parametrize("name", [column.name for column in COLUMNS])
def test_every_column_can_be_sorted_by(name: str) -> None:
    """The store knows how, and the menu has it."""
    assert name in KEYS
    assert f"sort-{name}" in [command.name for command in TABLE_COMMANDS]


def test_columns_are_shown_hidden_and_reset(stage: Stage) -> None:
    """The event has no entry, for it is always there."""
    header = stage.window.table.header
    for name in ("column-note", "column-path"):
        run(stage, name)
    assert (header.shows("note"), header.shows("path")) == (True, False)
    assert find("column-note").checked(stage.desk)  # type: ignore[misc]

    run(stage, "columns-reset")
    assert (header.shows("note"), header.shows("path")) == (False, True)
    assert "column-event" not in [command.name for command in TABLE_COMMANDS]
