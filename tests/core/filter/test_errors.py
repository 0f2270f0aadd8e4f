"""What a filter error tells the person and the window."""

from inspector.core.errors import UsageError
from inspector.core.filter.errors import FilterError


def test_error_counts_places_for_people_and_for_the_window() -> None:
    """The sentence counts characters from 1, the attribute from 0, so that the window can mark the place."""
    error = FilterError(4, "expected a word.")

    assert (str(error), error.position, error.expected) == ("At position 5: expected a word.", 4, "expected a word.")


def test_error_is_a_wrong_use_of_the_command() -> None:
    """A command ends with exit code 2."""
    assert isinstance(FilterError(0, ""), UsageError)
    assert FilterError(0, "").exit_code == 2
