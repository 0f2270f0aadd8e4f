"""Edit and resend: what goes to the engine, what comes back, and who is asked before."""

import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from inspector.core.body import Body
from inspector.core.capture import Capture
from inspector.core.clock import now
from inspector.core.dispatch import Dispatch
from inspector.core.errors import InspectorError
from inspector.core.sending_wishes import SendDraft
from inspector.core.settings import Settings
from inspector.core.wishes import Answer, Wish
from inspector.gui.controllers.editing import Editing
from inspector.gui.controllers.habits import Habits
from inspector.gui.controllers.resending import Confirm, place_of
from inspector.gui.views.editing.edit_dialog import EditDialog
from tests.captures import capture_of, head_of
from tests.gui.stage import FakeEngine, Loop, Posted, asking_of

BODY = b'{"a": 1}\r\n'
CAPTURE = capture_of(head_of(b"POST /hooks HTTP/1.1", b"Host: a", b"X-A: \xe9"), BODY, id=5)
SENT = Dispatch(id=3, capture_id=5, at=now(), target="http://localhost:3000/hooks", as_="edited", status=200)


@dataclass
class Drafts(FakeEngine):
    """Reads each draft as the engine would, and leaves it where it is."""

    contents: list[bytes] = field(default_factory=list)
    modes: set[int] = field(default_factory=set)

    async def ask(self, wish: Wish, *, seconds: float = 30.0) -> Answer:
        """Note the bytes and who may read them."""
        if isinstance(wish, SendDraft):
            file = Path(wish.file)
            self.contents.append(file.read_bytes())
            self.modes |= {stat.S_IMODE(one.stat().st_mode) for one in (file, file.parent)}
        return await super().ask(wish, seconds=seconds)


@dataclass
class Scene:
    """The controller with everything around it."""

    editing: Editing
    engine: Drafts
    posted: Posted
    habits: Habits
    loop: Loop
    window: QWidget
    drafts: Path
    capture_read: Capture = CAPTURE

    async def capture(self, id: int) -> Capture:
        """The capture as it is laid out."""
        return self.capture_read

    def agree(self, target: str, count: int, then: Callable[[], None], confirm: Confirm | None = None) -> None:
        """Ask for whatever is not on this machine."""
        place = place_of(target)
        if "localhost" in place:
            then()
        else:
            assert confirm is not None
            confirm(place, count, then)

    def do(self, act: Callable[[], object]) -> None:
        """Call something inside the loop."""

        async def main() -> None:
            act()

        self.loop.run(main())

    def open(self) -> EditDialog:
        """Edit the capture."""
        self.do(lambda: self.editing.edit(5))
        self.loop.until(self.dialogs)
        return self.dialogs()[0]

    def dialogs(self) -> list[EditDialog]:
        """Those that are open."""
        return [dialog for dialog in self.window.findChildren(EditDialog) if dialog.isVisible()]


@pytest.fixture
def scene(loop: Loop, tmp_path: Path, qtbot: QtBot) -> Iterator[Scene]:
    """With a named target on this machine."""
    engine = Drafts(answers={SendDraft: (3,)})
    asking, posted = asking_of(engine)
    habits = Habits(Settings(target="localhost:3000", recent_targets=("https://example.com",)), asking)
    window = QWidget()
    qtbot.addWidget(window)
    drafts = tmp_path / "store.drafts"
    made = Scene(editing=None, engine=engine, posted=posted, habits=habits, loop=loop, window=window, drafts=drafts)  # type: ignore[arg-type]
    made.editing = Editing(asking=asking, habits=habits, reader=made, resending=made, drafts=drafts, parent=window)
    yield made
    for dialog in made.dialogs():
        dialog.done(0)


def title(dialog: EditDialog) -> str:
    """What stands over the response."""
    return dialog.response.banner.title.text()


def test_a_draft_goes_through_a_private_file(scene: Scene) -> None:
    """The bytes as they came, readable by nobody else, and gone when the engine has answered."""
    scene.capture_read = replace(CAPTURE, dispatches=(SENT,))
    dialog = scene.open()
    scene.do(dialog.send)
    scene.loop.until(lambda: title(dialog) == "200 OK")

    [wish] = [wish for wish in scene.engine.asked if isinstance(wish, SendDraft)]
    assert (wish.of, wish.target) == (5, "localhost:3000")
    assert scene.engine.contents == [CAPTURE.request.head + BODY]
    assert scene.engine.modes == {0o600, 0o700}
    assert list(scene.drafts.iterdir()) == []
    assert dialog.line.send.isEnabled()


def test_it_can_be_edited_and_sent_again(scene: Scene) -> None:
    """The window stays; the target becomes the named one."""
    scene.capture_read = replace(CAPTURE, dispatches=(SENT,))
    dialog = scene.open()
    scene.do(dialog.send)
    scene.loop.until(lambda: title(dialog) == "200 OK")
    dialog.body.text.replace_text("{}")
    dialog.line.target.setEditText("localhost:4000/other")
    scene.do(dialog.send)
    scene.loop.until(lambda: len(scene.engine.contents) == 2 and dialog.line.send.isEnabled())

    assert scene.engine.contents[1].endswith(b"\r\n\r\n{}")
    assert scene.habits.settings.target == "localhost:4000/other"


def test_a_target_outside_is_asked_for_over_the_editor(scene: Scene) -> None:
    """Nothing is sent before the user agreed."""
    dialog = scene.open()
    dialog.line.target.setEditText("https://example.com/in")
    scene.do(dialog.send)
    [box] = dialog.findChildren(QMessageBox)
    assert "https://example.com" in box.text()
    assert scene.engine.contents == []

    scene.do(next(button for button in box.buttons() if button.text() == "Send").click)
    scene.loop.until(lambda: scene.engine.contents)


def test_what_went_wrong_is_said_in_the_editor(scene: Scene) -> None:
    """The engine's sentence, or that the draft could not be written."""
    scene.engine.answers[SendDraft] = InspectorError("The engine stopped.")
    dialog = scene.open()
    scene.do(dialog.send)
    scene.loop.until(lambda: title(dialog) == "The engine stopped.")
    assert dialog.line.send.isEnabled()
    assert list(scene.drafts.iterdir()) == []

    scene.drafts.rmdir()
    scene.drafts.write_bytes(b"")
    scene.do(dialog.send)
    scene.loop.until(lambda: "cannot be written" in title(dialog))
    assert scene.posted.texts == []


def test_one_window_a_capture(scene: Scene) -> None:
    """Asked for again the same one comes to the front; once closed a new one is made."""
    first = scene.open()
    assert scene.open() is first
    assert len(scene.dialogs()) == 1

    scene.do(lambda: first.done(0))
    assert scene.open() is not first


def test_an_answer_for_a_closed_window_is_no_trouble(scene: Scene) -> None:
    """What was sent is in the store all the same."""
    dialog = scene.open()

    def send_and_close() -> None:
        dialog.send()
        dialog.done(0)

    scene.do(send_and_close)
    scene.loop.until(lambda: scene.engine.contents)
    scene.loop.pause()

    assert scene.dialogs() == []
    assert list(scene.drafts.iterdir()) == []


def test_a_body_whose_file_is_gone_is_said(scene: Scene, tmp_path: Path) -> None:
    """There is nothing to edit then."""
    gone = Body(size=9, sha256="", content=None, path=tmp_path / "gone")
    scene.capture_read = replace(CAPTURE, request=replace(CAPTURE.request, body=gone))
    scene.do(lambda: scene.editing.edit(5))
    scene.loop.until(lambda: scene.posted.texts)

    assert "is gone" in scene.posted.texts[0]
    assert scene.dialogs() == []
