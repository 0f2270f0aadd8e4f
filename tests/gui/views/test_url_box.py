"""The webhook URL."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.gui import theme
from inspector.gui.views.url_box import WIDEST, UrlBox
from tests.gui.stage import colours


def test_it_shows_the_main_address_and_copies_only_that(qtbot: QtBot) -> None:
    """Copy can be pressed once there is something to copy."""
    box = UrlBox()
    qtbot.addWidget(box)
    assert not box.copy_button.isEnabled()

    box.show_health(Health(listening=("http://127.0.0.1:8765", "http://[::1]:8765")))
    assert box.url.text == "http://127.0.0.1:8765"
    with qtbot.waitSignal(box.copy_wanted):
        qtbot.mouseClick(box.copy_button, Qt.MouseButton.LeftButton)

    box.show_health(Health())
    assert box.url.text == "not listening"


def test_the_public_url_takes_the_place_of_the_local_one(qtbot: QtBot) -> None:
    """It is shown while it listens; the menu copies the local addresses and takes it back."""
    box = UrlBox()
    qtbot.addWidget(box)
    box.show_public("https://abc.example.com")
    assert box.url.text == "starting…"

    box.show_health(Health(listening=("http://127.0.0.1:8765", "http://[::1]:8765")))
    assert box.url.text == "https://abc.example.com"
    assert "http://127.0.0.1:8765" in box.url.toolTip()
    box.fill_menu()
    entries = {action.text(): action for action in box.menu.actions() if action.text()}
    assert list(entries) == [
        "Copy the webhook URL", "Copy http://127.0.0.1:8765", "Copy http://[::1]:8765", "Take the public URL back",
    ]  # fmt: skip
    with qtbot.waitSignal(box.local_copy_wanted) as copied:
        entries["Copy http://[::1]:8765"].trigger()
    assert copied.args == ["http://[::1]:8765"]
    with qtbot.waitSignal(box.take_back_wanted):
        entries["Take the public URL back"].trigger()

    box.show_public("")
    assert box.url.text == "http://127.0.0.1:8765"


def test_a_long_url_is_bounded_and_whole_in_the_tool_tip(qtbot: QtBot) -> None:
    """It never pushes the rest of the toolbar out, and hostile text in it is no markup."""
    box = UrlBox()
    qtbot.addWidget(box)
    box.show_health(Health(listening=("http://127.0.0.1:8765",)))
    url = "https://" + "long-" * 60 + "<b>.example.com"
    box.show_public(url)

    assert box.sizeHint().width() < theme.px(WIDEST + 80)
    assert box.minimumSizeHint().width() < theme.px(220)
    assert "&lt;b&gt;" in box.url.toolTip()


def test_the_light_is_green_or_amber_in_both_themes(qtbot: QtBot, qapp: QApplication) -> None:
    """Green while it listens; red would be for what failed."""
    box = UrlBox()
    qtbot.addWidget(box)
    box.show()
    box.show_health(Health(listening=("http://127.0.0.1:8765",)))
    assert theme.tokens().valid.name() in colours(box)

    box.show_health(Health())
    assert theme.tokens().warn.name() in colours(box)

    theme.apply(qapp, "dark")
    assert theme.tokens().warn.name() in colours(box)
    assert theme.tokens().raised.name() in colours(box)
