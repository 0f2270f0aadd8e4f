"""The detail as a whole: one capture, its pages, its wishes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.messages import Health
from inspector.gui import theme
from inspector.gui.views.detail.pages import PAGES
from inspector.gui.views.detail.pane import DetailPane
from tests.gui.views.detail import samples


@pytest.fixture
def pane(qtbot: QtBot) -> DetailPane:
    """A pane as wide as in a window of 1,440 pixels."""
    pane = DetailPane(faces=samples.FACES)
    qtbot.addWidget(pane)
    pane.resize(1230, 400)
    pane.show()
    pane.set_formats((("curl", "cURL"), ("raw", "raw HTTP")))
    return pane


def texts(widget: QWidget) -> str:
    """Everything that labels below a widget say."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_says_what_is_shown(pane: DetailPane) -> None:
    """The line above the pages has event, provider, number, time, method and path."""
    pane.show_capture(samples.capture())

    assert "push" == pane.header.event_label.text()
    about = pane.header.about.text()
    assert about.startswith("GitHub · #1,203 · ")
    assert about.endswith(" · POST /hooks/github")


def test_counts_stand_behind_the_names(pane: DetailPane) -> None:
    """Tabs say how many headers, which verdict, which status, how many dispatches."""
    pane.show_capture(samples.capture())

    assert ["Overview", "Headers 8", "Signature ✗", "Response 200", "Sent to 2", "Raw", "Body"] == [
        pane.tabs.tabText(index) for index in range(pane.tabs.count())
    ]


@pytest.mark.parametrize(
    ("status", "page"),
    [("invalid", "signature"), ("no-secret", "signature"), ("valid", "overview"), ("unknown", "overview")],
)
def test_what_matters_most_is_shown_first(pane: DetailPane, status: str, page: str) -> None:
    """Until the reader turns to a page, trouble with a signature shows the Signature page."""
    pane.show_capture(samples.judged(status))

    assert page == pane.page()


def test_a_page_that_was_chosen_stays(pane: DetailPane) -> None:
    """After the reader turned to Headers, the next capture shows Headers."""
    pane.show_capture(samples.judged("valid"))
    pane.turn_to("headers")
    pane.show_capture(replace(samples.capture(), id=2))

    assert "headers" == pane.page()


def test_numbers_turn_the_pages(pane: DetailPane) -> None:
    """1 to 6 are the pages in order."""
    pane.show_capture(samples.capture())
    for number, name in enumerate(PAGES[:6], 1):
        pane.turn_to(number)

        assert name == pane.page()


def test_asks_for_the_proof_once(qtbot: QtBot, pane: DetailPane) -> None:
    """The Signature page wants an explanation when it is looked at, not again while it comes, and shows it."""
    wanted: list[int] = []
    pane.explanation_wanted.connect(wanted.append)
    pane.show_capture(samples.capture())
    pane.show_capture(samples.capture())
    pane.turn_to("headers")
    pane.turn_to("signature")
    assert [1203] == wanted
    pane.show_explanation(1203, samples.EXPLANATION)
    pane.show_explanation(7, replace(samples.EXPLANATION, tried="for another"))

    qtbot.waitUntil(lambda: samples.EXPLANATION.tried in texts(pane.pages.signature))
    assert "for another" not in texts(pane.pages.signature)


def test_another_verdict_wants_another_proof(pane: DetailPane) -> None:
    """When a capture is judged again the old proof goes."""
    wanted: list[int] = []
    pane.explanation_wanted.connect(wanted.append)
    pane.show_capture(samples.capture(), samples.EXPLANATION)
    pane.show_capture(samples.judged("valid"))

    assert [1203] == wanted
    assert samples.EXPLANATION.tried not in texts(pane.pages.signature)


def test_wishes_leave_as_signals(qtbot: QtBot, pane: DetailPane) -> None:
    """Resend, its menu, Copy as and Esc say what is wanted and do nothing themselves."""
    pane.show_capture(samples.capture())
    pane.show_target("http://localhost:3000", ("http://127.0.0.1:4000/x",))
    header = pane.header
    with qtbot.waitSignal(pane.resend_wanted) as resend:
        qtbot.mouseClick(header.resend, Qt.MouseButton.LeftButton)
    assert [""] == resend.args
    with qtbot.waitSignal(pane.resend_wanted) as other:
        header.targets.menu().actions()[1].trigger()
    assert ["http://127.0.0.1:4000/x"] == other.args
    with qtbot.waitSignal(pane.resend_other_wanted):
        header.targets.menu().actions()[-1].trigger()
    with qtbot.waitSignal(pane.copy_wanted) as copy:
        header.copies.menu().actions()[1].trigger()
    assert ["raw"] == copy.args
    with qtbot.waitSignal(pane.left):
        qtbot.keyClick(pane, Qt.Key.Key_Escape)

    assert "Resend to localhost:3000" == header.resend.text()


def test_a_secret_in_two_actions(qtbot: QtBot, pane: DetailPane) -> None:
    """A capture without a secret shows the field; paste and Enter give it, and it waits until it was checked."""
    pane.show_health(Health(keyring="Secrets are kept in the keyring."))
    pane.show_capture(samples.judged("no-secret"))
    pane.show_earlier(87)
    pane.focus_page()
    page = pane.pages.signature
    assert "Shopify signed this." in texts(page)
    assert "87 other captures from Shopify" in texts(page)
    assert "kept in the keyring" in texts(page)
    qtbot.keyClicks(page.secret.field, "shpss_abc")
    with qtbot.waitSignal(pane.secret_given) as given:
        qtbot.keyClick(page.secret.field, Qt.Key.Key_Return)
    pane.show_busy("Checking…")

    assert ["shopify", "", "shpss_abc"] == given.args
    assert not page.secret.check.isEnabled()
    assert pane.header.resend.isEnabled()
    pane.show_secret_remark("This is an API key.")
    assert page.secret.check.isEnabled()
    assert "This is an API key." in texts(page)


def test_what_is_typed_stays_with_its_capture(qtbot: QtBot, pane: DetailPane) -> None:
    """The same capture again leaves the field alone, another one empties it."""
    pane.show_capture(samples.judged("no-secret"))
    field = pane.pages.signature.secret.field
    qtbot.keyClicks(field, "half a secr")
    pane.show_capture(replace(samples.judged("no-secret"), unread=True))
    assert "half a secr" == field.text()
    pane.show_capture(replace(samples.judged("no-secret"), id=9))

    assert "" == field.text()


def test_the_body_is_a_page_where_it_is_narrow(qtbot: QtBot, pane: DetailPane) -> None:
    """Below 1,100 pixels Body is a tab, above it stands beside the pages, and nothing is lost on the way."""
    pane.show_capture(samples.capture())
    assert not pane.tabs.isTabVisible(6)
    pane.resize(900, 400)
    assert pane.tabs.isTabVisible(6)
    pane.turn_to("body")
    assert pane.body.isVisible()
    assert pane.body.switch.isVisible()
    pane.resize(1230, 400)

    assert pane.body.isVisible()
    assert not pane.tabs.isTabVisible(6)
    assert "body" != pane.page()


@pytest.mark.parametrize("width", [1076, 1230, 700])
def test_nothing_is_cut(pane: DetailPane, width: int) -> None:
    """At 1280×720 (sidebar off) and narrower, no button is narrower than its words and no page wider than its place."""
    pane.resize(width, 300)
    pane.show_target("http://localhost:3000")
    pane.show_capture(samples.capture(), samples.EXPLANATION)
    for name in PAGES[:6]:
        pane.turn_to(name)
        for button in pane.findChildren(QPushButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.text()
                assert pane.rect().contains(button.mapTo(pane, button.rect().bottomRight()).x(), 5)


def test_hostile_text_is_text_everywhere(pane: DetailPane) -> None:
    """Markup in every field is shown as it is written, direction is a mark, and no label reads rich text."""
    pane.show_capture(samples.hostile())
    for name in PAGES[:6]:
        pane.turn_to(name)
        pane.grab()
    for label in pane.findChildren(QLabel):
        assert Qt.TextFormat.PlainText == label.textFormat()
        assert "\u202e" not in label.text()
        assert "\x00" not in label.text()
    for widget in pane.findChildren(QWidget):
        assert "<img" not in widget.toolTip()

    assert "<b>valid</b>" in pane.header.event_label.text()


def test_buttons_have_names(pane: DetailPane) -> None:
    """Whatever can be pressed says what it does, with words or with an accessible name."""
    pane.show_capture(samples.capture(), samples.EXPLANATION)
    for name in PAGES[:6]:
        pane.turn_to(name)
    for button in pane.findChildren(QPushButton):
        assert button.accessibleName() or button.text().strip(" ▾")


def test_huge_captures_are_shown(pane: DetailPane) -> None:
    """A thousand headers of 1 KB, a body of a line of 2 MB, a hundred dispatches."""
    big = samples.capture()
    pairs = tuple((b"X-%d" % number, b"v" * 1000) for number in range(1000))
    request = replace(big.request, headers=type(big.request.headers)(pairs), body=Body.of(b"x" * 2_000_000))
    pane.show_capture(replace(big, request=request, dispatches=big.dispatches * 50))
    for name in PAGES[:6]:
        pane.turn_to(name)
        pane.grab()

    assert "Headers 1,000" == pane.tabs.tabText(1)


def test_nothing_selected_names_the_keys(pane: DetailPane) -> None:
    """With no capture there are three keys to learn, and no wish can be made."""
    pane.show_capture(samples.capture())
    pane.show_nothing()
    pane.focus_page()

    assert "Enter" in texts(pane)
    assert pane.capture is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("status", ["valid", "invalid", "no-secret"])
def test_the_verdict_is_painted_in_its_colour(
    qapp: object, pane: DetailPane, scheme: theme.Choice, status: str
) -> None:
    """Ground and edge of the banner really have the colours of the verdict."""
    theme.apply(qapp, scheme)  # type: ignore[arg-type]
    pane.show_capture(samples.judged(status, explanation="Because."))
    pane.turn_to("signature")
    banner = pane.pages.signature.banner
    image = banner.grab().toImage()
    tone = {"no-secret": "warn"}.get(status, status)

    assert getattr(theme.tokens(), tone).name() == image.pixelColor(1, image.height() // 2).name()
    assert getattr(theme.tokens(), tone + "bg").name() == image.pixelColor(image.width() // 2, 4).name()


def test_copies_leave_a_word(qtbot: QtBot, pane: DetailPane) -> None:
    """What is copied on a page is on the clipboard, and is told."""
    pane.show_capture(samples.capture(), samples.EXPLANATION)
    with qtbot.waitSignal(pane.text_copied):
        qtbot.mouseClick(pane.pages.signature.copy_button, Qt.MouseButton.LeftButton)

    assert samples.EXPLANATION.tried in QGuiApplication.clipboard().text()


def test_keeps_its_widths(qtbot: QtBot, pane: DetailPane) -> None:
    """What was saved of the splitter comes back."""
    pane.show_capture(samples.capture())
    pane.splitter.setSizes([400, 830])
    state = pane.save_state()
    pane.splitter.setSizes([800, 430])
    pane.restore_state(state)

    assert abs(400 - pane.splitter.sizes()[0]) < 5


def test_without_a_response(pane: DetailPane) -> None:
    """A capture whose response was not recorded says so."""
    pane.show_capture(Capture(id=1, request=samples.request()))
    pane.turn_to("response")

    assert "not recorded" in texts(pane.pages.response)


def test_another_secret_asks_for_another_proof(qtbot: QtBot, pane: DetailPane) -> None:
    """Also where the verdict stays as it was, word for word."""
    pane.show_capture(samples.capture(), samples.EXPLANATION)
    pane.pages.signature.secret_given.emit("github", "", "wrong")
    pane.show_busy("Checking…")
    with qtbot.waitSignal(pane.explanation_wanted) as wanted:
        pane.show_busy("")

    assert wanted.args == [samples.capture().id]
