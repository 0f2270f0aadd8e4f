"""A whole window over a history of the test's own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.capture import Capture
from inspector.core.paths import Paths
from tests.gui.commands.conftest import Stage, staged
from tests.gui.stage import Loop
from tests.gui.whole.histories import stored

MakeStage = Callable[[list[Capture]], Stage]


@pytest.fixture
def whole(loop: Loop, paths: Paths, qtbot: QtBot) -> Iterator[MakeStage]:
    """Makes the window over these captures, at 1280×720."""
    with ExitStack() as stack:

        def make(captures: list[Capture]) -> Stage:
            store = stack.enter_context(closing(stored(paths.store, captures)))
            stage = stack.enter_context(staged(store, loop, paths, qtbot))
            stage.do(lambda: stage.window.resize(1280, 720))
            loop.until(lambda: stage.window.total == len(captures) == stage.window.model.rowCount())
            return stage

        yield make
