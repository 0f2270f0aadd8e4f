"""The first rows."""

from contextlib import closing

import pytest
from pytestqt.qtbot import QtBot

from inspector.core.paths import Paths
from inspector.gui.application import make_window
from inspector.gui.memory import Memory
from inspector.gui.opening import open_list
from tests.gui.stage import Loop, fill


@pytest.mark.parametrize(("filter", "rows"), [("", 9), ("provider:github", 3), ("no-longer:a-term", 9)])
def test_a_store_is_shown_before_the_rest_is_loaded(
    loop: Loop, paths: Paths, qtbot: QtBot, filter: str, rows: int
) -> None:
    """With the filter of last time, where it can still be read."""
    paths.config.mkdir()
    paths.shape.write_text(f'{{"filter": "{filter}"}}')
    memory = Memory(paths.config)
    memory.load()
    window = make_window(paths)
    qtbot.addWidget(window)

    async def open_it() -> None:
        window.show()
        opened.append(open_list(window, paths, memory))

    opened: list[object] = []
    with closing(fill(paths.store, 9)):
        loop.run(open_it())
        loop.until(lambda: window.model.rowCount() == rows)
        loop.until(window.table.isVisible)
        opened[0].reader.close()  # type: ignore[attr-defined]

    assert window.toolbar.filter.text() == (filter if rows == 3 else "")


def test_without_a_store_nothing_is_read(loop: Loop, paths: Paths, qtbot: QtBot) -> None:
    """The page for an empty store stands until the engine has made one."""
    window = make_window(paths)
    qtbot.addWidget(window)
    opened = open_list(window, paths, Memory(paths.config))

    assert not opened.listing.is_read
    opened.reader.close()
