"""The button that mends a failure."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.mend import Mend
from inspector.gui.views.detail.mend_button import LONGEST, MendButton, mend_text
from tests.gui.views.detail import samples

FACE = samples.FACES("github")


@pytest.mark.parametrize(
    ("mend", "text"),
    [
        (Mend(kind="secret", words="without its last character, a line break", replaces=True), "Save secret without"),
        (Mend(kind="secret", words="in quotation marks"), "Save it in quotation marks, as a secret of GitHub"),
        (Mend(kind="secret"), "Save it as a secret of GitHub"),
        (Mend(kind="public-url", url="https://a.example"), "Set the public URL to https://a.example"),
        (Mend(kind="enter-url"), "Set the public URL…"),
        (Mend(kind="sign-again"), "Resend signed now"),
        (Mend(kind="headers"), "Show the header fields"),
        (Mend(kind="bytes"), "Show the bytes"),
    ],
)
def test_says_what_it_changes(qtbot: QtBot, mend: Mend, text: str) -> None:
    """Whatever it is, and to those who only hear it."""
    button = MendButton()
    qtbot.addWidget(button)
    button.show_mend(mend, FACE)

    assert mend_text(mend, FACE).startswith(text)
    assert button.text().startswith(text)
    assert button.accessibleName().startswith(text)


def test_is_there_only_where_something_mends(qtbot: QtBot) -> None:
    """Hidden without; pressed, it says which."""
    button = MendButton()
    qtbot.addWidget(button)
    mend = Mend(kind="bytes")
    button.show_mend(mend, FACE)
    with qtbot.waitSignal(button.wanted) as wanted:
        button.click()
    assert wanted.args == [mend]
    button.show_mend(None, FACE)
    assert button.isHidden()


def test_hostile_urls_stay_plain(qtbot: QtBot) -> None:
    """What a sender wrote into a URL is a text of one line, short, and no letter of it is underlined."""
    button = MendButton()
    qtbot.addWidget(button)
    button.show_mend(Mend(kind="public-url", url="https://x/&<b>\n\u202e" + "y" * 500), FACE)

    assert len(button.text()) <= LONGEST + 3
    assert "\n" not in button.text()
    assert "\u202e" not in button.text()
    assert "&&" in button.text()
    assert "<b>" not in button.toolTip()
