"""The first capture opens by itself."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.core.messages import Captured
from inspector.core.paths import Paths
from inspector.gui.bridge import News
from inspector.store.store import Store
from tests.gui.commands.conftest import Stage, staged
from tests.gui.stage import Loop, is_front
from tests.store.arrivals import arrival


@pytest.fixture
def empty(loop: Loop, paths: Paths, qtbot: QtBot) -> Iterator[Stage]:
    """A window over a store with nothing in it."""
    with closing(Store.open(paths.store)) as store, staged(store, loop, paths, qtbot) as stage:
        loop.until(lambda: is_front(stage.window))
        stage.loop.settle()
        yield stage


def comes(stage: Stage, *statuses: str) -> None:
    """Captures with these verdicts arrive at once."""
    kept = stage.store.keep([arrival(provider="stripe", status=status) for status in statuses])  # type: ignore[arg-type]
    stage.do(lambda: stage.desktop.hear(News(captured=Captured(last_id=kept[-1].id, count=len(kept)))))
    stage.loop.settle()


def test_the_first_capture_is_opened_and_its_secret_can_be_pasted(empty: Stage) -> None:
    """The cursor stands in the field for the secret; the next capture changes nothing of that."""
    comes(empty, "no-secret")
    empty.loop.until(lambda: empty.desk.selection.shown is not None)
    field = empty.window.detail.pages.signature.secret.field
    empty.loop.until(lambda: QApplication.focusWidget() is field)
    comes(empty, "valid")

    assert empty.desk.selection.ids() == (1,)
    assert QApplication.focusWidget() is field


def test_the_earliest_of_a_burst_is_opened_and_one_with_a_verdict_asks_for_nothing(empty: Stage) -> None:
    """The keyboard goes from the empty page to the list, and no further."""
    comes(empty, "valid", "valid")
    empty.loop.until(lambda: empty.desk.selection.shown is not None)

    assert empty.desk.selection.ids() == (1,)
    assert QApplication.focusWidget() is empty.window.table


def test_what_is_being_typed_does_not_end_up_in_the_field_for_a_secret(empty: Stage) -> None:
    """Somebody who is writing a filter goes on writing it."""
    bar = empty.window.toolbar.filter
    empty.do(bar.setFocus)
    empty.do(lambda: bar.setText("provider:stripe"))
    comes(empty, "no-secret")
    empty.loop.until(lambda: empty.desk.selection.shown is not None)

    assert QApplication.focusWidget() is bar
