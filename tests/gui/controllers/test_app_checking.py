"""Questions about an app go to the engine, and the answer to the last one is shown."""

from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.core.app_messages import AppAnswer, CheckApp
from inspector.core.errors import UsageError
from inspector.core.messages import ChangeSettings
from inspector.core.settings import Settings
from inspector.gui.controllers.app_checking import SHORT, AppChecking
from inspector.gui.controllers.habits import Habits
from inspector.gui.views.app_check_dialog import AppCheckDialog
from tests.gui.stage import FakeEngine, Loop, asking_of
from tests.gui.views.detail import samples

ANSWER = AppAnswer(status="found", title="It hashes x.")


def do(loop: Loop, action: Callable[..., object], *given: object) -> None:
    """Do something where tasks can begin."""

    async def step() -> None:
        action(*given)

    loop.run(step())


class Table:
    """The controller, its dialog and what the engine was asked."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.engine = FakeEngine(answers={CheckApp: ANSWER})
        asking, _ = asking_of(self.engine)
        self.drafts = folder / "drafts"
        self.made: list[AppCheckDialog] = []
        self.copied: list[str] = []

        def make(what: str, framework: str) -> AppCheckDialog:
            dialog = AppCheckDialog(what, framework)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
            self.made.append(dialog)
            return dialog

        habits = Habits(Settings(app_framework="rails"), asking)
        checking = AppChecking(asking=asking, habits=habits, drafts=self.drafts, make=make, say=self.copied.append)
        checking.open(samples.judged("valid"))

    @property
    def dialog(self) -> AppCheckDialog:
        return self.made[0]

    def questions(self) -> list[CheckApp]:
        return [wish for wish in self.engine.asked if isinstance(wish, CheckApp)]


@pytest.fixture
def table(qtbot: QtBot, tmp_path: Path, loop: Loop) -> Table:
    """With the dialog open."""
    return Table(qtbot, tmp_path)


def test_a_question_and_its_answer(table: Table, loop: Loop) -> None:
    """The framework of last time is chosen; what the app did is shown."""
    assert table.dialog.chosen.id == "rails"
    do(loop, table.dialog.asked.emit, "rails", "7398", "")
    loop.until(lambda: not table.dialog.answer.isHidden())

    assert table.dialog.answer.title.text().endswith("It hashes x.")
    [question] = table.questions()
    assert (question.id, question.framework, question.given) == (samples.judged("valid").id, "rails", "7398")


def test_a_body_goes_through_a_private_file(table: Table, loop: Loop) -> None:
    """A long text is no message; the file holds it and only its owner can read it."""
    do(loop, table.dialog.asked.emit, "rails", "é" * (SHORT + 1), "")
    loop.until(table.questions)

    [question] = table.questions()
    file = Path(question.draft)
    assert (question.given, file.parent.parent) == ("", table.drafts)
    assert file.read_text(encoding="utf-8") == "é" * (SHORT + 1)
    assert file.stat().st_mode & 0o077 == 0


def test_only_the_last_answer_counts(table: Table, loop: Loop) -> None:
    """An answer that was overtaken is not shown over a later problem."""
    do(loop, table.dialog.asked.emit, "rails", "1", "")
    table.engine.answers[CheckApp] = UsageError("The file cannot be read.")
    do(loop, table.dialog.asked.emit, "rails", "", "/nothing")
    loop.until(lambda: len(table.questions()) == 2)
    loop.settle()

    assert table.dialog.answer.title.text() == "The file cannot be read."


def test_the_framework_is_remembered(table: Table, loop: Loop) -> None:
    """As a setting."""
    do(loop, table.dialog.framework.setCurrentIndex, 0)
    loop.settle()

    assert ChangeSettings(values=(("app_framework", "flask"),)) in table.engine.asked


def test_a_dialog_that_was_closed(table: Table, loop: Loop) -> None:
    """An answer that comes too late is dropped."""
    dialog = table.dialog

    def ask_and_leave() -> None:
        dialog.asked.emit("rails", "1", "")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        shiboken6.delete(dialog)

    do(loop, ask_and_leave)
    loop.settle()

    assert len(table.questions()) == 1
