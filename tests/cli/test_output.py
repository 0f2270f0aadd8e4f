"""What commands print."""

import pytest

from inspector.cli.output import size_text, visible


@pytest.mark.parametrize(
    ("size", "text"), [(0, "0 B"), (999, "999 B"), (1000, "1.0 KB"), (2_130_000, "2.1 MB"), (5 * 10**15, "5000.0 TB")]
)
def test_sizes(size: int, text: str) -> None:
    """Sizes are in decimal units, as the window shows them."""
    assert size_text(size) == text


def test_what_could_steer_a_terminal_is_a_mark() -> None:
    """Control characters and bidirectional marks become visible; letters of any language stay."""
    assert visible("Zoë \x1b[31m\u202egnp.exe") == r"Zoë \x1b[31m\u202egnp.exe"
