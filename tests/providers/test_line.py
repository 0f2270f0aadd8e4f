"""Text made fit for one line."""

import pytest

from inspector.providers.line import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a b", "a b"),
        (" a \r\n\t b ", "a b"),
        ("a\x00\x1bb", "ab"),
        ("a\u202eb\u200b\ufeff", "ab"),
        ("a\ud800b", "ab"),
        ("Zoë 🎉", "Zoë 🎉"),
        ("123456789012", "123456789…"),
        ("", ""),
    ],
)
def test_one_line(text: str, line: str) -> None:
    """White space is one blank, what cannot be seen is gone, and the end is cut with an ellipsis."""
    assert one_line(text, 10) == line
    assert one_line(text, 10).encode() == line.encode()


def test_megabytes_cost_nothing() -> None:
    """Only as much is read as can be shown."""
    assert len(one_line("\n" * 10_000_000 + "a", 120)) == 0
