"""What is said of long work."""

import pytest

from inspector.core.long_work import Outcome


@pytest.mark.parametrize(("status", "failed"), [(200, False), (302, False), (400, True), (503, True), (None, True)])
def test_a_target_took_it_or_not(status: int | None, failed: bool) -> None:
    """Whatever is not refused counts as taken; no response is a failure."""
    assert Outcome(capture_id=1, status=status).failed is failed
