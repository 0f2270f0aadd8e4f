"""Errors of the user's world."""

import pytest

from inspector.core import errors


@pytest.mark.parametrize(
    ("kind", "exit_code"),
    [
        (errors.InspectorError, 1),
        (errors.UsageError, 2),
        (errors.StoreError, 2),
        (errors.NothingError, 3),
        (errors.TimeLimitError, 4),
        (errors.ResourceError, 5),
        (errors.StoreFullError, 5),
        (errors.StoreBusyError, 5),
    ],
)
def test_exit_codes(kind: type[errors.InspectorError], exit_code: int) -> None:
    """Each kind ends a command with the code that its documentation promises."""
    error = kind("The disk is full. Make room.")

    assert error.exit_code == exit_code
    assert str(error) == "The disk is full. Make room."
    assert isinstance(error, errors.InspectorError)
