"""Remarks about a capture."""

import pytest

from inspector.core.capture import Summary
from inspector.gui.models.remarks import aloud, is_failure, pills_of
from tests.gui.stage import row


@pytest.mark.parametrize(
    ("summary", "pills"),
    [
        (row(), []),
        (row(repeat="retry", attempt=2), [("retry 2", False)]),
        (row(repeat="duplicate"), [("duplicate", True)]),
        (row(repeat="same-event"), [("same event", False)]),
        (row(handshake="challenge", pinned=True), [("handshake", False)]),
        (row(handshake="challenge", told_by="handshake"), [("handshake · answered", False)]),
        (row(handshake="challenge", told_by="default"), [("handshake · not answered", True)]),
        (row(repeat="redelivery", origin="sample"), [("redelivery", False), ("sample", False)]),
        (row(malformed=True, complete=False), [("malformed", True)]),
        (row(complete=False, origin="import"), [("import", False), ("cut off", True)]),
    ],
)
def test_pills_say_what_is_special(summary: Summary, pills: list[tuple[str, bool]]) -> None:
    """A remark stands only where there is something to remark, amber where it is a warning."""
    assert pills_of(summary) == pills


def test_only_failures_have_the_red_edge() -> None:
    """Red is for what failed, not for what nobody checked."""
    assert is_failure(row(signature="invalid"))
    assert is_failure(row(malformed=True))
    assert not is_failure(row(signature="no-secret"))
    assert not is_failure(row(status=500))


def test_what_is_only_painted_is_said() -> None:
    """Bold, a pin and a red edge are nothing to those who do not see them."""
    assert aloud(row(unread=True, pinned=True, signature="invalid")) == "unread, pinned, failed"
    assert aloud(row(unread=False, repeat="retry", attempt=3)) == "retry 3"
