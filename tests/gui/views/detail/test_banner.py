"""The box of a verdict."""

from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.detail.banner import Banner


def test_says_title_and_sentence(qtbot: QtBot) -> None:
    """Both are shown, and heard as the banner's name; an empty sentence takes no room."""
    banner = Banner()
    qtbot.addWidget(banner)
    banner.say("invalid", "✗ Not valid.", "Because.")
    high = banner.sizeHint().height()
    assert "✗ Not valid. Because." == banner.accessibleName()
    banner.say("valid", "✓ Valid.")

    assert banner.sentence.isHidden()
    assert banner.sizeHint().height() < high


def test_the_title_has_the_colour_of_the_verdict(qtbot: QtBot) -> None:
    """Red for what failed, and after that green for what did not."""
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show()
    for tone in ("invalid", "valid", "warn"):
        banner.say(tone, "title")

        assert getattr(theme.tokens(), tone).name() == banner.title.palette().windowText().color().name()
