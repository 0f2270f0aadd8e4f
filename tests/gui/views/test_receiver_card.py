"""The card of a check."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.sending_wishes import CheckLine, ReceiverChecked
from inspector.gui.views.receiver_card import STEPS, ReceiverCard, did, summary
from inspector.providers.registry import BY_ID

GOOD = CheckLine(step="good", accepts=True, status=200, duration_ms=12.0)
REPEAT = CheckLine(step="repeat", accepts=True, status=200)


def checked(*lines: CheckLine) -> ReceiverChecked:
    """What came of these."""
    return ReceiverChecked(provider="stripe", event="x", target="http://a/", secret="staging", lines=lines)


def test_every_step_says_what_was_done(qtbot: QtBot) -> None:
    """What was left out is neither good nor bad."""
    card = ReceiverCard()
    qtbot.addWidget(card)
    card.show_checked(checked(GOOD, CheckLine(step="future", accepts=False, left_out="no time is signed")))

    assert card.told["good"].text() == "accepted: 200 OK · 12 ms"
    assert card.told["future"].text() == "Left out: no time is signed"
    assert [card.marks[step].text() for step, _ in STEPS] == ["✓", "·", "–", "·", "·", "·", "·"]
    card.clear(BY_ID["stripe"])
    assert {label.text() for label in card.told.values()} == {""}


def test_what_means_nothing_for_a_provider_is_said_from_the_start(qtbot: QtBot) -> None:
    """One that signs no time never signs too early or too late."""
    card = ReceiverCard()
    qtbot.addWidget(card)
    card.clear(BY_ID["github"])

    assert card.told["stale"].text() == card.told["future"].text() == "Left out: GitHub signs no time"
    assert card.told["tampered"].text() == ""


def test_no_response_is_said_in_its_own_words() -> None:
    """Or that none came."""
    assert did(CheckLine(step="good", accepts=True, error="Connection refused.")) == "Connection refused."
    assert did(CheckLine(step="good", accepts=True)) == "No response came."
    assert did(CheckLine(step="stale", accepts=False, status=400)) == "refused: 400 Bad Request"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((GOOD, REPEAT), "does what it should"),
        ((CheckLine(step="good", accepts=True, status=401), REPEAT), "“staging”"),
        ((GOOD, CheckLine(step="tampered", accepts=False, status=204)), "accepts what it should refuse"),
        ((GOOD, CheckLine(step="repeat", accepts=True, status=409)), "second time"),
    ],
)
def test_one_sentence_on_all(lines: tuple[CheckLine, ...], said: str) -> None:
    """It names what matters most."""
    assert said in summary(checked(*lines))
