"""The empty window says how the first webhook comes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from inspector.core.messages import Health
from inspector.gui import theme
from inspector.gui.icons import IconButton
from inspector.gui.views.detail.code_box import CodeBox
from inspector.gui.views.detail.empty_state import EmptyState

OPEN = Health(listening=("http://127.0.0.1:9001", "http://[::1]:9001"))


def commands(state: EmptyState) -> list[str]:
    return [box.text.toPlainText() for box in boxes(state)]


def boxes(state: EmptyState) -> list[CodeBox]:
    shown = [box for box in state.findChildren(CodeBox) if not box.isHidden()]
    return sorted(shown, key=lambda box: box.mapTo(state, box.rect().topLeft()).y())


@pytest.fixture
def state(qtbot: QtBot) -> EmptyState:
    """On a machine with ngrok and gh."""
    state = EmptyState(find_tool=lambda tool: tool in ("ngrok", "gh"))
    qtbot.addWidget(state)
    state.resize(1000, 600)
    state.show_health(OPEN)
    state.show()
    return state


def test_every_command_has_the_open_port(state: EmptyState) -> None:
    """curl, the providers' tools and tunnels, those that are installed first, all with the port that is open."""
    assert [
        """curl -d '{"hello": "webhook"}' -H 'Content-Type: application/json' http://127.0.0.1:9001/test""",
        "gh webhook forward --repo=OWNER/REPO --events=push --url=http://127.0.0.1:9001/github",
        "stripe listen --forward-to 127.0.0.1:9001/stripe",
        "ngrok http 9001",
    ] == commands(state)
    assert [button.text() for button in state.tunnels.findChildren(QToolButton) if button.isCheckable()] == [
        "ngrok", "cloudflared", "tailscale",
    ]  # fmt: skip


def test_another_port_changes_every_command(state: EmptyState) -> None:
    """When the listener moves, nothing keeps the old port."""
    state.show_health(Health(listening=("http://127.0.0.1:9002",)))

    assert all("9002" in command for command in commands(state))


def test_everything_can_be_copied(qtbot: QtBot, state: EmptyState) -> None:
    """The URL and each command go to the clipboard, by a button with a name that the keyboard reaches."""
    with qtbot.waitSignal(state.copied):
        qtbot.mouseClick(state.copy_button, Qt.MouseButton.LeftButton)
    assert "http://127.0.0.1:9001" == QGuiApplication.clipboard().text()
    for box, command in zip(boxes(state), commands(state), strict=True):
        [button] = box.findChildren(IconButton)
        button.setFocus()
        with qtbot.waitSignal(state.copied):
            qtbot.keyClick(button, Qt.Key.Key_Space)

        assert command == QGuiApplication.clipboard().text()
        assert button.accessibleName()


@pytest.mark.parametrize(
    ("health", "says"),
    [
        (OPEN, "Reachable from this machine only"),
        (Health(listening=("http://0.0.0.0:8765",), exposed=True), "Other machines can reach it"),
        (Health(keyring="session"), "The port is closed"),
        (Health(), "The engine is not running"),
        (Health(problem="Port 8765 is taken by another program."), "Port 8765 is taken"),
    ],
)
def test_says_who_can_reach_it(state: EmptyState, health: Health, says: str) -> None:
    """Reach and trouble are told in a sentence."""
    state.show_health(health)

    assert says in "\n".join(label.text() for label in state.findChildren(QLabel))


@pytest.mark.parametrize("width", [600, 1076, 1700])
def test_nothing_is_cut(qtbot: QtBot, state: EmptyState, width: int) -> None:
    """At any width the commands stand whole, in several lines where there is no room."""
    state.resize(width, 500)
    qtbot.wait(20)
    for box in state.findChildren(CodeBox):
        assert box.text.height() >= box.text.sizeHint().height()
        assert box.mapTo(state, box.rect().bottomRight()).x() < width


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_dot_is_painted(qapp: object, state: EmptyState, scheme: theme.Choice) -> None:
    """While it listens the dot is green, else muted."""
    theme.apply(qapp, scheme)  # type: ignore[arg-type]
    for health, colour in ((OPEN, theme.tokens().valid), (Health(), theme.tokens().muted)):
        state.show_health(health)
        image = state.line.grab().toImage()

        assert colour.name() == image.pixelColor(theme.px(15), image.height() // 2).name()


def test_the_public_url_stands_in_the_line_and_in_the_first_command(state: EmptyState) -> None:
    """Tools and tunnels lead to this machine all the same; taken back, the local address stands there again."""
    state.show_public("https://abc.example.com")
    assert state.line.url.text() == "https://abc.example.com"
    first, *rest = commands(state)
    assert "https://abc.example.com/test" in first
    assert not any("abc.example.com" in command for command in rest)
    assert "public URL" in state.reach.text()
    state.copy_button.click()
    assert QGuiApplication.clipboard().text() == "https://abc.example.com"

    state.show_public("")
    assert state.line.url.text() == "http://127.0.0.1:9001"
    assert "abc" not in commands(state)[0]


def test_start_stands_there_while_the_port_is_closed(qtbot: QtBot, state: EmptyState) -> None:
    """In place of Copy, and no wider; not while there is no engine to ask."""
    state.show_health(Health(keyring="session"))
    assert not state.copy_button.isVisible()
    with qtbot.waitSignal(state.start_wanted):
        qtbot.mouseClick(state.start_button, Qt.MouseButton.LeftButton)
    state.show_health(Health())
    assert not state.start_button.isVisible()


def test_the_chosen_shell_stays(state: EmptyState) -> None:
    """Through another port, and into the next start."""
    state.prefer_shell("PowerShell")
    state.show_health(Health(listening=("http://127.0.0.1:9003",)))
    assert state.shell == "PowerShell"
    assert commands(state)[0].startswith("Invoke-RestMethod 'http://127.0.0.1:9003/test'")

    state.prefer_shell("no such shell")
    assert state.shell == "curl"


@pytest.mark.parametrize("size", [(1076, 622), (1716, 982)])
def test_all_of_it_fits_without_scrolling(qtbot: QtBot, state: EmptyState, size: tuple[int, int]) -> None:
    """At 1280×720 and at 1920×1080, what is left beside sidebar and bars."""
    state.resize(theme.px(size[0]), theme.px(size[1]))
    qtbot.wait(20)
    assert state.verticalScrollBar().maximum() == 0
    samples = [button for button in state.samples.findChildren(QPushButton) if button.isVisible()]
    assert len(samples) == 6
    assert all(button.width() >= button.sizeHint().width() for button in samples)


def test_before_the_engine_says_anything_it_is_starting(qtbot: QtBot) -> None:
    """Nothing claims that a port is closed which is about to be opened."""
    state = EmptyState(find_tool=lambda tool: False)
    qtbot.addWidget(state)
    state.show()

    assert (state.title.text(), state.reach.text()) == ("Starting…", "")
    assert not state.line.isVisible()
