"""Text to read and copy."""

from pytestqt.qtbot import QtBot

from inspector.gui.views.plain_text import MOST, PlainText


def test_markup_is_text_and_much_is_cut(qtbot: QtBot) -> None:
    """It cannot be changed, and what turns direction is shown as a mark."""
    text = PlainText("Log")
    qtbot.addWidget(text)
    text.show_text("<b>x</b>\n\u202ey")
    assert text.toPlainText() == "<b>x</b>\n⟵y"
    assert text.isReadOnly()
    assert text.accessibleName() == "Log"

    text.show_text("x" * (MOST + 1))
    assert len(text.toPlainText()) == MOST


def test_the_end_is_known(qtbot: QtBot) -> None:
    """So that who reads further up is not moved."""
    text = PlainText("Log")
    qtbot.addWidget(text)
    text.resize(300, 100)
    with qtbot.waitExposed(text):
        text.show()
    text.show_text("\n".join(map(str, range(200))))
    assert not text.at_end
    text.to_end()
    assert text.at_end
