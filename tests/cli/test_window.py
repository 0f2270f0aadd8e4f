"""Whether there can be a window."""

import pytest

from inspector.cli.window import has_display

VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.mark.parametrize("variable", VARIABLES)
def test_each_kind_of_display_counts(variable: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """X, Wayland, and a platform of Qt that was asked for by name."""
    monkeypatch.setattr("sys.platform", "linux")
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    assert not has_display()

    monkeypatch.setenv(variable, ":1")

    assert has_display()
