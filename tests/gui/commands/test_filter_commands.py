"""Filtering by a value of the selected row."""

from inspector.gui.commands.filter_commands import FILTER_COMMANDS
from inspector.gui.models.columns import COLUMNS
from tests.gui.commands.conftest import Stage


def test_every_value_that_a_filter_knows_has_both_commands() -> None:
    """For it, and without it."""
    wanted = {f"filter-{way}-{column.name}" for column in COLUMNS if column.term for way in ("for", "out")}

    assert {command.name for command in FILTER_COMMANDS} == wanted


def test_they_narrow_the_list(stage: Stage) -> None:
    """One after the other."""
    stage.select(5)
    stage.press("filter-for-provider")
    stage.loop.until(lambda: stage.window.model.rowCount() == 6)
    stage.press("filter-out-event")
    stage.loop.until(lambda: stage.window.model.rowCount() == 0)

    assert stage.window.toolbar.filter.text() == "provider:stripe -event:invoice.paid"


def test_a_value_that_is_not_there_cannot_be_chosen(stage: Stage) -> None:
    """Nothing is selected, so nothing can."""
    actions = stage.desktop.actions
    assert not actions.by_name["filter-for-provider"].isEnabled()

    stage.select(5)
    assert actions.by_name["filter-for-provider"].isEnabled()
