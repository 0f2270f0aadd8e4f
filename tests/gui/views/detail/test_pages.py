"""The pages on top of each other."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.core.verdict import Judgement
from inspector.gui.views.detail.headers_page import HeadersPage
from inspector.gui.views.detail.pages import BODY, PAGES, Pages, title_of
from tests.gui.views.detail import samples


@pytest.fixture
def pages(qtbot: QtBot) -> Pages:
    """With the sample."""
    pages = Pages()
    qtbot.addWidget(pages)
    pages.show_capture(samples.capture(), samples.EXPLANATION, samples.FACES("github"))
    return pages


def test_pages_are_made_when_they_are_looked_at(pages: Pages) -> None:
    """A page that nobody turned to costs nothing, and stands in its place afterwards."""
    assert not pages.findChildren(HeadersPage)
    pages.turn(1)

    assert pages.currentWidget() is pages.headers
    assert 8 == pages.headers.fields.rowCount()
    assert BODY == pages.count()


@pytest.mark.parametrize("index", range(BODY))
def test_each_page_shows_the_capture_that_is_selected(pages: Pages, index: int) -> None:
    """Turned to before or after another capture came, a page never shows the one before."""
    pages.turn(index)
    pages.turn((index + 1) % BODY)
    pages.show_capture(samples.judged("unknown"), None, samples.FACES(None))
    pages.turn(index)

    assert PAGES[index] in pages._filled
    assert pages.currentIndex() == index


def test_every_page_has_a_title() -> None:
    """Seven names."""
    assert 7 == len({title_of(page) for page in PAGES})


def test_a_secret_that_came_is_given_on(pages: Pages, qtbot: QtBot) -> None:
    """The button of the Overview asks to store it."""
    body = b'{"verification_token": "secret_abc"}'
    judgement = Judgement(provider="notion", handshake="verification_token", sensitive=("json:verification_token",))
    asked = samples.capture(request=samples.request(body=body), judgement=judgement)
    pages.show_capture(asked, None, samples.FACES("notion"))
    pages.turn(0)
    [button] = [one for one in pages.overview.findChildren(QPushButton) if "Store as" in one.text()]
    with qtbot.waitSignal(pages.secret_given) as given:
        button.click()

    assert given.args == ["notion", "capture-1203", "secret_abc"]
