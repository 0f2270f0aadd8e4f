"""What a recipe says of a capture, for the eye."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.custom_wishes import Trial
from inspector.core.verdict import Verdict
from inspector.gui.views.custom.trial_view import TrialView, titled


@pytest.mark.parametrize(
    ("trial", "tried", "title", "tone"),
    [
        (Trial(problem="A brace.", where="message"), True, "Not complete", "warn"),
        (Trial(formula="f"), False, "complete", "neutral"),
        (Trial(formula="f"), True, "Not recognised", "warn"),
        (Trial(recognised=True, verdict=Verdict(status="valid", matches=True)), True, "✓ Valid", "valid"),
        (Trial(recognised=True, verdict=Verdict(status="invalid", matches=False)), True, "✗ Not valid", "invalid"),
        (Trial(recognised=True, verdict=Verdict(status="invalid", matches=True)), True, "its age", "warn"),
        (Trial(recognised=True, verdict=Verdict(status="no-secret")), True, "No secret", "warn"),
        (Trial(recognised=True, verdict=Verdict(status="unsigned")), True, "No signature", "warn"),
    ],
)
def test_the_answer_is_said_first(qtbot: QtBot, trial: Trial, tried: bool, title: str, tone: str) -> None:
    """In a word and a colour."""
    view = TrialView()
    qtbot.addWidget(view)
    view.show_trial(trial, tried=tried)

    assert title in view.banner.title.text()
    assert view.banner.tone == tone


def test_bytes_and_digests_are_shown_as_plain_text(qtbot: QtBot) -> None:
    """What a sender wrote is marked and never markup; an empty value is a dash."""
    view = TrialView()
    qtbot.addWidget(view)
    view.show_trial(
        Trial(signed="<b>1\u202e</b>", signed_size=1234, signed_sha256="ab" * 32, received="r", expected="e"),
        tried=True,
    )

    assert view.signed.toPlainText() == "<b>1⟵</b>"
    assert "1,234 bytes" in view.extent.text()
    assert (view.received.toPlainText(), view.expected.toPlainText()) == ("r", "e")
    assert view.event_place.toPlainText() == "–"


def test_every_status_has_its_title() -> None:
    """Also one that nobody expects here."""
    assert titled(Verdict())[0] == "neutral"
