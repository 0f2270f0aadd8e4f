"""What differs between two values is marked."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.detail.difference import WholeText, differing, pair


@pytest.mark.parametrize(
    ("first", "second", "marked"),
    [
        ("sha256=abc", "sha256=axc", (8, 9)),
        ("same", "same", (4, 4)),
        ("longer tail", "longer", (6, 11)),
        ("", "x", (0, 0)),
        ("sha256=" + "a" * 64, "sha256=" + "b" * 64, (7, 17)),
        ("aa", "aaa", (2, 2)),
    ],
)
def test_finds_what_differs(first: str, second: str, marked: tuple[int, int]) -> None:
    """The part between what both begin and end with, at most ten characters of it."""
    assert marked == differing(first, second)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mark_is_painted(qtbot: QtBot, qapp: object, scheme: theme.Choice) -> None:
    """The differing part stands on the ground of a hit, what is the same does not."""
    theme.apply(qapp, scheme)  # type: ignore[arg-type]
    received, _ = pair("aaaa" * 5 + "1111", "aaaa" * 5 + "2222")
    qtbot.addWidget(received)
    received.resize(400, 20)
    image = received.grab().toImage()
    colours = {image.pixelColor(x, 2).name() for x in range(image.width())}

    assert theme.tokens().hit.name() in colours
    assert theme.tokens().hit.name() != image.pixelColor(2, 1).name()


def test_a_long_value_is_broken(qtbot: QtBot) -> None:
    """Where there is no room it takes more lines and shows all of it."""
    value = WholeText("x" * 300)
    qtbot.addWidget(value)

    assert value.heightForWidth(200) > 3 * value.heightForWidth(10_000)


def test_no_width_is_as_fast_as_a_narrow_one(qtbot: QtBot) -> None:
    """Layouts ask for a width of nothing: no line a character is made for that."""
    value = WholeText("x" * 4_000)
    qtbot.addWidget(value)

    assert value.heightForWidth(0) == value.heightForWidth(theme.px(100))


def test_words_break_where_they_can(qtbot: QtBot) -> None:
    """A sentence breaks between words, and a digest inside of itself, so that nothing is wider than its place."""
    text = WholeText("SHA-256 " + "8d2e" * 16, mono=False)
    qtbot.addWidget(text)
    lines = text._layout(200)

    assert lines.lineCount() > 2
    assert all(lines.lineAt(number).naturalTextWidth() <= 200 for number in range(lines.lineCount()))


def test_is_marked_and_bounded(qtbot: QtBot) -> None:
    """Captured text has marks for what cannot be seen, and an end."""
    text = WholeText("\u202e" + "x" * 100_000)
    qtbot.addWidget(text)

    assert text.text().startswith("⟵x")
    assert len(text.text()) <= 4_000
