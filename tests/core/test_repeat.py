"""Why a delivery came again."""

import pytest

from inspector.core.capture import Repeat
from inspector.core.repeat import repeat_of


@pytest.mark.parametrize(
    ("status", "duration_ms", "deadline_s", "retries", "expected"),
    [
        (200, 5.0, 10.0, True, "duplicate"),
        (299, 10_000.0, 10.0, True, "duplicate"),
        (200, 10_001.0, 10.0, True, "retry"),
        (200, 99_999.0, None, True, "duplicate"),
        (200, None, 10.0, True, "duplicate"),
        (500, 5.0, 10.0, True, "retry"),
        (302, 5.0, None, True, "retry"),
        (199, 5.0, None, True, "retry"),
        (None, None, None, True, "retry"),
        (200, 5.0, None, False, "redelivery"),
        (500, 5.0, None, False, "redelivery"),
        (None, None, 10.0, False, "redelivery"),
    ],
)
def test_repeats(
    status: int | None, duration_ms: float | None, deadline_s: float | None, retries: bool, expected: Repeat
) -> None:
    """A retry follows what was no 2xx or came too late; a provider that never retries was asked by somebody."""
    assert repeat_of(status=status, duration_ms=duration_ms, deadline_s=deadline_s, retries=retries) == expected
