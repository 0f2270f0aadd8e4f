"""A loop for the tests of the window, and its look."""

import gc
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from inspector.core.paths import Paths
from inspector.gui import tasks, theme
from inspector.gui.loop import new_loop
from inspector.gui.views.main_window import MainWindow
from tests.gui.stage import Loop


@pytest.fixture
def loop(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Loop]:
    """A loop of Qt and asyncio, without tasks left over at its end."""
    # pytest-qt lets Qt go on around each part of a test. A task would take its next step there, outside its loop.
    monkeypatch.setattr("pytestqt.plugin._process_events", lambda: None)
    new = new_loop(qapp)
    with_tests = Loop(new)
    yield with_tests
    # Qt takes away what was closed meanwhile. A dialog that stays would be the next test's modal one, and a window
    # would be styled anew with every theme.
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, MainWindow):
            widget.deleteLater()
    with_tests.run(tasks.end())
    new.close()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Tasks end before pytest-qt closes the widgets that they work on, as they do in the program."""
    loop = getattr(item, "funcargs", {}).get("loop")
    if isinstance(loop, Loop):
        loop.run(tasks.end())
    return (yield)


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Objects of Qt that are part of a cycle go on this thread, as in the running window; no dialog stays open."""
    gc.disable()
    yield
    for widget in QApplication.topLevelWidgets():
        widget.hide()
    gc.collect(1)
    gc.enable()


@pytest.fixture(autouse=True, scope="module")
def all_garbage() -> Iterator[None]:
    """Windows of one file's tests are not styled and painted anew by those of the next."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    """Every test begins in the light."""
    if theme.THEME.choice != "light" or not qapp.styleSheet():
        theme.apply(qapp, "light")


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Folders of the test's own."""
    return Paths(store=tmp_path / "data" / "captures.db", config=tmp_path / "config", logs=tmp_path / "logs")
