"""Going from capture to capture."""

from contextlib import closing

from pytestqt.qtbot import QtBot

from inspector.core.paths import Paths
from inspector.gui.controllers.listing import Listing
from inspector.gui.controllers.moving import Moving
from inspector.gui.reader import CaptureReader
from inspector.gui.views.captures_table import CapturesTable
from tests.gui.stage import FACES, FakeEngine, Loop, asking_of, fill, reading_model


def test_steps_and_unread_ones(loop: Loop, paths: Paths, qtbot: QtBot) -> None:
    """Steps stop at the ends of the list; unread ones are found below and above."""
    with closing(fill(paths.store, 9)) as store:
        store.mark_read((9, 8, 6, 5, 4))
        reader = CaptureReader(paths.store)
        model = reading_model(reader.summaries)
        table = CapturesTable(model, faces=FACES)
        qtbot.addWidget(table)
        listing = Listing(model, reader)
        moving = Moving(table=table, listing=listing, reader=reader, asking=asking_of(FakeEngine())[0])

        async def start() -> None:
            listing.reload()

        loop.run(start())
        loop.until(lambda: model.rowCount() == 9)
        moving.step(1)
        assert table.current_id() == 9
        moving.step(-1)
        assert table.current_id() == 9

        async def unread(*, older: bool) -> None:
            moving.to_unread(older=older)

        loop.run(unread(older=True))
        loop.until(lambda: table.current_id() == 7)
        loop.run(unread(older=True))
        loop.until(lambda: table.current_id() == 3)
        loop.run(unread(older=False))
        loop.until(lambda: table.current_id() == 7)
        loop.run(unread(older=False))
        loop.pause()
        assert table.current_id() == 7
        reader.close()
