"""The Overview says what matters."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from inspector.core.capture import Capture, Origin
from inspector.core.history import Earlier, History
from inspector.core.response import Response
from inspector.core.verdict import Judgement
from inspector.gui.views.detail.overview import OverviewPage, next_step, repeated, responded
from tests.gui.stage import FACES
from tests.gui.views.detail import samples


def shown(qtbot: QtBot, capture: Capture) -> str:
    page = OverviewPage()
    qtbot.addWidget(page)
    page.show_capture(capture, FACES("github"))
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def test_says_why_it_came_again(qtbot: QtBot) -> None:
    """A retry names the first arrival and offers all attempts."""
    earlier = Earlier(id=1190, status=500, duration_ms=2.0, body_sha256=samples.request().body.sha256)
    history = History(sender="GitHub", first=earlier, previous=earlier)
    capture = samples.capture(attempt=3, repeat="retry", duplicate_of=1190, history=history)
    assert repeated(capture).endswith("500 Internal Server Error. The first was #1,190.")
    page = OverviewPage()
    qtbot.addWidget(page)
    page.show_capture(capture, FACES("github"))
    [button] = [one for one in page.findChildren(QToolButton) if one.text() == "Show all attempts"]
    with qtbot.waitSignal(page.filter_wanted) as wanted:
        button.click()

    assert ["delivery:72d3162e-cc78-11e3-81ab-4c9367dc0958"] == wanted.args


def test_other_bytes_are_a_warning(qtbot: QtBot) -> None:
    """A repeat that is not what it was is told, and one that is the same is not."""
    first = Earlier(id=7, status=200, duration_ms=2.0, body_sha256="ab" * 32)
    other = samples.capture(attempt=2, repeat="duplicate", duplicate_of=7, history=History(first=first, previous=first))

    assert "SHA-256 abababababab… then" in shown(qtbot, other)
    assert "Other bytes" not in shown(qtbot, samples.capture(attempt=2, repeat="duplicate", duplicate_of=7))


def test_says_what_the_sender_was_told() -> None:
    """Status, by what, how long it took, how long the sender waits."""
    assert "200 OK · the default response · after 1.8 ms · the sender waits 10 s" == responded(samples.capture())
    assert "not recorded" in responded(samples.capture(response=None))
    assert "the rule “slow”" in responded(samples.capture(response=Response(by="rule", rule="slow")))


@pytest.mark.parametrize(
    ("capture", "says"),
    [
        (samples.judged("no-secret"), "paste"),
        (samples.judged("invalid"), "Signature page"),
        (samples.judged("unsigned"), "set a secret"),
        (replace(samples.judged("valid"), response=Response(status=500)), "2xx"),
        (replace(samples.judged("valid"), dispatches=()), "resend"),
    ],
)
def test_says_what_to_do_next(capture: Capture, says: str) -> None:
    """One step, by what is wrong first."""
    assert says in next_step(capture, FACES("github"))


def test_nothing_is_asked_of_a_sender_that_cannot_sign() -> None:
    """Mailchimp signs nothing, so there is no secret to set there."""
    unsigned = replace(samples.judged("unsigned"), dispatches=())

    assert "secret" not in next_step(unsigned, FACES("mailchimp"))
    assert "resend" in next_step(unsigned, FACES("mailchimp"))


@pytest.mark.parametrize(
    ("capture", "says"),
    [
        (replace(samples.capture(), request=samples.request(malformed="Invalid method.")), "Invalid method."),
        (replace(samples.capture(), request=samples.request(complete=False)), "broke off"),
        (samples.capture(origin=Origin(kind="import", file="a.har")), "imported from a.har"),
        (samples.capture(origin=Origin(kind="resend", of=7)), "resent from #7"),
        (samples.capture(note="look at this"), "look at this"),
    ],
)
def test_says_what_is_special(qtbot: QtBot, capture: Capture, says: str) -> None:
    """Malformed, cut off, where it came from, the user's note."""
    assert says in shown(qtbot, capture)


WHY = "Slack asks whether this address answers: its challenge was sent back as text/plain."


def test_says_what_a_handshake_was_told(qtbot: QtBot) -> None:
    """Which one it is, what was answered and why; then there is nothing to do about a missing signature."""
    asked = samples.capture(
        judgement=Judgement(provider="slack", handshake="url_verification"),
        response=Response(by="handshake", why=WHY),
        dispatches=(),
    )
    text = shown(qtbot, asked)

    assert "url_verification" in text
    assert WHY in text
    assert next_step(asked, FACES("slack")) == ""


@pytest.mark.parametrize(("token", "offered"), [("secret_abc", True), ("secret_file:/etc/hostname", False)])
def test_offers_the_secret_of_a_handshake(qtbot: QtBot, token: str, offered: bool) -> None:
    """One button stores it, under a name of its own; what could mean a file or a variable is not offered."""
    body = b'{"verification_token": "%b"}' % token.encode()
    asked = samples.capture(
        request=samples.request(body=body),
        judgement=Judgement(provider="notion", handshake="verification_token", sensitive=("json:verification_token",)),
    )
    page = OverviewPage()
    qtbot.addWidget(page)
    page.show_capture(asked, FACES("notion"))
    buttons = [one for one in page.findChildren(QPushButton) if "Store as" in one.text()]

    assert bool(buttons) == offered
    assert token not in "".join(label.text() for label in page.findChildren(QLabel))
    if offered:
        with qtbot.waitSignal(page.secret_given) as given:
            buttons[0].click()
        assert given.args == ["notion", f"capture-{asked.id}", token]
        assert "store the secret" in next_step(asked, FACES("notion"))
