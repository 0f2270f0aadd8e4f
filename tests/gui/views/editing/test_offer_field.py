"""A field that offers what was written before."""

from pytestqt.qtbot import QtBot

from inspector.gui import theme
from inspector.gui.views.editing.offer_field import OfferField
from tests.gui.stage import colours


def test_takes_any_text_and_paints_its_arrow(qtbot: QtBot) -> None:
    """Nothing is completed or added by itself."""
    field = OfferField("Target")
    qtbot.addWidget(field)
    field.addItems(["localhost:3000"])
    field.setEditText("loc")
    field.show()

    assert field.currentText() == "loc"
    assert field.completer() is None
    assert field.accessibleName() == "Target"
    assert theme.tokens().muted.name() in colours(field)
