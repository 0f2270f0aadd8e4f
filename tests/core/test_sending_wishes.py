"""Checks of a receiver."""

import pytest

from inspector.core.sending_wishes import CheckLine, ReceiverChecked


@pytest.mark.parametrize(
    ("line", "passed"),
    [
        (CheckLine(step="good", accepts=True, status=204), True),
        (CheckLine(step="good", accepts=True, status=302), False),
        (CheckLine(step="good", accepts=True, error="refused"), False),
        (CheckLine(step="stale", accepts=False, status=400), True),
        (CheckLine(step="stale", accepts=False, status=200), False),
        (CheckLine(step="stale", accepts=False, error="refused"), False),
        (CheckLine(step="stale", accepts=False, left_out="no time is signed"), True),
    ],
)
def test_a_line_passes_where_the_receiver_did_what_it_should(line: CheckLine, passed: bool) -> None:
    """Only 2xx takes an event, and no response proves nothing; what was left out does not count."""
    assert line.passed is passed
    checked = ReceiverChecked(provider="stripe", event="x", target="http://a/", secret="s", lines=(line,))
    assert checked.passed is passed
