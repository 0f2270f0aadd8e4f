"""A tour through every state of the window: its pages, its messages, and whatever each command opens.

What a new command opens is visited without a line being added here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QWidget
from shiboken6 import isValid

from inspector.core.messages import Explain, Health
from inspector.core.response import Response
from inspector.core.secret import SecretName
from inspector.gui.commands.command import Command
from inspector.gui.commands.registry import COMMANDS
from inspector.gui.views.detail.pages import BODY, PAGES
from tests.gui.commands.conftest import RUNS, Stage
from tests.gui.views.detail import samples

LEAVES = frozenset({"close", "full-screen", "theme-system", "theme-light", "theme-dark"})
"""Commands that end the tour or change how all of it looks."""

MOST_STEPS = 60
"""Widths of the window are not the subject: rows beyond these are not visited."""


def visit(stage: Stage, rows: Sequence[int] = (0,)) -> Iterator[str]:
    """Bring the window into one state after another; gives the name of each while it stands.

    What acts on captures does so with each of `rows` selected, and with all.
    """
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    stage.engine.answers.setdefault(Explain, samples.EXPLANATION)
    show_health(stage, replace(RUNS, secrets=(SecretName(provider="github", name="zqname"),)))
    yield from pages(stage)
    yield from messages(stage)
    yield from lists(stage)
    yield from commands(stage, rows)
    for row in rows:
        yield from questions(stage, row)
        yield from menus(stage, row)
    yield from beginnings(stage)


def pages(stage: Stage) -> Iterator[str]:
    """Each page of each capture."""
    for row in range(min(stage.window.model.rowCount(), MOST_STEPS)):
        id = stage.window.model.id_at(row)
        stage.select(id)
        for name in PAGES[:BODY]:
            stage.do(partial(stage.window.detail.turn_to, name))
            settle(stage)
            yield f"capture {id}, page {name}"


def messages(stage: Stage) -> Iterator[str]:
    """What the engine may tell, in the toolbar, the notices and the status bar."""
    first = RUNS.listening[0]
    healths = {
        "stopped": Health(keyring=RUNS.keyring),
        "exposed": replace(RUNS, listening=(first.replace("127.0.0.1", "0.0.0.0"),), exposed=True, refused=3),
        "answers 500": replace(RUNS, response=Response(status=500)),
        "in trouble": Health(keyring=RUNS.keyring, problem="zqproblem."),
    }
    for name, health in healths.items():
        show_health(stage, health)
        yield f"listener {name}"
    for again in (True, False):
        stage.do(partial(stage.desktop.engine_died, again))
        settle(stage)
        yield f"engine gone, again: {again}"
    show_health(stage, RUNS)
    stage.do(stage.desktop.engine_back)
    settle(stage)
    yield "engine back"
    for notice in stage.window.notices.notices():
        stage.do(partial(stage.window.notices.withdraw, notice.key))


def lists(stage: Stage) -> Iterator[str]:
    """What may stand in place of the rows and over them."""
    rows = stage.window.model.rowCount()
    for name, text in (("hides all", "zqnothing"), ("cannot be read", "size>")):
        write_filter(stage, text)
        settle(stage)
        yield f"filter {name}"
    write_filter(stage, "")
    stage.loop.until(lambda: stage.window.model.rowCount() == rows)
    for frozen in (True, False):
        stage.do(partial(stage.window.area.show_new, 3, frozen=frozen))
        yield f"rows wait, frozen: {frozen}"
    stage.do(lambda: stage.window.area.show_new(0, frozen=False))


def questions(stage: Stage, row: int) -> Iterator[str]:
    """What is asked before a capture leaves this machine."""
    stage.select(stage.window.model.id_at(row))
    before = shown_windows()
    stage.do(lambda: stage.desk.resending.resend(stage.desk.selection.ids(), "https://zqplace.zqplace"))
    settle(stage)
    yield from standing(stage, before, "a target outside")


def commands(stage: Stage, rows: Sequence[int]) -> Iterator[str]:
    """Whatever each command opens or changes, with one capture selected and, where it acts on these, with all."""
    for command in one_of_each(COMMANDS):
        for row in (*rows, None) if command.needs == "selection" else (0,):
            stage.select(stage.window.model.id_at(row or 0))
            if row is None:
                stage.do(stage.window.table.selectAll)
            before = shown_windows()
            stage.press(command.name)
            settle(stage)
            if shown_windows() - before:
                yield from standing(stage, before, f"{command.name} of {'all' if row is None else row}")
            elif row is not None:
                yield f"after {command.name} of {row}"
            come_back(stage)


def one_of_each(every: Sequence[Command]) -> Iterator[Command]:
    """All but those that end the tour; of those that one menu holds, which are alike, the first."""
    seen: set[str] = set()
    for command in every:
        if command.name not in LEAVES and (not command.within or command.within not in seen):
            seen.add(command.within)
            yield command


def menus(stage: Stage, row: int) -> Iterator[str]:
    """The menu of a row and of the columns."""
    stage.select(stage.window.model.id_at(row))
    table = stage.window.table
    openers: dict[str, Callable[[], object]] = {
        "row": lambda: stage.desktop.actions.open_row_menu(QPoint(300, 300), 4),
        "columns": lambda: table.horizontalHeader().customContextMenuRequested.emit(QPoint(5, 5)),
        "response": stage.window.toolbar.response.choices.show,
        "targets": lambda: stage.window.detail.header.targets.menu().popup(QPoint(300, 300)),
    }
    for name, opener in openers.items():
        before = shown_windows()
        stage.do(opener)
        settle(stage)
        yield from standing(stage, before, f"menu of {name}")


def beginnings(stage: Stage) -> Iterator[str]:
    """Nothing selected, and nothing there."""
    stage.do(stage.window.table.clearSelection)
    settle(stage)
    yield "nothing selected"
    stage.do(lambda: stage.window.show_totals(0, 0, 0))
    yield "no captures"
    show_health(stage, Health(keyring=RUNS.keyring))
    yield "no captures, stopped"


def standing(stage: Stage, before: set[QWidget], name: str) -> Iterator[str]:
    """A state in which new windows stand, and how Escape takes each of them away."""
    assert shown_windows() - before, f"{name}: nothing was opened"
    yield name
    for _ in range(5):
        if not shown_windows() - before:
            return
        for window in shown_windows() - before:
            # A question goes with the window that asked it.
            if isValid(window):
                stage.do(partial(leave, window))
        settle(stage)
    raise AssertionError(f"{name}: {shown_windows() - before} cannot be closed")


def leave(window: QWidget) -> None:
    """Close a window as Escape does; a question whether what was written may go is answered with yes."""
    if isinstance(window, QMessageBox) and isinstance(window.parent(), QDialog):
        next(one for one in window.buttons() if one is not window.escapeButton()).click()
    elif isinstance(window, QDialog):
        window.reject()
    else:
        window.close()


def report(found: Mapping[str, str]) -> None:
    """Fail with a line for each fault and the state in which it was seen first."""
    if found:
        pytest.fail("\n".join(f"{state}: {fault}" for fault, state in found.items()), pytrace=False)


def come_back(stage: Stage) -> None:
    """Undo what a command left behind, so that the next one finds the window as the first did."""
    window = stage.window
    for notice in window.notices.notices():
        stage.do(partial(window.notices.withdraw, notice.key))
    if stage.desk.listing.text:
        stage.do(lambda: stage.desk.filtering.choose(""))
    settle(stage)


def write_filter(stage: Stage, text: str) -> None:
    """Write a filter as a person does, and let it count at once."""
    stage.do(partial(stage.window.toolbar.filter.setText, text))
    stage.do(partial(stage.window.toolbar.filter.wanted.emit, text))


def show_health(stage: Stage, health: Health) -> None:
    """The engine is like this now, and the window has heard it."""
    stage.engine.health = health
    stage.do(partial(stage.window.show_health, health))
    stage.do(partial(stage.desk.listening.show_health, health))
    settle(stage)


def settle(stage: Stage) -> None:
    """Let the loop run until nothing is under way any more."""
    stage.loop.settle()


def shown_windows() -> set[QWidget]:
    """The windows, dialogs and menus that stand now."""
    return {one for one in QApplication.topLevelWidgets() if isValid(one) and one.isVisible()}


def is_foreign(window: QWidget) -> bool:
    """Whether a window is Qt's own from its first pixel to its last."""
    return isinstance(window, QFileDialog)
