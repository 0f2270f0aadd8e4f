"""Dialogs about providers of one's own ask the engine."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.core.custom_wishes import FindScheme, RemoveProvider, SaveProvider, StopFinding, Trial, TryRecipe
from inspector.core.errors import UsageError
from inspector.core.recipe import Recipe
from inspector.gui.controllers.describing import Describing
from inspector.gui.views.custom.recipe_dialog import RecipeDialog
from inspector.gui.views.custom.scheme_dialog import SchemeDialog
from tests.gui.stage import FakeEngine, Loop, asking_of
from tests.gui.views.detail import samples

ACME = Recipe(name="acme", signature="header:X-Acme")


class Table:
    """The controller over a fake engine."""

    def __init__(self, qtbot: QtBot, loop: Loop) -> None:
        self.loop = loop
        self.engine = FakeEngine(answers={TryRecipe: Trial(formula="f")})
        self.window = QWidget()
        qtbot.addWidget(self.window)
        asking, self.posted = asking_of(self.engine)
        self.describing = Describing(asking, self.window)

    def do(self, act: Callable[[], object]) -> None:
        """Call something where tasks can begin, and let them end."""

        async def main() -> None:
            act()

        self.loop.run(main())
        self.loop.settle()

    def describe(self) -> RecipeDialog:
        """The dialog about a new provider."""
        self.do(lambda: self.describing.describe(ACME, 7))
        return self.window.findChildren(RecipeDialog)[-1]


@pytest.fixture
def table(qtbot: QtBot, loop: Loop) -> Table:
    """Everything of one test."""
    return Table(qtbot, loop)


def test_what_cannot_be_kept_is_said_in_the_dialog(table: Table) -> None:
    """It stays open with what was typed; a secret is not kept for it then."""
    table.engine.answers[SaveProvider] = UsageError("There is a provider “acme” already.")
    dialog = table.describe()
    dialog.secret.setText("s3cret")
    table.do(dialog.save.click)

    assert dialog.isVisible()
    assert "already" in dialog.problem.text()
    assert [type(one) for one in table.engine.asked] == [TryRecipe, SaveProvider]
    table.do(dialog.reject)


def test_what_cannot_be_tried_is_said_too(table: Table) -> None:
    """An engine that does not answer leaves nothing as it was."""
    table.engine.answers[TryRecipe] = UsageError("The engine gave no answer.")
    dialog = table.describe()

    assert "no answer" in dialog.problem.text()
    table.do(dialog.reject)


def test_an_answer_for_a_closed_dialog_is_dropped(table: Table) -> None:
    """Whoever closed it wants to hear no more of it."""

    def open_and_close() -> None:
        table.describing.describe(ACME).reject()

    table.do(open_and_close)

    assert [type(one) for one in table.engine.asked] == [TryRecipe]
    assert table.posted.texts == []


def test_a_search_is_given_up_and_its_errors_are_told(table: Table) -> None:
    """Stop reaches the engine; a capture that is gone is told in the dialog."""
    table.do(lambda: table.describing.find(samples.judged("valid")))
    [dialog] = table.window.findChildren(SchemeDialog)
    dialog.secret.setText("s3cret")
    table.do(dialog.search.click)
    table.do(dialog.search.click)
    assert [type(one) for one in table.engine.asked] == [FindScheme, StopFinding]

    table.engine.answers[FindScheme] = UsageError("There is no such capture.")
    table.do(lambda: dialog.search_wanted.emit("s3cret"))
    assert "no such capture" in dialog.answer.sentence.text()
    table.do(dialog.reject)


def test_removing_tells_what_changed(table: Table) -> None:
    """One capture is one; an error is a notice."""
    table.engine.answers[RemoveProvider] = 1
    table.do(lambda: table.describing.remove("acme"))
    table.engine.answers[RemoveProvider] = UsageError("There is no provider custom:acme.")
    table.do(lambda: table.describing.remove("acme"))

    assert table.posted.texts == ["acme is removed. 1 capture was judged again.", "There is no provider custom:acme."]
