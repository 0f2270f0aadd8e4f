"""Header fields for Qt."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from inspector.core.headers import NO_HEADERS, Headers
from inspector.gui.views.detail.headers_model import VALUE, HeadersModel

FIELDS = Headers(((b"Token", b"s3cret"), (b"X-Latin", b"caf\xe9"), (b"token", b"second")))


@pytest.fixture
def model(qapp: object) -> HeadersModel:
    """Watched by Qt's own tester."""
    model = HeadersModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_headers(FIELDS, frozenset({"token"}), Headers.of(("Trailer", "last")))
    return model


def test_every_repeat_is_hidden(model: HeadersModel) -> None:
    """A secret field that came twice is hidden twice, each shown for itself."""
    model.turn(2)

    assert ["••••••••", "café", "second", "last"] == [model.value(row) for row in range(model.rowCount())]


def test_no_role_tells_what_is_hidden(model: HeadersModel) -> None:
    """Not the text, not the tool tip, no other role."""
    roles = [Qt.ItemDataRole(number) for number in range(15)]
    told = " ".join(str(model.data(model.index(0, VALUE), role)) for role in roles)

    assert "s3cret" not in told


def test_can_be_empty(model: HeadersModel) -> None:
    """A request without fields has no rows."""
    model.show_headers(NO_HEADERS, frozenset(), NO_HEADERS)

    assert 0 == model.rowCount()
