"""Headers as they came."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from inspector.core.headers import Headers
from inspector.gui.views.detail.headers_model import HeadersModel
from inspector.gui.views.detail.headers_page import HeadersPage
from tests.gui.views.detail import samples


@pytest.fixture
def page(qtbot: QtBot) -> HeadersPage:
    """The sample's headers, with a token in Authorization."""
    page = HeadersPage()
    qtbot.addWidget(page)
    page.resize(600, 300)
    page.show_capture(samples.capture())
    page.show()
    return page


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def test_keeps_order_case_and_repeats(page: HeadersPage) -> None:
    """Every field is a row, as it came."""
    rows = [page.fields.line(row) for row in range(page.fields.rowCount())]

    assert ["X-Repeated: one", "x-repeated: two"] == rows[-2:]
    assert "Host: 127.0.0.1:8765" == rows[0]


def test_the_model_keeps_the_rules(qapp: object) -> None:
    """Qt's own tester finds nothing."""
    model = HeadersModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_headers(samples.HEADERS, frozenset({"authorization"}), Headers.of(("Trailer", "x")))
    model.turn(5)

    assert 9 == model.rowCount()


def test_a_secret_is_shown_on_purpose(qtbot: QtBot, page: HeadersPage) -> None:
    """Dots, then the value after Show, then dots again."""
    assert "Authorization: ••••••••" == page.fields.line(5)
    [button] = page.findChildren(QToolButton)
    assert "Authorization" in button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "Authorization: Bearer super-secret-token" == page.fields.line(5)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert "Authorization: ••••••••" == page.fields.line(5)


def test_the_keyboard_shows_and_copies(qtbot: QtBot, page: HeadersPage) -> None:
    """Space shows a secret; Ctrl+C copies what is shown, so a hidden value is never on the clipboard."""
    page.selectRow(5)
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "••••••••" == clipboard()
    qtbot.keyClick(page, Qt.Key.Key_Space)
    qtbot.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Bearer super-secret-token" == clipboard()
    page.copy_lines()

    assert "Authorization: Bearer super-secret-token" == clipboard()


def test_another_capture_hides_again(page: HeadersPage) -> None:
    """What was shown of one capture is not shown of the next."""
    page.fields.turn(5)
    page.show_capture(samples.capture())

    assert page.fields.hidden(5)


def test_hostile_and_many_headers(qtbot: QtBot, page: HeadersPage) -> None:
    """A thousand secret headers with markup are shown plain, with few buttons."""
    pairs = tuple((b"Authorization", b"<b>x</b>\xff") for _ in range(1000))
    page.show_headers(Headers(pairs), frozenset({"authorization"}))

    assert 1000 == page.fields.rowCount()
    assert "<b>" not in str(page.fields.data(page.fields.index(0, 1), Qt.ItemDataRole.ToolTipRole))


def test_fields_are_marked_by_name(page: HeadersPage) -> None:
    """All of that name in any case, and nothing where there is none."""
    assert page.mark("X-REPEATED")
    page.copy()
    assert clipboard() == "one\ntwo"
    assert not page.mark("X-Nothing")
    assert not page.selectionModel().hasSelection()
