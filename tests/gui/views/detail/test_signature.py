"""The Signature page in each of its states."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.core.verdict import Status, Verdict
from inspector.gui.views.detail.difference import WholeText
from inspector.gui.views.detail.signature import SignaturePage
from tests.gui.stage import focus_of, is_front
from tests.gui.views.detail import samples


@pytest.fixture
def page(qtbot: QtBot) -> SignaturePage:
    """In sight."""
    page = SignaturePage()
    qtbot.addWidget(page)
    page.resize(650, 300)
    page.show()
    return page


def texts(page: SignaturePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def test_the_proof_of_a_failure(qtbot: QtBot, page: SignaturePage) -> None:
    """Received and expected stand below each other with the difference marked; then what was signed, how, the tries."""
    page.show_capture(samples.capture(), samples.EXPLANATION, samples.FACES("github"))
    values = page.findChildren(WholeText)

    proof = samples.EXPLANATION
    assert [proof.received, proof.expected, proof.scheme] == [value.text() for value in values]
    assert [(7, 17), (7, 17), (0, 0)] == [value.marked for value in values]
    qtbot.waitUntil(lambda: proof.tried in texts(page))
    assert proof.signed in texts(page)


def test_the_hash_of_what_was_signed_is_short(qtbot: QtBot, page: SignaturePage) -> None:
    """The ends of it are enough to compare by eye; the tool tip and the clipboard have all of it."""
    whole = f"the body as it came, 7 bytes · SHA-256 {'0123' + 'a' * 56 + 'cdef'}"
    page.show_capture(samples.judged("valid"), replace(samples.EXPLANATION, signed=whole), samples.FACES("github"))

    qtbot.waitUntil(lambda: "the body as it came, 7 bytes · SHA-256 0123…cdef" in texts(page))
    [label] = [one for one in page.findChildren(QLabel) if "0123…cdef" in one.text()]
    assert whole in label.toolTip()


def test_what_matches_is_shown_once(page: SignaturePage) -> None:
    """A valid signature has one value, and nothing is marked."""
    same = replace(samples.EXPLANATION, expected=samples.EXPLANATION.received)
    page.show_capture(samples.judged("valid"), same, samples.FACES("github"))

    assert [same.received, same.scheme] == [value.text() for value in page.findChildren(WholeText)]
    assert [(0, 0)] * 2 == [value.marked for value in page.findChildren(WholeText)]


@pytest.mark.parametrize(
    ("status", "asks"),
    [("no-secret", True), ("invalid", False), ("valid", False), ("unsigned", False), ("unknown", False)],
)
def test_asks_only_where_a_secret_is_missing(page: SignaturePage, status: str, asks: bool) -> None:
    """The field is there for a signature that nothing can check."""
    page.show_capture(samples.judged(status), None, samples.FACES("shopify"))

    assert asks is page.secret.isVisible()
    assert asks is page.focus_secret()


def test_a_public_key_is_not_asked_for(page: SignaturePage) -> None:
    """Where a key could not be fetched there is nothing to paste."""
    verdict = Verdict(status="no-secret", cause="key-unavailable", explanation="The key could not be had.")
    page.show_capture(samples.capture(judgement=samples.judgement(verdict=verdict)), None, samples.FACES("github"))

    assert page.secret.isHidden()
    assert "The key could not be had." in texts(page)


def test_a_public_key_is_fetched_or_entered(qtbot: QtBot, page: SignaturePage) -> None:
    """Where its provider publishes it there is a button; the field for it comes when it is wanted."""
    verdict = Verdict(status="no-secret", cause="key-unavailable", explanation="The key could not be had.")
    capture = samples.capture(judgement=samples.judgement(verdict=verdict))
    page.show_capture(capture, None, samples.FACES("aws-sns"))
    assert page.fetch.isHidden()

    address = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem"
    page.show_capture(capture, replace(samples.EXPLANATION, key_address=address), samples.FACES("aws-sns"))
    assert "sns.eu-central-1.amazonaws.com" in page.fetch.toolTip()
    with qtbot.waitSignal(page.fetch_wanted):
        qtbot.mouseClick(page.fetch, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.another, Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page.secret.field


def test_another_secret_can_be_tried(qtbot: QtBot, page: SignaturePage) -> None:
    """After a failure one press brings the field, for the provider that signed."""
    page.show_capture(samples.capture(), samples.EXPLANATION, samples.FACES("github"))
    qtbot.mouseClick(page.another, Qt.MouseButton.LeftButton)
    assert page.focusWidget() is page.secret.field
    page.secret.field.setText("other")
    with qtbot.waitSignal(page.secret_given) as given:
        qtbot.keyClick(page.secret.field, Qt.Key.Key_Return)

    assert ["github", "", "other"] == given.args


def test_says_where_the_secret_is_and_goes(page: SignaturePage) -> None:
    """Where the provider shows it, where it will be kept, how many captures wait for it."""
    page.show_capture(samples.judged("no-secret"), None, samples.FACES("shopify"))
    page.show_health(Health(keyring="Secrets last for this session."))
    page.show_earlier(1)

    assert "Develop apps" in texts(page)
    assert "Secrets last for this session." in texts(page)
    assert "1 other capture from Shopify will be checked with it." in texts(page)


def test_a_remark_marks_the_field(page: SignaturePage) -> None:
    """A value of the wrong form is told below, until it is judged or taken back."""
    page.show_capture(samples.judged("no-secret"), None, samples.FACES("shopify"))
    page.show_remark("This is an API key.")
    assert "This is an API key." in texts(page)
    assert page.secret.field.property("invalid")
    page.show_capture(samples.judged("valid"), None, samples.FACES("github"))

    assert "This is an API key." not in texts(page)
    assert page.secret.isHidden()


@pytest.fixture
def beside(qtbot: QtBot, page: SignaturePage) -> Iterator[QPushButton]:
    """The page in a window in which a button stands before it, which gets what the page lets go of."""
    window = QWidget()
    column = QVBoxLayout(window)
    button = QPushButton("Copy URL")
    column.addWidget(button)
    column.addWidget(page)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: is_front(window))
    page.show_capture(samples.judged("no-secret"), None, samples.FACES("shopify"))
    page.focus_secret()
    yield button
    page.setParent(None)


def checked(page: SignaturePage, status: Status) -> None:
    """What was given is checked with this verdict."""
    capture = samples.judged("no-secret")
    verdict = replace(capture.judgement.verdict, status=status)
    judged = replace(capture, judgement=replace(capture.judgement, verdict=verdict))
    page.show_capture(judged, None, samples.FACES("shopify"))


@pytest.mark.parametrize("by_button", [False, True])
def test_the_keyboard_stays_on_the_page(
    qtbot: QtBot, page: SignaturePage, beside: QPushButton, by_button: bool
) -> None:
    """A secret that did not match leads to the way to another, one that matched to the page itself."""
    qtbot.keyClicks(page.secret.field, "wrong")
    if by_button:
        page.secret.check.setFocus()
        qtbot.keyClick(page.secret.check, Qt.Key.Key_Space)
    else:
        qtbot.keyClick(page.secret.field, Qt.Key.Key_Return)
    page.show_busy(True)
    assert focus_of() is page.secret.field
    checked(page, "invalid")
    page.show_checked()
    assert focus_of() is page.another
    assert page.secret.isHidden()
    assert page.secret.field.text() == ""

    qtbot.keyClick(page.another, Qt.Key.Key_Space)
    assert focus_of() is page.secret.field
    qtbot.keyClicks(page.secret.field, "wrong too")
    qtbot.keyClick(page.secret.field, Qt.Key.Key_Return)
    page.show_checked()
    assert focus_of() is page.another

    checked(page, "valid")
    assert focus_of() is page
    assert not beside.hasFocus()


def test_what_is_typed_while_a_secret_is_checked_stays(qtbot: QtBot, page: SignaturePage, beside: QPushButton) -> None:
    """The second secret can be begun before the first was found wrong."""
    qtbot.keyClicks(page.secret.field, "wrong")
    qtbot.keyClick(page.secret.field, Qt.Key.Key_Return)
    page.show_busy(True)
    page.secret.field.selectAll()
    qtbot.keyClicks(page.secret.field, "right")
    checked(page, "invalid")

    assert focus_of() is page.secret.field
    assert page.secret.field.text() == "right"
    assert page.secret.check.isEnabled()
    assert not beside.hasFocus()


def test_a_valid_capture_offers_the_check_of_an_app(page: SignaturePage) -> None:
    """The button is there on what is valid, and nowhere else."""
    wanted: list[bool] = []
    page.app_check_wanted.connect(lambda: wanted.append(True))
    for status, offered in (("valid", True), ("invalid", False), ("no-secret", False), ("unsigned", False)):
        page.show_capture(samples.judged(status), None, samples.FACES("github"))
        assert page.app_check.isVisible() is offered, status
    page.show_capture(samples.judged("valid"), None, samples.FACES("github"))
    page.app_check.click()

    assert wanted == [True]


@pytest.mark.parametrize(
    ("status", "offers"), [("unknown", True), ("unsigned", True), ("valid", False), ("invalid", False)]
)
def test_the_search_for_a_scheme_is_offered_where_none_is_known(
    qtbot: QtBot, page: SignaturePage, status: Status, offers: bool
) -> None:
    """Of an unknown sender, and of one that left no signature where it was expected."""
    page.show_capture(samples.judged(status), None, samples.FACES(None))

    assert page.find_scheme.isVisibleTo(page) is offers
    with qtbot.waitSignal(page.find_scheme_wanted):
        page.find_scheme.click()
