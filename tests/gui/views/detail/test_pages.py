"""The pages on top of each other."""

import pytest
from pytestqt.qtbot import QtBot

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
